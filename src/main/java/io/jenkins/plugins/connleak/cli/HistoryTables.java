package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.core.export.DataTable;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was read from an archive, as tables. */
final class HistoryTables {
    private static final List<DataTable.Column> BUILDS = List.of(
            new DataTable.Column("job", "Job"),
            new DataTable.Column("scan", "Scan"),
            new DataTable.Column("source", "Source"),
            new DataTable.Column("release", "Release"),
            new DataTable.Column("build", "Build"),
            new DataTable.Column("finishedAt", "Finished (UTC)"),
            new DataTable.Column("leaks", "Leaks"),
            new DataTable.Column("definite", "Definite"),
            new DataTable.Column("possible", "Possible"),
            new DataTable.Column("url", "Address"));

    private static final List<DataTable.Column> RELEASES = List.of(
            new DataTable.Column("job", "Job"),
            new DataTable.Column("scan", "Scan"),
            new DataTable.Column("source", "Source"),
            new DataTable.Column("release", "Release"),
            new DataTable.Column("builds", "Builds"),
            new DataTable.Column("firstBuild", "First build"),
            new DataTable.Column("firstFinishedAt", "Finished (UTC)"),
            new DataTable.Column("first", "Leaks"),
            new DataTable.Column("lastBuild", "Last build"),
            new DataTable.Column("lastFinishedAt", "Finished (UTC)"),
            new DataTable.Column("last", "Leaks"),
            new DataTable.Column("min", "Fewest"),
            new DataTable.Column("max", "Most"));

    private HistoryTables() {}

    static DataTable ofBuilds(List<ArchivedBuild> builds) {
        return new DataTable(
                BUILDS,
                builds.stream()
                        .<List<Object>>map(build -> List.of(
                                build.series().job(),
                                build.series().scanId(),
                                build.series().source(),
                                build.label().release(),
                                build.label().buildNumber(),
                                build.finishedAt(),
                                build.totals().all(),
                                certain(build, Certainty.DEFINITE),
                                certain(build, Certainty.POSSIBLE),
                                build.label().url()))
                        .toList());
    }

    static DataTable ofReleases(List<ReleaseTotals> releases) {
        return new DataTable(
                RELEASES,
                releases.stream()
                        .<List<Object>>map(release -> List.of(
                                release.series().job(),
                                release.series().scanId(),
                                release.series().source(),
                                release.release(),
                                release.builds(),
                                release.first().buildNumber(),
                                release.first().finishedAt(),
                                release.first().total(),
                                release.last().buildNumber(),
                                release.last().finishedAt(),
                                release.last().total(),
                                release.range().min(),
                                release.range().max()))
                        .toList());
    }

    /** Ids of the columns that people are shown: scan and source only where there are several. */
    static List<String> shown(List<ScanSeries> series, List<String> others) {
        List<String> shown = new ArrayList<>(List.of("job"));
        if (areSeveral(series, ScanSeries::scanId)) {
            shown.add("scan");
        }
        if (areSeveral(series, ScanSeries::source)) {
            shown.add("source");
        }
        shown.addAll(others);
        return List.copyOf(shown);
    }

    /** Points of a trend; jobs of the same name are told apart. */
    static List<HistoryEntry> trend(List<ArchivedBuild> builds) {
        List<ScanSeries> series = builds.stream().map(ArchivedBuild::series).toList();
        boolean scans = areSeveral(series, ScanSeries::scanId);
        boolean sources = areSeveral(series, ScanSeries::source);
        return builds.stream()
                .map(build -> new HistoryEntry(
                        new BuildTag(
                                build.series().job()
                                        + (scans ? " / " + build.series().scanId() : "")
                                        + (sources ? " / " + build.series().source() : ""),
                                build.label().release(),
                                build.label().buildNumber()),
                        build.finishedAt(),
                        build.totals().all(),
                        build.totals().byRule(),
                        build.totals().byCertainty()))
                .toList();
    }

    private static boolean areSeveral(List<ScanSeries> series, Function<ScanSeries, String> part) {
        return series.stream().map(part).distinct().limit(2).count() > 1;
    }

    private static int certain(ArchivedBuild build, Certainty certainty) {
        return build.totals().byCertainty().getOrDefault(certainty.id(), 0);
    }
}
