package io.jenkins.plugins.connleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");
    private static final List<String> SHOWN =
            List.of("job", "release", "build", "finishedAt", "leaks", "definite", "possible");

    @Test
    void drawsABarForEachScan() throws IOException {
        assertThat(written(List.of(
                        build("shop", "4.5.0", "19", 1_500, 1_000),
                        build("shop", "4.5.0", "20", 750, 750),
                        build("shop", "4.6.0", "1", 1, 0),
                        build("", "", "", 0, 0))))
                .isEqualTo("""
                        Job   Release  Build  Finished (UTC)    Leaks  Definite  Possible
                        shop  4.5.0    19     2026-03-04 05:06  1,500     1,000       500  ##############################
                        shop  4.5.0    20     2026-03-04 05:06    750       750         0  ###############
                        shop  4.6.0    1      2026-03-04 05:06      1         0         1  #
                        -     -        -      2026-03-04 05:06      0         0         0
                        """);
    }

    @Test
    void namesFromTheArchiveCanNotControlTheTerminal() throws IOException {
        assertThat(written(List.of(build("\u001b[2Jshop\n\u202e", "r".repeat(100), "\u0007", 1, 1)))
                        .lines()
                        .skip(1))
                .containsExactly("?[2Jshop??  " + "r".repeat(37) + "...  ?      2026-03-04 05:06      1         1"
                        + "         0  ##############################");
    }

    @Test
    void showsScanAndSourceOnlyWhereThereAreSeveral() {
        ScanSeries one = new ScanSeries("cli", "shop", "connleak");

        assertThat(HistoryTables.shown(List.of(one, one), List.of("release"))).containsExactly("job", "release");
        assertThat(HistoryTables.shown(
                        List.of(one, new ScanSeries("jenkins-1", "shop", "connleak")), List.of("release")))
                .containsExactly("job", "source", "release");
        assertThat(HistoryTables.shown(List.of(one, new ScanSeries("cli", "bank", "tests")), List.of()))
                .containsExactly("job", "scan");
    }

    private static String written(List<ArchivedBuild> builds) throws IOException {
        StringBuilder text = new StringBuilder();
        new TextTable(HistoryTables.ofBuilds(builds), SHOWN).writeWithBars("leaks", text);
        return text.toString();
    }

    private static ArchivedBuild build(String job, String release, String build, int total, int definite) {
        return new ArchivedBuild(
                "key",
                new ScanSeries("cli", job, "connleak"),
                new ArchivedBuild.Label(build, release, build, ""),
                TIME,
                new ArchivedBuild.Totals(total, Map.of(), Map.of("definite", definite, "possible", total - definite)));
    }
}
