package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsGrowToTheirBoundAndAreShortenedAtRandom() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
        Random random = new Random(1);
        for (int failures = 1; failures < 200; failures++) {
            long longest = Math.min(300_000, 1_000L << Math.min(failures - 1, 20));
            assertThat(backoff.after(failures, random).toMillis()).isBetween(longest / 2, longest);
        }
    }
}
