package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakHistoryTest {
    private static final LeakHistory HISTORY = new LeakHistory(
            new TreeSet<>(List.of(1)),
            List.of(new FirstSeen("shop/main", 12), new FirstSeen("", 40)),
            List.of(Reports.finding("src/Gone.java", 9, "ff")));

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of()), HISTORY);

        assertThat(store.readHistory(2)).isEqualTo(HISTORY);
        assertThat(store.readReport()).isEqualTo(Reports.REPORT);
        assertThat(Files.readString(folder.resolve("connleak-main.history.json")))
                .isEqualTo("{\"version\":1,\"new\":[1],\"jobs\":[\"shop/main\",\"\"],\"firstJobs\":[0,1],"
                        + "\"firstBuilds\":[12,40]}");
    }

    @Test
    void knowsNothingOfAScanThatKeptNone() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of()));

        assertThat(store.readHistory(2)).isEqualTo(LeakHistory.UNKNOWN);
        assertThat(LeakHistory.UNKNOWN.isNew(0)).isFalse();
        assertThat(LeakHistory.UNKNOWN.firstSeen(0, new FirstSeen("", 7))).isEqualTo(new FirstSeen("", 7));
    }

    @Test
    void refusesOneThatIsDamagedOrAnotherReports() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of()), HISTORY);
        Path file = folder.resolve("connleak-main.history.json");
        String text = Files.readString(file);

        assertThatIOException().isThrownBy(() -> store.readHistory(3));
        for (String damaged : List.of(
                text.substring(0, text.length() / 2),
                "[]",
                "{}",
                text.replace("[0,1]", "[0,2]"),
                text.replace("[12,40]", "[12,-1]"),
                text.replace("[12,40]", "12"))) {
            Files.writeString(file, damaged);
            assertThatIOException().isThrownBy(() -> store.readHistory(2));
        }
    }
}
