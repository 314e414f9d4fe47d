package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that kept the scan from looking at all it was asked to look at; never the end of the scan.
 *
 * @param kind what sort of problem
 * @param file path relative to the scanned root, with {@code /} as separator; empty if it concerns no file
 * @param line line from 1, or 0 if it concerns no line
 * @param message what, where, and what to do
 */
public record Problem(Kind kind, String file, int line, String message) implements Serializable, Comparable<Problem> {
    /** Sorts of problem. */
    public enum Kind {
        UNREADABLE("unreadable"),
        BINARY("binary"),
        TOO_LARGE("too-large"),
        ENCODING("encoding"),
        UNPARSABLE("unparsable"),
        LIMIT("limit"),
        INTERNAL("internal"),
        SUPPRESSION("suppression");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The name used in reports and documents. */
        public String id() {
            return id;
        }
    }

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::kind)
            .thenComparing(Problem::message);

    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(file);
        Objects.requireNonNull(message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
