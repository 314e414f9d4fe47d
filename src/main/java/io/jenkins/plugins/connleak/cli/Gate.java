package io.jenkins.plugins.connleak.cli;

/**
 * The verdict on a scan.
 *
 * @param failOn what counts
 * @param threshold as many are allowed
 */
record Gate(FailOn failOn, int threshold) {
    /** What the gate counts. */
    enum FailOn {
        /** Nothing: it always passes. */
        NEVER,
        /** All leaks. */
        ANY
    }

    /**
     * Whether the gate passed, and what it says about that.
     *
     * @param passed whether it passed
     * @param text the figure and the limit
     */
    record Verdict(boolean passed, String text) {}

    /** Judges that many leaks. */
    Verdict judge(int all) {
        return switch (failOn) {
            case NEVER -> new Verdict(true, "no gate was asked for");
            case ANY -> verdict(all, "leaks");
        };
    }

    private Verdict verdict(int count, String what) {
        boolean passed = count <= threshold;
        return new Verdict(
                passed,
                "gate " + (passed ? "passed" : "failed") + ": " + count + " " + what + ", allowed are " + threshold);
    }
}
