package io.jenkins.plugins.connleak.archive;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of archived documents when Jenkins deletes their build. */
public enum DeletionPolicy {
    /** They stay as they are. */
    OFF,
    /** They get the date of the deletion, as {@code deletedAt}. */
    MARK,
    /** They are removed. */
    DELETE;

    /** The lower-case name used in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The policy of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DeletionPolicy ofId(String id) {
        return Arrays.stream(values())
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is not off, mark or delete"));
    }
}
