package io.jenkins.plugins.connleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTableTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void drawsABarForEachScan() throws IOException {
        StringBuilder table = new StringBuilder();

        HistoryTable.write(
                List.of(
                        entry("shop", "4.5.0", "19", 1_500, 1_000),
                        entry("shop", "4.5.0", "20", 750, 750),
                        entry("shop", "4.6.0", "1", 1, 0),
                        entry("", "", "", 0, 0)),
                table);

        assertThat(table.toString()).isEqualTo("""
                        Job   Release  Build  Finished (UTC)    Leaks  Definite  Possible
                        shop  4.5.0    19     2026-03-04 05:06  1,500     1,000       500  ##############################
                        shop  4.5.0    20     2026-03-04 05:06    750       750         0  ###############
                        shop  4.6.0    1      2026-03-04 05:06      1         0         1  #
                        -     -        -      2026-03-04 05:06      0         0         0
                        """);
    }

    @Test
    void namesFromTheArchiveCanNotControlTheTerminal() throws IOException {
        StringBuilder table = new StringBuilder();

        HistoryTable.write(List.of(entry("\u001b[2Jshop\n", "r".repeat(100), "\u0007", 1, 1)), table);

        assertThat(table.toString().lines().skip(1))
                .containsExactly("?[2Jshop?  " + "r".repeat(37) + "...  ?      2026-03-04 05:06      1         1"
                        + "         0  ##############################");
    }

    private static HistoryEntry entry(String job, String release, String build, int total, int definite) {
        return new HistoryEntry(
                new BuildTag(job, release, build),
                TIME,
                total,
                Map.of(),
                Map.of("definite", definite, "possible", total - definite));
    }
}
