package io.jenkins.plugins.connleak.plugin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.actions.Assessment;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.HealthWeights;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanFacts;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import io.jenkins.plugins.connleak.plugin.checks.ScanCheck.Conclusion;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckWriterTest {
    private static final Comparison FIRST =
            new Comparison(ReferenceState.FIRST, "shop", 0, new Delta(List.of(), List.of(), List.of()));

    @Test
    void notesNewLeaksAloneWhereThereWasAReference() {
        Delta delta = new Delta(List.of(Reports.STATEMENT), List.of(Reports.CONNECTION), List.of());
        Comparison comparison = new Comparison(ReferenceState.FOUND, "team|a/`shop`", 17, delta);
        List<GateVerdict> verdicts = List.of(
                new GateVerdict(new Gate(GateType.NEW, "", 1, Criticality.UNSTABLE), 1),
                new GateVerdict(new Gate(GateType.TOTAL, "", 9, Criticality.FAILURE), 2));

        ScanCheck check = new CheckWriter(
                        action("connleak", Reports.REPORT, comparison, verdicts),
                        Reports.REPORT,
                        new LeakHistory(new TreeSet<>(List.of(1)), List.of(), List.of()))
                .check();

        assertThat(check)
                .isEqualTo(new ScanCheck(
                        "Connection Leaks",
                        Conclusion.FAILURE,
                        "2 leaks, 1 new",
                        "1 new, 0 fixed and 1 outstanding leaks against `team a/'shop' #17`.\n\n"
                                + "One file could not be looked at in full.\n\n"
                                + "| Quality gate | Leaks | Limit |  |\n"
                                + "| --- | ---: | ---: | --- |\n"
                                + "| New leaks | 1 | 1 | Unstable: stage and build are unstable |\n"
                                + "| Leaks | 2 | 9 | passed |\n",
                        "| Rule | Leaks |\n| --- | ---: |\n"
                                + "| Never closed | 1 |\n"
                                + "| Stays open when an exception is thrown | 1 |\n",
                        List.of(new CheckNote(
                                "src/Dao.java",
                                5,
                                false,
                                "Stays open when an exception is thrown (Possible)",
                                "st stays open when executeQuery() throws\nUse try-with-resources.",
                                "src/Dao.java:5 createStatement()\n"
                                        + "src/Dao.java:6 executeQuery() may throw\n"
                                        + "src/Dao.java:6 the exception leaves load()"))));
    }

    @Test
    void notesDefiniteLeaksFirstAndNoMoreThanAreTaken() {
        List<Finding> findings = IntStream.rangeClosed(1, 120)
                .mapToObj(line -> line <= 100 ? possible(line) : Reports.finding("src/Dao.java", line, "a" + line))
                .toList();
        ScanReport report = Reports.report(findings);

        ScanCheck check =
                new CheckWriter(action("shop", report, FIRST, List.of()), report, LeakHistory.UNKNOWN).check();

        assertThat(check.name()).isEqualTo("Connection Leaks (shop)");
        assertThat(check.conclusion()).isEqualTo(Conclusion.NEUTRAL);
        assertThat(check.title()).isEqualTo("120 leaks");
        assertThat(check.summary()).endsWith("\n\n50 of 120 leaks are noted at their lines; the report has all.");
        assertThat(check.notes().stream().map(CheckNote::line))
                .containsExactlyElementsOf(
                        IntStream.concat(IntStream.rangeClosed(101, 120), IntStream.rangeClosed(1, 30))
                                .boxed()
                                .toList());
    }

    @Test
    void succeedsWithoutLeaksAndWhenAllGatesPassed() {
        ScanReport clean = Reports.report(List.of());
        List<GateVerdict> passed = List.of(
                new GateVerdict(new Gate(GateType.TOTAL, "", 9, Criticality.FAILURE), 2),
                new GateVerdict(new Gate(GateType.TOTAL, "", 1, Criticality.NOTE), 2));

        ScanCheck ofClean =
                new CheckWriter(action("connleak", clean, FIRST, List.of()), clean, LeakHistory.UNKNOWN).check();
        ScanCheck ofPassed = new CheckWriter(
                        action("connleak", Reports.REPORT, FIRST, passed), Reports.REPORT, LeakHistory.UNKNOWN)
                .check();

        assertThat(ofClean.conclusion()).isEqualTo(Conclusion.SUCCESS);
        assertThat(ofClean.title()).isEqualTo("No leaks");
        assertThat(ofClean.text()).isEmpty();
        assertThat(ofPassed.conclusion()).isEqualTo(Conclusion.SUCCESS);
        assertThat(ofPassed.notes()).hasSize(2);
    }

    private static Finding possible(int line) {
        return new Finding(
                Reports.STATEMENT.rule(),
                Reports.STATEMENT.certainty(),
                Reports.STATEMENT.resource(),
                Reports.finding("src/Dao.java", line, "b" + line).place(),
                Reports.STATEMENT.explanation(),
                Reports.finding("src/Dao.java", line, "b" + line).fingerprint());
    }

    private static ScanAction action(String id, ScanReport report, Comparison comparison, List<GateVerdict> verdicts) {
        return new ScanAction(
                new ScanFacts(id, "", new BuildTag("shop", "4.5.0", "19"), "flow", Instant.EPOCH, 1),
                new ScanTotals(report),
                new Assessment(comparison, verdicts, HealthWeights.NONE, ""));
    }
}
