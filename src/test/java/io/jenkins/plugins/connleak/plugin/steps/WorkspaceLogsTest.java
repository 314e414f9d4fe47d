package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLogsTest {
    private static final String LOG = """
            WARNING: Leak detected: Connection.close() was not called
            java.lang.Throwable: Connection was created at this point:
            \tat com.example.A.run(A.java:1)
            """;
    private static final ScanOutcome OUTCOME = new ScanOutcome(Reports.REPORT, List.of());

    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void makeLogs() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace/logs")).getParent();
        Files.writeString(workspace.resolve("logs/a.log"), LOG);
        Files.writeString(workspace.resolve("logs/b.txt"), LOG + LOG);
        Files.writeString(folder.resolve("secret.log"), LOG);
    }

    @Test
    void readsWhatFits() throws Exception {
        assertThat(totals("logs/*.log")).isEqualTo(new EvidenceTotals(1, 1, 0, 0, 0, 1));
        assertThat(totals("**/*.log", "**/*.txt")).isEqualTo(new EvidenceTotals(2, 3, 0, 0, 0, 1));
    }

    @Test
    void changesNothingWithoutAPattern() throws Exception {
        assertThat(new WorkspaceLogs(workspace).match(List.of(), OUTCOME)).isSameAs(OUTCOME);
    }

    @Test
    void findsNothingWhereNothingFits() throws Exception {
        assertThat(totals("none/*.log")).isEqualTo(EvidenceTotals.NONE);
    }

    @Test
    void followsNoLinkOutOfTheWorkspace() throws Exception {
        Files.createSymbolicLink(workspace.resolve("out.log"), folder.resolve("secret.log"));
        Files.createSymbolicLink(workspace.resolve("up"), folder);

        assertThat(totals("**/*.log")).isEqualTo(new EvidenceTotals(1, 1, 0, 0, 0, 1));
        assertThat(totals("up/secret.log")).isEqualTo(EvidenceTotals.NONE);
    }

    private EvidenceTotals totals(String... patterns) throws Exception {
        return new WorkspaceLogs(workspace)
                .match(List.of(patterns), OUTCOME)
                .report()
                .evidence()
                .totals();
    }
}
