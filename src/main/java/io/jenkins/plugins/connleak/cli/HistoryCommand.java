package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.archive.BuildFilter;
import io.jenkins.plugins.connleak.archive.Reading;
import io.jenkins.plugins.connleak.core.export.DataTable;
import io.jenkins.plugins.connleak.core.export.HtmlReleases;
import io.jenkins.plugins.connleak.core.export.HtmlReport;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connleak history}: totals by build or by release, read back from the archive. */
@Command(
        name = "history",
        description = "Prints the totals of archived scans, by build or by release, oldest first.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Main.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.SCAN_HELP, ExitCode.ARCHIVE_HELP})
final class HistoryCommand implements Callable<Integer> {
    /** What a line of the history is. */
    enum By {
        BUILD,
        RELEASE
    }

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 100_000;
    private static final List<String> OF_BUILDS =
            List.of("release", "build", "finishedAt", "leaks", "definite", "possible");
    private static final List<String> OF_RELEASES = List.of(
            "release",
            "builds",
            "firstBuild",
            "firstFinishedAt",
            "first",
            "lastBuild",
            "lastFinishedAt",
            "last",
            "min",
            "max");

    private final Surroundings surroundings;
    private String release = "";
    private String build = "";
    private By by = By.BUILD;
    private int limit = DEFAULT_LIMIT;

    @Mixin
    private final ArchiveArguments archive = new ArchiveArguments();

    @Mixin
    private final TableFiles files = new TableFiles();

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--release",
            order = 5,
            paramLabel = "R",
            description = "Only this release's scans. Default: all releases.")
    void release(String given) {
        release = given;
    }

    @Option(
            names = "--build",
            order = 6,
            paramLabel = "N",
            description = "Only the scans filed under this build number. Default: all.")
    void build(String given) {
        build = given;
    }

    @Option(
            names = "--by",
            order = 7,
            paramLabel = "build|release",
            description = "A line per build, or one per release with its first and last build and its fewest and most"
                    + " leaks. Default: build.")
    void by(By given) {
        by = given;
    }

    @Option(names = "--limit", order = 8, paramLabel = "N", description = "At most N lines, the newest. Default: 50.")
    void limit(int given) {
        limit = given;
    }

    @Override
    public Integer call() throws ConfigurationException, ArchiveException, IOException {
        if (limit < 1 || limit > MOST) {
            throw new ConfigurationException("--limit " + limit + " is no number of lines; give 1 to " + MOST);
        }
        files.check();
        ArchiveAddress address = archive.address(surroundings);
        BuildFilter all = archive.filter().withBuildNumber(ArchiveArguments.given(build));
        BuildFilter filter = release.isEmpty() ? all : all.withRelease(release);
        if (by == By.RELEASE) {
            writeReleases(address.read(opened -> opened.releases(filter)));
        } else {
            writeBuilds(address.read(opened -> opened.builds(filter, limit)));
        }
        return ExitCode.DONE;
    }

    private void writeBuilds(Reading<ArchivedBuild> read) throws IOException {
        List<ArchivedBuild> builds = read.items();
        DataTable table = HistoryTables.ofBuilds(builds);
        List<String> shown =
                HistoryTables.shown(builds.stream().map(ArchivedBuild::series).toList(), OF_BUILDS);
        if (hasRows(table)) {
            new TextTable(table, shown).writeWithBars("leaks", surroundings.out());
        }
        finish(
                read.skipped(),
                table,
                "connleak-builds",
                target -> HtmlReport.writeTrend(HistoryTables.trend(builds), target));
    }

    private void writeReleases(Reading<ReleaseTotals> read) throws IOException {
        int all = read.items().size();
        List<ReleaseTotals> releases = newest(read.items());
        DataTable table = HistoryTables.ofReleases(releases);
        List<String> shown =
                HistoryTables.shown(releases.stream().map(ReleaseTotals::series).toList(), OF_RELEASES);
        if (hasRows(table)) {
            new TextTable(table, shown).writeWithBars("last", surroundings.out());
        }
        if (releases.size() < all) {
            surroundings.say(releases.size() + " of " + all + " releases are shown; --limit shows more");
        }
        finish(read.skipped(), table, "connleak-releases", target -> HtmlReleases.write(releases, target));
    }

    private List<ReleaseTotals> newest(List<ReleaseTotals> releases) {
        if (releases.size() <= limit) {
            return releases;
        }
        Set<ReleaseTotals> newest = releases.stream()
                .sorted(Comparator.comparing(
                                (ReleaseTotals release) -> release.last().finishedAt())
                        .reversed())
                .limit(limit)
                .collect(Collectors.toSet());
        return releases.stream().filter(newest::contains).toList();
    }

    /** Whether there is a text to be printed and something in it. */
    private boolean hasRows(DataTable table) {
        if (files.hasText() && table.rows().isEmpty()) {
            surroundings.out().print("No archived scans match\n");
        }
        return files.hasText() && !table.rows().isEmpty();
    }

    private void finish(Reading.Skipped skipped, DataTable table, String format, OutputFile.Content page)
            throws IOException {
        surroundings.out().flush();
        skipped.sentences().forEach(surroundings::say);
        files.write(table, format, Map.of("notes", skipped.sentences()), page, surroundings);
    }
}
