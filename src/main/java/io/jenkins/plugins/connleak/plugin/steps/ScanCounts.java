package io.jenkins.plugins.connleak.plugin.steps;

import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a Pipeline script gets back. It is a map of numbers, texts and such maps, and no class of ours, so that a
 * sandboxed script can read it without any approval and a Pipeline can keep it over a restart:
 * {@code def leaks = connleakScan(); if (leaks.total > 0) ...}.
 */
final class ScanCounts {
    private ScanCounts() {}

    static Map<String, Object> of(ScanAction action) {
        ScanTotals totals = action.getTotals();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("id", action.getId());
        counts.put("release", action.getRelease());
        counts.put("buildNumber", action.getBuildNumber());
        counts.put("total", totals.getTotal());
        counts.put("definite", totals.getByCertainty().getOrDefault("definite", 0));
        counts.put("possible", totals.getByCertainty().getOrDefault("possible", 0));
        counts.put("silenced", totals.getSilenced());
        counts.put("problems", totals.getProblems());
        counts.put("files", totals.getFiles());
        counts.put("lines", totals.getLines());
        counts.put("byRule", new LinkedHashMap<>(totals.getByRule()));
        counts.put("byKind", new LinkedHashMap<>(totals.getByKind()));
        counts.put("durationMillis", action.getDurationMillis());
        counts.put("new", action.getComparison().getAdded());
        counts.put("fixed", action.getComparison().getFixed());
        counts.put("outstanding", action.getComparison().getOutstanding());
        counts.put("reference", reference(action));
        counts.put("evidence", new LinkedHashMap<>(totals.getEvidence()));
        counts.put("passed", action.isPassed());
        counts.put("health", action.getHealth());
        counts.put(
                "gates",
                new ArrayList<>(action.getGates().stream().map(ScanCounts::gate).toList()));
        return counts;
    }

    private static Map<String, Object> reference(ScanAction action) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("found", action.getComparison().isFound());
        reference.put("job", action.getComparison().getJob());
        reference.put("build", action.getComparison().getBuild());
        return reference;
    }

    private static Map<String, Object> gate(GateVerdict verdict) {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("type", verdict.getType());
        gate.put("rule", verdict.getRule());
        gate.put("threshold", verdict.getThreshold());
        gate.put("criticality", verdict.getCriticality());
        gate.put("figure", verdict.getFigure());
        gate.put("tripped", verdict.isTripped());
        return gate;
    }
}
