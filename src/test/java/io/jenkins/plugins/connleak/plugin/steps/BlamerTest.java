package io.jenkins.plugins.connleak.plugin.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.FilePath;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.blame.BlameAnswer;
import io.jenkins.plugins.connleak.plugin.blame.BlameCallable;
import io.jenkins.plugins.connleak.plugin.blame.BlameTarget;
import io.jenkins.plugins.connleak.plugin.reference.BuildComparison;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlamerTest {
    private static final Blame ANNA = new Blame("Anna", "a".repeat(40), 1);
    private static final Blame BO = new Blame("Bo", "b".repeat(40), 2);
    private static final ScanReport REPORT = Reports.report(List.of(
            Reports.finding("A.java", 1, "aa"),
            Reports.finding("A.java", 2, "bb"),
            Reports.finding("B.java", 3, "cc"),
            Reports.finding("C.java", 0, "dd")));

    private final FilePath workspace = mock(FilePath.class);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<BlameTarget> asked = new ArrayList<>();

    @Test
    void asksForNewLeaksFirstAndNotForThoseThatAreKnown() throws Exception {
        answer(Map.of(new BlameTarget("B.java", 3), BO));

        assertThat(blame(Map.of("aa", ANNA, "zz", BO))).isEqualTo(Map.of(0, ANNA, 2, BO));
        assertThat(asked).containsExactly(new BlameTarget("B.java", 3), new BlameTarget("A.java", 2));
        assertThat(log.toString(UTF_8))
                .containsPattern("^\\[connleak] git names the author of 2 leaks of 4 leaks in [0-9.]+ s; so it is\\R$");
    }

    @Test
    void asksNobodyWhenAllIsKnown() throws Exception {
        assertThat(blame(Map.of("aa", ANNA, "bb", ANNA, "cc", BO))).isEqualTo(Map.of(0, ANNA, 1, ANNA, 2, BO));
        assertThat(asked).isEmpty();
    }

    private void answer(Map<BlameTarget, Blame> found) throws Exception {
        when(workspace.act(any(BlameCallable.class))).thenAnswer(call -> {
            asked.addAll(call.<BlameCallable>getArgument(0).targets());
            return new BlameAnswer(found, "so it is");
        });
    }

    private Map<Integer, Blame> blame(Map<String, Blame> known) throws Exception {
        Delta delta = new Delta(List.of(), List.of(), List.of());
        BuildComparison comparison = new BuildComparison(
                delta,
                new LeakHistory(new TreeSet<>(List.of(2)), List.of(), List.of()),
                new Comparison(ReferenceState.FIRST, "shop", 0, delta),
                known);
        return new Blamer(workspace, new ScanLog(new PrintStream(log, true, UTF_8), false)).blame(REPORT, comparison);
    }
}
