package io.jenkins.plugins.connleak.plugin.actions;

/** What became of the search for a reference. */
public enum ReferenceState {
    /** It was found and compared with. */
    FOUND(""),
    /** No build before had this scan. */
    FIRST("no build before has this scan"),
    /** Builds before had this scan, but none of those looked at may be a reference. */
    NO_USABLE("no build before with this scan may be compared with"),
    /** There is no job of that name, or none that may be seen. */
    NO_JOB("there is no such job, or it may not be seen"),
    /** The job has no build of that number. */
    NO_BUILD("there is no such build"),
    /** The build of that number has no scan of this id, or is not finished. */
    NO_SCAN("that build has no finished scan of this id"),
    /** Its report is missing or damaged. */
    UNREADABLE("its report is missing or damaged");

    private final String reason;

    ReferenceState(String reason) {
        this.reason = reason;
    }

    /** Why there is none, in English, for the build's log; empty if there is one. */
    public String reason() {
        return reason;
    }
}
