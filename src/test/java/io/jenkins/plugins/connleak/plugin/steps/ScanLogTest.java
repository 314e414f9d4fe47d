package io.jenkins.plugins.connleak.plugin.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanLogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void saysWhatTheScanDid() {
        ScanLog log = log(false);
        log.started(ScanOptions.DEFAULT, "/ws");
        log.finished(Reports.REPORT, new ScanTotals(Reports.REPORT), 3_210);

        assertThat(lines())
                .containsExactly(
                        "[connleak] Scanning /ws for leaked connections (engine flow, certainty possible)",
                        "[connleak] problem: unparsable in src/Broken.java:7: it can't be parsed",
                        "[connleak] 12 files with 3,456 lines in 3.2 s, 1 problem",
                        "[connleak] 2 leaks; never-closed 1, not-closed-on-exception 1; definite 1, possible 1; 1"
                                + " silenced");
    }

    @Test
    void listsNoMoreThanTheFirstProblems() {
        List<Problem> problems = IntStream.range(0, 25)
                .mapToObj(i -> new Problem(Problem.Kind.UNREADABLE, "F" + i + ".java", 0, "no"))
                .toList();
        ScanReport report =
                new ScanReport(Reports.REPORT.info(), Reports.REPORT.figures(), List.of(), List.of(), problems);

        log(false).finished(report, new ScanTotals(report), 0);

        assertThat(lines()).hasSize(23).element(20).isEqualTo("[connleak] ... and 5 more problems, see the report");
    }

    @Test
    void keepsALineALineWhateverAFileIsCalled() {
        log(true).warn("a\nb\u001b[31mc");

        assertThat(lines()).containsExactly("[connleak] WARNING: a b [31mc");
    }

    private ScanLog log(boolean quiet) {
        return new ScanLog(new PrintStream(out, true, UTF_8), quiet);
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }
}
