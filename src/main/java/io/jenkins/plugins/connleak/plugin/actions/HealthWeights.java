package io.jenkins.plugins.connleak.plugin.actions;

/**
 * What leaks cost the job's health, which is 100 without one and 0 at worst.
 *
 * @param definite points that each definite leak costs; 0 or more
 * @param possible points that each possible leak costs; 0 or more
 */
public record HealthWeights(int definite, int possible) {
    /** Leaks don't matter to the health, and none is reported. */
    public static final HealthWeights NONE = new HealthWeights(0, 0);

    private static final int HEALTHY = 100;

    public HealthWeights {
        if (definite < 0 || possible < 0) {
            throw new IllegalArgumentException("a weight is 0 or more: " + definite + ", " + possible);
        }
    }

    /** Whether leaks matter to the health. */
    public boolean isAny() {
        return definite > 0 || possible > 0;
    }

    /** The health from 0 to 100 with so many leaks. */
    public int score(int definiteLeaks, int possibleLeaks) {
        long cost = (long) definite * definiteLeaks + (long) possible * possibleLeaks;
        return (int) Math.max(0, HEALTHY - cost);
    }
}
