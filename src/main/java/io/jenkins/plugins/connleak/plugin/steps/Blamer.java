package io.jenkins.plugins.connleak.plugin.steps;

import hudson.FilePath;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.blame.BlameAnswer;
import io.jenkins.plugins.connleak.plugin.blame.BlameCallable;
import io.jenkins.plugins.connleak.plugin.blame.BlameTarget;
import io.jenkins.plugins.connleak.plugin.reference.BuildComparison;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds out who wrote the lines at which the resources of a report are acquired, those of new leaks first. What an earlier build
 * found out of a leak that is the same still holds.
 */
final class Blamer {
    /** Most lines that are asked for. */
    static final int MAX_TARGETS = 5_000;

    private static final BlameAnswer NOTHING = new BlameAnswer(Map.of(), "");

    private final FilePath workspace;
    private final ScanLog log;

    Blamer(FilePath workspace, ScanLog log) {
        this.workspace = workspace;
        this.log = log;
    }

    /** By place of the leak, as far as it can be told; that it can't is no failure of the scan. */
    Map<Integer, Blame> blame(ScanReport report, BuildComparison comparison) throws IOException, InterruptedException {
        Map<String, Blame> known = comparison.blames();
        Set<BlameTarget> targets = targets(report.findings(), comparison.history(), known.keySet());
        long start = System.nanoTime();
        BlameAnswer answer = targets.isEmpty() ? NOTHING : workspace.act(new BlameCallable(List.copyOf(targets)));
        AnswerLimits.check(answer, targets);
        Map<Integer, Blame> blames = new TreeMap<>();
        for (int place = 0; place < report.findings().size(); place++) {
            Finding finding = report.findings().get(place);
            Blame blame = answer.found()
                    .getOrDefault(
                            target(finding), known.get(finding.fingerprint().exact()));
            if (blame != null) {
                blames.put(place, blame);
            }
        }
        log.blamed(blames.size(), report.findings().size(), System.nanoTime() - start, answer.trouble());
        return blames;
    }

    private static Set<BlameTarget> targets(List<Finding> findings, LeakHistory history, Set<String> known) {
        IntStream newFirst = IntStream.concat(
                history.added().stream().mapToInt(Integer::intValue).filter(place -> place < findings.size()),
                IntStream.range(0, findings.size()));
        Set<BlameTarget> targets = new LinkedHashSet<>();
        newFirst.mapToObj(findings::get)
                .filter(finding -> finding.place().line() > 0)
                .filter(finding -> !known.contains(finding.fingerprint().exact()))
                .map(Blamer::target)
                .filter(target -> targets.size() < MAX_TARGETS)
                .forEach(targets::add);
        return targets;
    }

    private static BlameTarget target(Finding finding) {
        return new BlameTarget(finding.place().file(), finding.place().line());
    }
}
