package io.jenkins.plugins.connleak.core.model;

import java.util.Locale;

/** What sort of thing leaks: the unit in which totals are grouped. */
public enum ResourceKind {
    CONNECTION,
    STATEMENT,
    RESULT_SET,
    SESSION,
    CURSOR,
    CLIENT,
    OTHER;

    /** The name used in reports, catalogs and documents, such as {@code result-set}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
