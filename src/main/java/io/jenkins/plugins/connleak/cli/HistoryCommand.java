package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.HistoryQuery;
import io.jenkins.plugins.connleak.core.export.HtmlReport;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code connleak history}: the trend, read back from the archive. */
@Command(
        name = "history",
        description = "Prints the totals of archived scans, oldest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.SCAN_HELP, ExitCode.ARCHIVE_HELP})
final class HistoryCommand implements Callable<Integer> {
    private static final int DEFAULT_LIMIT = 50;

    private final Surroundings surroundings;
    private String archive = "";
    private String job = "";
    private String release = "";
    private int limit = DEFAULT_LIMIT;
    /** None or one. */
    private final List<OutputFile> html = new ArrayList<>();

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--archive",
            order = 1,
            paramLabel = "URI",
            required = true,
            description = "Where the results are: mongodb://..., mongodb+srv://... or embedded:DIR, as for scan.")
    void archive(String given) {
        archive = given;
    }

    @Option(names = "--job", order = 2, paramLabel = "NAME", description = "Only this job's scans. Default: all jobs.")
    void job(String given) {
        job = given;
    }

    @Option(
            names = "--release",
            order = 3,
            paramLabel = "R",
            description = "Only this release's scans. Default: all releases.")
    void release(String given) {
        release = given;
    }

    @Option(names = "--limit", order = 4, paramLabel = "N", description = "At most N scans, the newest. Default: 50.")
    void limit(int given) {
        limit = given;
    }

    @Option(names = "--html", order = 5, paramLabel = "FILE", description = "Write the trend as one page.")
    void html(Path file) {
        html.clear();
        html.add(new OutputFile("--html", file));
    }

    @Override
    public Integer call() throws ConfigurationException, ArchiveException, IOException {
        if (limit < 1) {
            throw new ConfigurationException("--limit " + limit + " is no number of scans; give 1 or more");
        }
        for (OutputFile file : html) {
            file.check();
        }
        HistoryQuery query = new HistoryQuery(given(job), given(release), limit);
        List<HistoryEntry> entries = ArchiveAddress.parse(archive, surroundings).read(opened -> opened.history(query));
        if (html.stream().noneMatch(OutputFile::isStandardOutput)) {
            HistoryTable.write(entries, surroundings.out());
        }
        for (OutputFile file : html) {
            file.write(surroundings.out(), target -> HtmlReport.writeTrend(entries, target));
        }
        return ExitCode.DONE;
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
