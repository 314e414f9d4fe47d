package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameJsonTest {
    private static final String COMMIT = "c".repeat(40);
    private static final Map<Integer, Blame> BLAMES = Map.of(1, new Blame("=Anna \"B\" <i>", COMMIT, 1_700_000_000L));

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() throws IOException {
        ReportStore store = store();

        assertThat(store.readBlames(2)).isEqualTo(BLAMES);
        assertThat(Files.readString(file()))
                .isEqualTo("{\"version\":1,\"blames\":[{\"leak\":1,\"author\":\"=Anna \\\"B\\\" <i>\",\"commit\":\""
                        + COMMIT + "\",\"authored\":1700000000}]}");
    }

    @Test
    void knowsNobodyOfABuildThatKeptNoneOrWhoseFileIsDamaged() throws IOException {
        ReportStore store = store();
        String text = Files.readString(file());

        assertThat(store.readBlames(1)).isEmpty();
        for (String damaged : List.of(
                text.substring(0, text.length() / 2),
                "[]",
                "",
                "{\"blames\":1}",
                text.replace(COMMIT, "javascript:"),
                text.replace("\"leak\":1", "\"leak\":-1"),
                text.replace("1700000000", "-7"))) {
            Files.writeString(file(), damaged);
            assertThat(store.readBlames(2)).as(damaged).isEmpty();
        }
        Files.delete(file());
        assertThat(store.readBlames(2)).isEmpty();
    }

    @Test
    void isShownInTheRowsTheirJsonAndTheirCsv() throws IOException {
        Rows rows = store().rows(2).rows();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        RowsJson.write(rows, RowQuery.of(name -> name.equals("q") ? "anna" : null), json);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        RowsCsv.write(
                rows,
                RowQuery.of(name -> Map.of("sort", "author", "order", "down").get(name)),
                csv);

        assertThat(rows.isBlamed()).isTrue();
        assertThat(rows.text(0, Column.AUTHOR)).isEmpty();
        assertThat(json.toString(StandardCharsets.UTF_8))
                .contains("\"found\":1,", "\"blamed\":true")
                .contains("\"author\":\"=Anna \\\"B\\\" <i>\",\"commit\":\"" + COMMIT
                        + "\",\"authored\":\"2023-11-14T22:13:20Z\"");
        List<String> lines = csv.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith(",id,author,commit,authored,evidence");
        assertThat(lines.get(1)).endsWith(",\"'=Anna \"\"B\"\" <i>\"," + COMMIT + ",2023-11-14T22:13:20Z,");
        assertThat(lines.get(2)).endsWith(",aa01,,,,");
    }

    @Test
    void isToldByTheRemoteApi() {
        Blame blame = new Blame("Anna", COMMIT, 0);

        ExportedFinding known = new ExportedFinding(Reports.CONNECTION, blame);
        ExportedFinding unknown = new ExportedFinding(Reports.CONNECTION, null);

        assertThat(List.of(
                        String.valueOf(known.getAuthor()),
                        String.valueOf(known.getCommit()),
                        String.valueOf(known.getAuthored())))
                .isEqualTo(List.of("Anna", COMMIT, "1970-01-01T00:00:00Z"));
        assertThat(unknown.getAuthor()).isNull();
        assertThat(unknown.getCommit()).isNull();
        assertThat(unknown.getAuthored()).isNull();
    }

    private ReportStore store() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of()), new LeakFacts(LeakHistory.UNKNOWN, BLAMES));
        return store;
    }

    private Path file() {
        return folder.resolve("connleak-main.blame.json");
    }
}
