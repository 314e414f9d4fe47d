package io.jenkins.plugins.connleak.core.baseline;

import java.util.Objects;

/**
 * How many leaks are too many.
 *
 * @param failOn which leaks count
 * @param allowed so many of them pass; 0 or more
 */
public record QualityGate(FailOn failOn, int allowed) {
    /** Which leaks count. */
    public enum FailOn {
        /** None: the gate always passes. */
        NEVER,
        /** All. */
        ANY,
        /** Those that the reference does not have. */
        NEW;
    }

    /**
     * What a gate says of a result.
     *
     * @param passed whether the result passed
     * @param count how many leaks counted
     * @param message one line: figure, limit and verdict
     */
    public record Verdict(boolean passed, int count, String message) {
        public Verdict {
            Objects.requireNonNull(message);
        }
    }

    public QualityGate {
        Objects.requireNonNull(failOn);
        if (allowed < 0) {
            throw new IllegalArgumentException("a number of leaks can't be negative: " + allowed);
        }
    }

    /** Judges a result. */
    public Verdict judge(Delta delta) {
        return switch (failOn) {
            case NEVER -> new Verdict(true, 0, "no quality gate");
            case ANY -> verdict(delta.added().size() + delta.outstanding().size(), "leak");
            case NEW -> verdict(delta.added().size(), "new leak");
        };
    }

    private Verdict verdict(int count, String what) {
        boolean passed = count <= allowed;
        return new Verdict(
                passed,
                count,
                "quality gate " + (passed ? "passed" : "failed") + ": " + count + " " + what + (count == 1 ? "" : "s")
                        + ", " + allowed + " allowed");
    }
}
