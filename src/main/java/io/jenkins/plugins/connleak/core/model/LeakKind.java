package io.jenkins.plugins.connleak.core.model;

import java.util.Arrays;
import java.util.Optional;

/** The rules: what kinds of leak are told apart. Each has a page of its own, {@code docs/rules/<id>.md}. */
public enum LeakKind {
    NEVER_CLOSED("never-closed", "Resource is never closed"),
    NOT_CLOSED_ON_EXCEPTION("not-closed-on-exception", "Resource stays open when an exception is thrown"),
    NOT_CLOSED_ON_PATH("not-closed-on-path", "Resource stays open on one way out of the method"),
    OVERWRITTEN("overwritten", "Variable is assigned again while it holds an open resource"),
    TEMPORARY_NEVER_CLOSED("temporary-never-closed", "Resource has no name and can't be closed"),
    FIELD_NEVER_CLOSED("field-never-closed", "Resource in a field is closed by no method of its class"),
    LEGACY_PATTERN("legacy-pattern", "Acquisition without a matching release pattern");

    private final String id;
    private final String title;

    LeakKind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The stable name of the rule in reports, suppressions and documents, such as {@code never-closed}. */
    public String id() {
        return id;
    }

    /** One line in English for people. */
    public String title() {
        return title;
    }

    /** The rule of that id, or empty if there is none. */
    public static Optional<LeakKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
