package io.jenkins.plugins.connleak.plugin.config;

import io.jenkins.plugins.connleak.archive.ResultContext;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Jenkins knows of a result beside the report, as the archive keeps it. */
final class ContextOfBuild {
    private ContextOfBuild() {}

    static ResultContext of(Map<String, String> environment, ScanAction action, LeakHistory history, String job) {
        return new ResultContext(
                new ResultContext.Revision(
                        first(environment, "BRANCH_NAME", "GIT_BRANCH"), first(environment, "GIT_COMMIT")),
                changes(action.getComparison(), history, job),
                gate(action.getGates()),
                action.getTotals().getEvidence());
    }

    private static Optional<ResultContext.Changes> changes(Comparison comparison, LeakHistory history, String job) {
        if (!comparison.isFound()) {
            return Optional.empty();
        }
        List<ResultContext.FirstSeen> firstSeen = history.firstSeen().stream()
                .map(first -> new ResultContext.FirstSeen(job(first, job), String.valueOf(first.build())))
                .toList();
        return Optional.of(new ResultContext.Changes(history.added(), comparison.getFixed(), firstSeen));
    }

    private static String job(FirstSeen first, String own) {
        return first.job().isEmpty() ? own : first.job();
    }

    /** What the worst gate that tripped means. */
    private static String gate(List<GateVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return "";
        }
        return verdicts.stream()
                .filter(GateVerdict::isTripped)
                .map(GateVerdict::criticality)
                .max(Enum::compareTo)
                .map(worst -> worst.name().toLowerCase(Locale.ROOT))
                .orElse("passed");
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value.trim();
            }
        }
        return "";
    }
}
