package io.jenkins.plugins.connleak.plugin.rows;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A text of a row. The order is part of the index's form: new columns go to the end. */
public enum Column {
    /** Id of the rule; of a problem, id of its kind. */
    RULE,
    /** Id of the certainty. */
    CERTAINTY,
    /** Id of the kind of resource. */
    KIND,
    /** Path of the file. */
    FILE,
    /** Name of the package. */
    PACKAGE,
    /** Name of the class. */
    CLASS,
    /** Name and parameters of the method. */
    METHOD,
    /** Type of the resource. */
    TYPE,
    /** Variable that holds the resource. */
    VARIABLE,
    /** What happens, in a sentence. */
    MESSAGE,
    /** What addresses call the leak. */
    ID,
    /** Why it is silenced. */
    REASON,
    /** Id of what silences it. */
    SILENCED_BY,
    /** Full name of the job that had it first; empty for the report's own. */
    FIRST_JOB,
    /** Who wrote the line of the acquisition; empty if that is not known. */
    AUTHOR,
    /** The commit of that. */
    COMMIT,
    /** When it was written, as ISO 8601 in UTC. */
    AUTHORED,
    /** Whether logs of running programs confirm the leak: {@code seen}, {@code near} or empty. */
    EVIDENCE;

    private static final Column[] ALL = values();

    /** Number of columns. */
    static final int COUNT = ALL.length;

    /** The lower-case name used in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of that id, or empty if there is none. */
    public static Optional<Column> ofId(String id) {
        return Arrays.stream(ALL).filter(column -> column.id().equals(id)).findFirst();
    }
}
