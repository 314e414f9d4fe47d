package io.jenkins.plugins.connleak.core.flow;

import java.util.Objects;

/**
 * What is called, as far as the text tells.
 *
 * @param kind what sort of call
 * @param name the method's name; for a constructor the type as written
 * @param scope the type before the dot of a static call, as written; empty otherwise
 */
public record Callee(Kind kind, String name, String scope) {
    /** Sorts of calls. */
    public enum Kind {
        /** {@code receiver.name(...)}, where the receiver is a value. */
        VIRTUAL,
        /** {@code Type.name(...)}. */
        STATIC,
        /** {@code name(...)}: a method of this class, an inherited or enclosing one, or a static import. */
        UNQUALIFIED,
        /** {@code super.name(...)}. */
        SUPER,
        /** {@code new Type(...)}. */
        CONSTRUCTOR,
        /** {@code this(...)} or {@code super(...)}. */
        DELEGATION,
        /** The {@code close()} at the end of a try-with-resources. */
        IMPLICIT_CLOSE
    }

    public Callee {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(scope);
    }
}
