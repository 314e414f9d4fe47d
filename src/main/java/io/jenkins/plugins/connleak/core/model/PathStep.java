package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * One step of the path on which a resource stays open.
 *
 * @param file path relative to the scanned root, with {@code /} as separator
 * @param line line of the step, from 1
 * @param kind what happens there
 * @param text what happens there, in a few English words, such as {@code executeQuery() may throw}
 */
public record PathStep(String file, int line, Kind kind, String text) implements Serializable {
    /** What happens at a step. */
    public enum Kind {
        /** The resource is acquired. */
        ACQUIRED,
        /** A branch is taken. */
        BRANCH,
        /** The resource is handed on, stored or wrapped. */
        MOVED,
        /** Something throws, and the flow leaves for a handler or for the caller. */
        THROWS,
        /** An exception is caught, or a finally block is entered. */
        HANDLED,
        /** The last name of the resource is lost. */
        OVERWRITTEN,
        /** The method is left with the resource open. */
        LEAVES;

        /** The lower-case name used in reports and documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PathStep {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }
}
