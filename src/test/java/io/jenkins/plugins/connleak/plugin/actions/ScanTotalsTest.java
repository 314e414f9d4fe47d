package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.Reports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanTotalsTest {
    @Test
    void countsByRuleKindAndCertaintyInTheirOrder() {
        ScanTotals totals = new ScanTotals(Reports.report(List.of(Reports.STATEMENT, Reports.CONNECTION)));

        assertThat(totals.getTotal()).isEqualTo(2);
        assertThat(totals.getSilenced()).isEqualTo(1);
        assertThat(totals.getProblems()).isEqualTo(1);
        assertThat(totals.getFiles()).isEqualTo(12);
        assertThat(totals.getLines()).isEqualTo(3456);
        assertThat(totals.getByRule())
                .containsExactly(Map.entry("never-closed", 1), Map.entry("not-closed-on-exception", 1));
        assertThat(totals.getByKind()).containsExactly(Map.entry("connection", 1), Map.entry("statement", 1));
        assertThat(totals.getByCertainty()).containsExactly(Map.entry("definite", 1), Map.entry("possible", 1));
    }

    @Test
    void leavesOutWhatIsZero() {
        ScanTotals totals = new ScanTotals(Reports.report(List.of()));

        assertThat(totals.getByRule()).isEmpty();
        assertThat(totals.getByKind()).isEmpty();
        assertThat(totals.getByCertainty()).isEmpty();
    }
}
