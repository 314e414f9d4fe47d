package io.jenkins.plugins.connleak.archive;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited after failures: twice as long each time up to a bound, of which a random half at most is taken off,
 * so that many Jenkins do not come back to a server at the same moment.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
public record Backoff(Duration first, Duration longest) {
    /** From a second to five minutes. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits from " + first + " to " + longest + " are none");
        }
    }

    /** The wait after so many failures in a row. */
    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
        long bounded = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded - random.nextLong(bounded / 2 + 1));
    }
}
