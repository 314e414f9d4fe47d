package io.jenkins.plugins.connleak.core.flow;

import java.util.Objects;

/**
 * A place that holds a value in one body: a variable, or a step of an expression.
 *
 * @param name the variable's name; for {@link Kind#CONDITION} the text of the condition; empty for a temporary
 * @param type the declared type as written, {@code var} where it is inferred; empty if not known
 * @param kind what sort of place
 */
public record Register(String name, String type, Kind kind) {
    /** Sorts of places. */
    public enum Kind {
        /** A parameter of the body. */
        PARAMETER,
        /** A local variable. */
        LOCAL,
        /** A variable of the enclosing body, as seen from a lambda or an inner class. */
        CAPTURED,
        /** The same, of a variable that a statement around the inner body closes at its end. */
        CAPTURED_RESOURCE,
        /** A field of the class or of an enclosing or inherited one, by its simple name. */
        FIELD,
        /** The value of a part of an expression; written once, read once. */
        TEMPORARY,
        /** The outcome of a condition without side effects, so that equal conditions agree. */
        CONDITION
    }

    public Register {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(kind);
    }

    /** Whether it is a variable of the enclosing body. */
    public boolean isCaptured() {
        return kind == Kind.CAPTURED || kind == Kind.CAPTURED_RESOURCE;
    }

    /** Whether people can see it: everything but temporaries and conditions. */
    public boolean isNamed() {
        return kind != Kind.TEMPORARY && kind != Kind.CONDITION;
    }
}
