package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.DocumentOptions;
import io.jenkins.plugins.connleak.core.export.LegacyImport;
import io.jenkins.plugins.connleak.core.export.LegacyLog;
import io.jenkins.plugins.connleak.core.export.ReportFormatException;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.scan.ToolVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connleak import}: files logs of the older tool in the archive. All logs are read before anything is written. */
@Command(
        name = "import",
        description = "Archives leak logs of the older tool under a release and a build number.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Main.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.IMPORT_HELP, ExitCode.ARCHIVE_HELP})
final class ImportCommand implements Callable<Integer> {
    /** Keeps an import apart from a scan of the same build. */
    static final String SCAN_ID = "import";

    private static final String SOURCE = "cli";

    /** Who has logs of the older tool has readers of its documents, too. */
    private static final DocumentOptions WITH_OLD_FORM =
            new DocumentOptions(true, DocumentOptions.DEFAULT.retentionDays());

    private final Surroundings surroundings;
    private final List<Path> logs = new ArrayList<>();
    private String archive = "";
    private String job = "";
    private String release = "";
    private String build = "";
    private String finished = "";

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Parameters(
            paramLabel = "LOG",
            description = "Leak logs of one build: lines 'JAVA : ...API : ...' and 'Total N connection leak found in"
                    + " current run', alone or between others.",
            arity = "1..*")
    void logs(List<Path> given) {
        logs.clear();
        logs.addAll(given);
    }

    @Option(
            names = "--archive",
            order = 1,
            paramLabel = "URI",
            required = true,
            description = "Where the result goes: mongodb://..., mongodb+srv://... or embedded:DIR, as for scan.")
    void archive(String given) {
        archive = given;
    }

    @Option(
            names = "--release",
            order = 2,
            paramLabel = "R",
            required = true,
            description = "Release number that the result is filed under, such as 4.5.0.")
    void release(String given) {
        release = given;
    }

    @Option(
            names = "--build",
            order = 3,
            paramLabel = "N",
            required = true,
            description = "Build number that the result is filed under, such as 19.")
    void build(String given) {
        build = given;
    }

    @Option(names = "--job", order = 4, paramLabel = "NAME", description = "Job that the result is filed under.")
    void job(String given) {
        job = given;
    }

    @Option(
            names = "--finished",
            order = 5,
            paramLabel = "TIME",
            description = "When the run ended, such as 2026-03-04T05:06:07Z. Default: when the newest LOG was written.")
    void finished(String given) {
        finished = given;
    }

    @Override
    public Integer call() throws ConfigurationException, ArchiveException, IOException {
        if (release.isBlank() || build.isBlank()) {
            throw new ConfigurationException("--release and --build can't be empty: the result is found by them");
        }
        ArchiveAddress address = ArchiveAddress.parse(archive, surroundings);
        Optional<Instant> given = time();
        List<LegacyLog.Leak> leaks = new ArrayList<>();
        Instant newest = Instant.EPOCH;
        for (Path log : logs) {
            leaks.addAll(read(log).leaks());
            Instant written = Files.getLastModifiedTime(log).toInstant();
            newest = written.isAfter(newest) ? written : newest;
        }
        ArchivedResult result = new ArchivedResult(
                SOURCE,
                new ArchivedResult.BuildReference(release + "/" + build, SCAN_ID, ""),
                given.orElse(newest),
                0,
                LegacyImport.report(leaks, new BuildTag(job, release, build), ToolVersion.current()));
        address.write(opened -> {
            opened.store(result, WITH_OLD_FORM);
            return true;
        });
        surroundings
                .out()
                .print("Imported " + leaks.size() + (leaks.size() == 1 ? " leak" : " leaks") + " of release "
                        + TextTable.printable(release) + " build " + TextTable.printable(build) + "\n");
        return ExitCode.DONE;
    }

    private Optional<Instant> time() throws ConfigurationException {
        try {
            return finished.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(finished));
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(
                    "--finished " + finished + " is no time; write it as 2026-03-04T05:06:07Z", e);
        }
    }

    private LegacyLog read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LegacyLog log = LegacyImport.read(in, LegacyImport.MAX_BYTES);
            log.warnings().forEach(warning -> surroundings.say(file + ": " + warning));
            return log;
        } catch (ReportFormatException | LegacyImport.TooLargeException e) {
            throw new IOException(file + " is not imported: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist; name a leak log", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " can't be read; check its permissions", e);
        }
    }
}
