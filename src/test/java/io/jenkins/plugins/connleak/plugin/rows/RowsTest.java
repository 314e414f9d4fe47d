package io.jenkins.plugins.connleak.plugin.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.plugin.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    private static final Known SECOND_IS_NEW = new Known() {
        @Override
        public boolean isNew(int place) {
            return place == 1;
        }

        @Override
        public String firstJob(int place) {
            return place == 0 ? "other" : "";
        }

        @Override
        public int firstBuild(int place) {
            return 7 + place;
        }
    };

    @TempDir
    private Path folder;

    @Test
    void hasARowForEachLeakAndProblem() throws IOException {
        Finding gone = Reports.finding("src/Gone.java", 4, "aa09");
        Rows rows = RowFiles.write(folder, Reports.REPORT, List.of(gone), SECOND_IS_NEW)
                .rows();

        assertThat(IntStream.range(0, rows.size()).mapToObj(row -> shown(rows, row)))
                .containsExactly(
                        "outstanding aa01 never-closed definite src/Dao.java:3 7 other",
                        "new aa02 not-closed-on-exception possible src/Dao.java:5 8 ",
                        "silenced aa03 never-closed definite src/Old.java:9 0 ",
                        "problem  unparsable  src/Broken.java:7 0 ",
                        "fixed aa09 never-closed definite src/Gone.java:4 0 ");
        assertThat(rows.text(2, Column.REASON)).isEqualTo("goes next year");
        assertThat(rows.text(2, Column.SILENCED_BY)).isEqualTo("comment");
    }

    @Test
    void readsOneLeakInFullFromItsPlaceInTheFile() throws IOException {
        List<Finding> leaks = RowFiles.leaks(500);
        Finding gone = Reports.finding("src/Gone.java", 4, "aa09");
        RowsFile file = RowFiles.write(folder, RowFiles.report(leaks), List.of(gone), Known.NOTHING);
        Rows rows = file.rows();

        List<Finding> read = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            read.add(file.finding(rows, row));
        }
        assertThat(read).isEqualTo(leaks);
        assertThat(file.finding(rows, rows.withId("aa09"))).isEqualTo(gone);
    }

    @Test
    void readsASilencedLeakAndRefusesAProblem() throws IOException {
        RowsFile file = RowFiles.write(folder, Reports.REPORT, List.of(), Known.NOTHING);
        Rows rows = file.rows();

        assertThat(file.finding(rows, rows.withId("aa03")))
                .isEqualTo(Reports.REPORT.silenced().get(0).finding());
        assertThatIOException().isThrownBy(() -> file.finding(rows, 3)).withMessageContaining("no leak");
    }

    @Test
    void findsALeakByItsIdAloneAndCallsDoublesByTheirPlace() throws IOException {
        Finding bare = Reports.CONNECTION.withFingerprint(Fingerprint.NONE);
        Rows rows = RowFiles.write(
                        folder,
                        RowFiles.report(List.of(bare, Reports.STATEMENT, bare, Reports.STATEMENT)),
                        List.of(Reports.STATEMENT),
                        Known.NOTHING)
                .rows();

        assertThat(IntStream.range(0, rows.size()).mapToObj(row -> rows.text(row, Column.ID)))
                .containsExactly("n1", "aa02", "n3", "n4", "f1");
        assertThat(rows.withId("n3")).isEqualTo(2);
        assertThat(List.of(rows.withId(""), rows.withId("src/Dao.java"), rows.withId("..")))
                .containsExactly(-1, -1, -1);
    }

    @Test
    void knowsWhereTheLinesOfAFileAreKept() throws IOException {
        RowsBuilder builder = new RowsBuilder();
        builder.addSources(List.of(
                span("b/B.java", 40, 50, 300),
                span("a/A.java", 1, 9, 10),
                span("b/B.java", 10, 20, 200),
                span("c/C.java", 1, 9, 400)));
        Rows rows = Rows.of(builder.toBytes(1), 1);

        assertThat(rows.excerpts("b/B.java", 20, 39))
                .containsExactly(span("b/B.java", 10, 20, 200).span());
        assertThat(rows.excerpts("b/B.java", 1, 99))
                .containsExactly(
                        span("b/B.java", 10, 20, 200).span(),
                        span("b/B.java", 40, 50, 300).span());
        assertThat(rows.excerpts("b/B.java", 21, 39)).isEmpty();
        assertThat(rows.excerpts("x/X.java", 1, 99)).isEmpty();
    }

    @Test
    void makesALostDamagedOrForeignIndexAgain() throws IOException {
        RowsFile file = RowFiles.write(folder, Reports.REPORT, List.of(), Known.NOTHING);
        file.make();
        Path index = folder.resolve("index");
        byte[] whole = Files.readAllBytes(index);
        Map<String, byte[]> damaged = Map.of(
                "cut", Arrays.copyOf(whole, whole.length / 2),
                "empty", new byte[0],
                "changed", changed(whole, whole.length / 2),
                "of another version", changed(whole, 7),
                "of another report", changed(whole, 15));

        damaged.forEach((how, bytes) -> assertThatIOException()
                .as(how)
                .isThrownBy(() -> Rows.of(bytes, Files.size(folder.resolve("report.json")))));
        int time = 0;
        for (byte[] bytes : damaged.values()) {
            Files.write(index, bytes);
            Files.setLastModifiedTime(folder.resolve("report.json"), FileTime.fromMillis(1_000L * ++time));
            assertThat(new RowsFile(parts(), fill()).rows().size()).isEqualTo(4);
        }
    }

    private RowsFile.Parts parts() {
        return new RowsFile.Parts(
                folder.resolve("index"),
                folder.resolve("report.json"),
                folder.resolve("fixed.json"),
                folder.resolve("sources.json"));
    }

    private RowsFile.Maker fill() {
        return builder -> {
            try (var in = Files.newInputStream(folder.resolve("report.json"))) {
                builder.addReport(in, Known.NOTHING);
            }
        };
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void saysThatAReportIsDamaged() throws IOException {
        RowsFile file = RowFiles.write(folder, Reports.REPORT, List.of(), Known.NOTHING);
        Path report = folder.resolve("report.json");
        String text = Files.readString(report);
        for (int length : new int[] {0, 1, text.length() / 2, text.length() - 3}) {
            Files.writeString(report, text.substring(0, length));
            assertThatIOException().isThrownBy(file::rows);
        }
    }

    @Test
    void holdsNoMoreIndexesThanItsBound() throws IOException {
        Rows rows =
                RowFiles.write(folder, Reports.REPORT, List.of(), Known.NOTHING).rows();
        RowsCache cache = new RowsCache(3L * rows.weight());
        List<Integer> read = new ArrayList<>();
        for (int build : new int[] {1, 2, 3, 1, 4, 1, 2}) {
            cache.get(new RowsCache.Key(Path.of("index" + build), 1, 1), () -> {
                read.add(build);
                return rows;
            });
        }

        assertThat(read).containsExactly(1, 2, 3, 4, 2);
        assertThat(cache.weight()).isEqualTo(3L * rows.weight());
    }

    private static SourceSpan span(String file, int first, int last, long offset) {
        return new SourceSpan(file, first, last, new JsonReportParts.Span(offset, 90));
    }

    private static String shown(Rows rows, int row) {
        return rows.state(row).id() + " " + rows.text(row, Column.ID) + " " + rows.text(row, Column.RULE) + " "
                + rows.text(row, Column.CERTAINTY) + " " + rows.text(row, Column.FILE) + ":" + rows.line(row) + " "
                + rows.firstBuild(row) + " " + rows.text(row, Column.FIRST_JOB);
    }
}
