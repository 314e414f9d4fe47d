package io.jenkins.plugins.connleak.plugin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuildComparisonTest {
    private static final Finding OLD = Reports.finding("a/Old.java", 1, "01");
    private static final Finding NEW = Reports.finding("b/New.java", 1, "02");
    private static final Finding GONE = Reports.STATEMENT;

    private final TestRun now = run("shop", 9);

    @Test
    void tellsNewFixedAndOutstandingAndSinceWhenTheyAreThere() {
        Reference.Content before = content(run("shop", 8), List.of(OLD, GONE), 3, 7);

        BuildComparison comparison = BuildComparison.of(now, report(OLD, NEW), found(before), Optional.of(before));

        assertThat(comparison.delta()).isEqualTo(new Delta(List.of(NEW), List.of(OLD), List.of(GONE)));
        assertThat(comparison.history())
                .isEqualTo(new LeakHistory(
                        new TreeSet<>(List.of(1)), List.of(new FirstSeen("", 3), new FirstSeen("", 9)), List.of(GONE)));
        assertThat(List.of(
                        comparison.summary().getAdded(),
                        comparison.summary().getOutstanding(),
                        comparison.summary().getFixed(),
                        comparison.summary().getBuild(),
                        comparison.summary().getRemark()))
                .isEqualTo(List.of(1, 1, 1, 8, ""));
    }

    @Test
    void callsNothingNewWithoutAReferenceAndKeepsTheAges() {
        Reference none = Reference.none(ReferenceState.NO_USABLE, "shop", 0);
        Reference.Content failed = content(run("shop", 8), List.of(OLD), 2);

        BuildComparison comparison = BuildComparison.of(now, report(OLD, NEW), none, Optional.of(failed));

        assertThat(comparison.delta()).isEqualTo(new Delta(List.of(), List.of(OLD, NEW), List.of()));
        assertThat(comparison.history())
                .isEqualTo(new LeakHistory(
                        new TreeSet<>(), List.of(new FirstSeen("", 2), new FirstSeen("", 9)), List.of()));
        assertThat(comparison.summary().getState()).isEqualTo(ReferenceState.NO_USABLE);
    }

    @Test
    void knowsFromTheTargetBranchHowOldItsLeaksAreAndFromThePullRequestItsOwn() {
        Reference.Content target = content(run("main", 70), List.of(OLD), 40);
        Reference.Content previous = content(run("shop", 8), List.of(NEW), 6);

        BuildComparison comparison = BuildComparison.of(now, report(OLD, NEW), found(target), Optional.of(previous));

        assertThat(comparison.delta().added()).containsExactly(NEW);
        assertThat(comparison.history().firstSeen()).containsExactly(new FirstSeen("main", 40), new FirstSeen("", 6));
    }

    @Test
    void countsTheAgeFromAReferenceThatKnowsNone() {
        Reference.Content before = new Reference.Content(run("shop", 8), report(OLD), LeakHistory.UNKNOWN);

        BuildComparison comparison = BuildComparison.of(now, report(OLD), found(before), Optional.of(before));

        assertThat(comparison.history().firstSeen()).containsExactly(new FirstSeen("", 8));
    }

    @Test
    void remarksThatTheReferenceWasScannedDifferently() {
        ScanReport regex = new ScanReport(
                new ScanInfo(
                        "0.9",
                        "regex",
                        Reports.REPORT.info().tag(),
                        Map.of("certainty", "definite", "includes", "a/**")),
                Reports.REPORT.figures(),
                List.of(OLD),
                List.of(),
                List.of());
        Reference.Content before = new Reference.Content(run("shop", 8), regex, LeakHistory.UNKNOWN);

        assertThat(BuildComparison.of(now, report(OLD), found(before), Optional.empty())
                        .summary()
                        .getRemark())
                .isEqualTo("engine: 'regex' then, 'flow' now, version: '0.9' then, '1.0' now, certainty: 'definite'"
                        + " then, 'possible' now, includes: 'a/**' then, '' now");
    }

    private static Reference found(Reference.Content content) {
        return new Reference(
                ReferenceState.FOUND,
                content.run().getParent().getFullName(),
                content.run().getNumber(),
                Optional.of(content));
    }

    private static Reference.Content content(TestRun run, List<Finding> findings, Integer... firstSeen) {
        return new Reference.Content(
                run,
                report(findings.toArray(Finding[]::new)),
                new LeakHistory(
                        new TreeSet<>(),
                        Arrays.stream(firstSeen)
                                .map(build -> new FirstSeen("", build))
                                .toList(),
                        List.of()));
    }

    private static ScanReport report(Finding... findings) {
        return Reports.report(List.of(findings));
    }

    private static TestRun run(String job, int number) {
        TestJob parent = mock(TestJob.class);
        when(parent.getFullName()).thenReturn(job);
        TestRun run = mock(TestRun.class);
        when(run.getParent()).thenReturn(parent);
        when(run.getNumber()).thenReturn(number);
        return run;
    }
}
