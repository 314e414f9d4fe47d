package io.jenkins.plugins.connleak.plugin.rows;

import java.util.Locale;

/** What a row is. The order is part of the index's form: new states go to the end. */
public enum RowState {
    /** A leak that the reference does not have. */
    NEW,
    /** A leak that the reference has too. */
    OUTSTANDING,
    /** A leak of the reference that is gone. */
    FIXED,
    /** A leak that somebody decided not to see. */
    SILENCED,
    /** Something that kept the scan from looking at all. */
    PROBLEM;

    /** The lower-case name used in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts as a leak of this build. */
    public boolean isOpen() {
        return this == NEW || this == OUTSTANDING;
    }
}
