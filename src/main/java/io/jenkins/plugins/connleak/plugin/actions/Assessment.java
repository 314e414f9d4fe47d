package io.jenkins.plugins.connleak.plugin.actions;

import java.util.List;
import java.util.Objects;

/**
 * What a scan is worth beside its counts.
 *
 * @param comparison what it was compared with, and what came of it
 * @param verdicts what the quality gates said, in the order in which they were given
 * @param weights what leaks cost the job's health
 * @param trendChart name of the chart on the job's page; empty for the usual one
 */
public record Assessment(Comparison comparison, List<GateVerdict> verdicts, HealthWeights weights, String trendChart) {
    public Assessment {
        Objects.requireNonNull(comparison);
        Objects.requireNonNull(weights);
        Objects.requireNonNull(trendChart);
        verdicts = List.copyOf(verdicts);
    }

    /** Of a scan that was compared with nothing and had no gates. */
    static Assessment none(int total) {
        return new Assessment(Comparison.none(total), List.of(), HealthWeights.NONE, "");
    }
}
