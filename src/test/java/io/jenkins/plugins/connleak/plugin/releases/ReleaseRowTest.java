package io.jenkins.plugins.connleak.plugin.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleaseRowTest {
    @Test
    void addsUpEachReleaseThatOfTheNewestBuildFirst() {
        List<ReleaseRow> rows = ReleaseRow.of(List.of(
                build("3", "4.5.0", 300, 2),
                build("1", "4.5.0", 100, 7),
                build("4", "4.6.0", 400, 9),
                build("2", "4.5.0", 200, 1)));

        assertThat(rows.stream().map(ReleaseRowTest::describe))
                .containsExactly(
                        "4.6.0: 1 builds, #4 9 to #4 9, 9 to 9, change , worse false",
                        "4.5.0: 3 builds, #1 7 to #3 2, 1 to 7, change -5, worse false");
    }

    @Test
    void marksWhatOnlyTheArchiveHas() {
        BuildPoint archived = BuildPoint.of(new ArchivedBuild(
                "key",
                new ScanSeries("jenkins-1", "shop", "connleak"),
                new ArchivedBuild.Label("1", "4.5.0", "19", ""),
                Instant.ofEpochMilli(100),
                new ArchivedBuild.Totals(1, Map.of(), Map.of())));

        ReleaseRow row =
                ReleaseRow.of(List.of(build("2", "4.5.0", 200, 5), archived)).get(0);

        assertThat(List.of(row.getFirst().isArchived(), row.getLast().isArchived()))
                .containsExactly(true, false);
        assertThat(row.getArchived()).isEqualTo(1);
        assertThat(row.getFirst().getBuildNumber()).isEqualTo("19");
        assertThat(row.isWorse()).isTrue();
    }

    @Test
    void takesTenThousandReleases() {
        List<BuildPoint> builds = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(index -> builds.add(build("" + index, "r" + index, index, index)));

        assertThat(ReleaseRow.of(builds)).hasSize(10_000).first().satisfies(row -> assertThat(row.getRelease())
                .isEqualTo("r9999"));
    }

    private static String describe(ReleaseRow row) {
        return row.getRelease() + ": " + row.getBuilds() + " builds, #"
                + row.getFirst().getNumber() + " "
                + row.getFirst().getTotal() + " to #" + row.getLast().getNumber() + " "
                + row.getLast().getTotal() + ", " + row.getFewest() + " to " + row.getMost() + ", change "
                + row.getChange() + ", worse " + row.isWorse();
    }

    private static BuildPoint build(String number, String release, long finished, int total) {
        return new BuildPoint(number, release, number, finished, total, Optional.empty());
    }
}
