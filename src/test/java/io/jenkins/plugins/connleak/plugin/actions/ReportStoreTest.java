package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStoreTest {
    private static final SourceExcerpt OTHER = new SourceExcerpt("src/Ä\"\\.java", 7, List.of("a\tb", "", "\u0000ü"));

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of(Reports.EXCERPT, OTHER)));

        assertThat(store.readReport()).isEqualTo(Reports.REPORT);
        assertThat(store.readSources(Set.of("src/Dao.java"))).containsExactly(Reports.EXCERPT);
        assertThat(store.readSources(Set.of(OTHER.file(), "src/Dao.java"))).containsExactly(Reports.EXCERPT, OTHER);
        assertThat(store.readSources(Set.of("src/Nix.java"))).isEmpty();
    }

    @Test
    void leavesNoOtherFile() throws IOException {
        new ReportStore(folder, "main").write(new ScanOutcome(Reports.REPORT, List.of()));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("connleak-main.json", "connleak-main.sources.json");
        }
    }

    @Test
    void refusesSourcesThatAreCutOff() throws IOException {
        ReportStore store = new ReportStore(folder, "main");
        store.write(new ScanOutcome(Reports.REPORT, List.of(Reports.EXCERPT)));
        Path file = folder.resolve("connleak-main.sources.json");
        String text = Files.readString(file);
        for (int length : new int[] {0, 1, text.length() / 2, text.length() - 1}) {
            Files.writeString(file, text.substring(0, length));
            assertThatIOException().isThrownBy(() -> store.readSources(Set.of("src/Dao.java")));
        }
    }

    @Test
    void refusesSourcesThatAreSomethingElse() throws IOException {
        Path file = folder.resolve("connleak-main.sources.json");
        for (String text : List.of("[]", "{}", "{\"excerpts\": 1}", "{\"excerpts\": [1]}", "nix")) {
            Files.writeString(file, text);
            assertThatIOException()
                    .isThrownBy(() -> new ReportStore(folder, "main").readSources(Set.of("src/Dao.java")));
        }
    }
}
