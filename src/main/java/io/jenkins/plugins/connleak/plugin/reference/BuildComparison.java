package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Run;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.Pairs;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What came and went since the reference, and since which build each leak is there.
 *
 * @param delta what came and went; without a reference nothing did
 * @param history the same by place of the leak, and the builds that had them first
 * @param summary what the build's record keeps
 * @param blames who wrote the leaks of an earlier build, by exact fingerprint
 */
public record BuildComparison(Delta delta, LeakHistory history, Comparison summary, Map<String, Blame> blames) {
    public BuildComparison {
        blames = Map.copyOf(blames);
    }

    /** Compares the report of scan {@code id} of a build. */
    public static BuildComparison of(
            Run<?, ?> run, String id, ScanReport report, ReferenceOptions options, Map<String, String> environment) {
        ReferenceFinder finder = new ReferenceFinder(run, id, new JenkinsFacade());
        Reference reference = finder.find(options, environment);
        Optional<Reference.Content> previous = finder.previous();
        BuildComparison comparison = of(run, report, reference, previous);
        return new BuildComparison(
                comparison.delta(),
                comparison.history(),
                comparison.summary(),
                EarlierBlames.of(previous.or(reference::content), id));
    }

    static BuildComparison of(
            Run<?, ?> run, ScanReport report, Reference reference, Optional<Reference.Content> previous) {
        Optional<Pairs> pairs = reference
                .content()
                .map(content -> Pairs.between(content.report().findings(), report));
        Delta delta = pairs.map(matched -> Delta.of(matched, report))
                .orElseGet(() -> new Delta(List.of(), report.findings(), List.of()));
        Comparison summary = new Comparison(reference.state(), reference.job(), reference.build(), delta);
        reference.content().ifPresent(content -> summary.setRemark(remark(content.report(), report)));
        LeakHistory history = new LeakHistory(
                new TreeSet<>(pairs.map(matched -> added(matched, report)).orElse(List.of())),
                firstSeen(run, report, reference, previous),
                delta.fixed());
        return new BuildComparison(delta, history, summary, Map.of());
    }

    private static List<Integer> added(Pairs pairs, ScanReport report) {
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            if (pairs.partnerOf(i).isEmpty()) {
                added.add(i);
            }
        }
        return added;
    }

    /** The job's own previous scan tells first: a leak that is new to a target branch may be old to its pull request. */
    private static List<FirstSeen> firstSeen(
            Run<?, ?> run, ScanReport report, Reference reference, Optional<Reference.Content> previous) {
        List<LeakAges> known = new ArrayList<>();
        previous.ifPresent(content -> known.add(LeakAges.of(content, run, report)));
        reference
                .content()
                .filter(content ->
                        previous.isEmpty() || content.run() != previous.get().run())
                .ifPresent(content -> known.add(LeakAges.of(content, run, report)));
        FirstSeen now = new FirstSeen("", run.getNumber());
        List<FirstSeen> all = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            int place = i;
            all.add(known.stream()
                    .flatMap(ages -> ages.of(place).stream())
                    .findFirst()
                    .orElse(now));
        }
        return all;
    }

    /** Other rules of the game make leaks new that are not. */
    private static String remark(ScanReport reference, ScanReport report) {
        List<String> differences = new ArrayList<>();
        difference(
                differences, "engine", reference.info().engine(), report.info().engine());
        difference(
                differences,
                "version",
                reference.info().toolVersion(),
                report.info().toolVersion());
        TreeSet<String> options = new TreeSet<>(reference.info().options().keySet());
        options.addAll(report.info().options().keySet());
        for (String option : options) {
            difference(
                    differences,
                    option,
                    reference.info().options().getOrDefault(option, ""),
                    report.info().options().getOrDefault(option, ""));
        }
        return String.join(", ", differences);
    }

    private static void difference(List<String> differences, String what, String then, String now) {
        if (!then.equals(now)) {
            differences.add(what + ": '" + then + "' then, '" + now + "' now");
        }
    }
}
