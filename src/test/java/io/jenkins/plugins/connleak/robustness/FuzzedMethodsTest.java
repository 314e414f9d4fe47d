package io.jenkins.plugins.connleak.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Methods made by a grammar. {@code -Dconnleak.fuzz.seconds=N} goes on for so long, {@code -Dconnleak.fuzz.seed=S} begins
 * elsewhere.
 */
class FuzzedMethodsTest {
    private static final int PROGRAMS = 250;

    @Test
    void looksAtEveryProgramTheGrammarMakes() throws Exception {
        long seed = Long.getLong("connleak.fuzz.seed", 1L);
        long seconds = Long.getLong("connleak.fuzz.seconds", 0L);
        long end = System.nanoTime() + seconds * 1_000_000_000;
        Probe probe = new Probe();
        for (long i = 0; seconds > 0 ? System.nanoTime() < end : i < PROGRAMS; i++) {
            probe.look("seed " + (seed + i), MethodGrammar.program(seed + i));
        }
        System.out.println("fuzzed methods: " + probe);

        assertThat(probe.failures()).isEmpty();
        assertThat(probe.findings()).isPositive();
    }
}
