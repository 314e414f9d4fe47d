package io.jenkins.plugins.connleak.corpus;

import java.util.Objects;

/**
 * An expectation that stands at the end of a line.
 *
 * @param kind what is expected
 * @param leak the leak it speaks of
 */
record Marker(Kind kind, Leak leak) {
    /** What a marker expects of the engine. */
    enum Kind {
        /** A leak that is found. */
        LEAK,
        /** A leak that is there and is not found yet. */
        FN,
        /** No leak, and yet it is reported. */
        FP;

        /** Whether there is a leak in truth. */
        boolean isLeak() {
            return this != FP;
        }

        /** Whether the engine reports it. */
        boolean isReported() {
            return this != FN;
        }
    }

    Marker {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(leak);
    }
}
