package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.HistoryQuery;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.QualityGate;
import io.jenkins.plugins.connleak.core.export.TextReport;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanException;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connleak scan}: everything that can be wrong with the arguments is said before the first source is read. */
@Command(
        name = "scan",
        description = "Scans folders for leaks and prints them.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Main.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            ExitCode.DONE_HELP,
            ExitCode.GATE_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.SCAN_HELP,
            ExitCode.ARCHIVE_HELP
        })
final class ScanCommand implements Callable<Integer> {
    /** Who archives, when nobody in particular does. */
    private static final String SOURCE = "cli";

    /** Points of the trend in the HTML report. */
    private static final int TREND_LENGTH = 200;

    private final Surroundings surroundings;

    @Mixin
    private final SourceArguments sources = new SourceArguments();

    @Mixin
    private final EvidenceArguments evidence = new EvidenceArguments();

    @Mixin
    private final GateArguments gate = new GateArguments();

    @Mixin
    private final TagArguments tag = new TagArguments();

    @Mixin
    private final OutputArguments outputs = new OutputArguments();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigurationException, ScanException, InterruptedException, IOException {
        sources.check();
        evidence.check();
        gate.check();
        outputs.check();
        Optional<ArchiveAddress> archive = outputs.archive(surroundings);
        Optional<Baseline> baseline = gate.baseline();
        List<Path> roots = sources.roots();
        Instant started = surroundings.clock().instant();
        ScanOutcome outcome = evidence.match(scan(roots));
        Instant finished = surroundings.clock().instant();
        print(outcome.report());
        Delta delta = Delta.between(baseline.map(Baseline::reference), outcome.report());
        if (outputs.hasText()) {
            baseline.ifPresent(earlier -> earlier.print(delta, surroundings.out()));
            surroundings.out().flush();
        }
        boolean archived = true;
        List<HistoryEntry> trend = List.of();
        if (archive.isPresent()) {
            try {
                trend = store(archive.get(), outcome.report(), started, finished);
            } catch (ArchiveException e) {
                surroundings.say(String.valueOf(e.getMessage()));
                archived = false;
            }
        }
        outputs.write(new Results(outcome, trend, outputs.texts()), surroundings);
        return exitCode(gate.gate().judge(delta), archived);
    }

    private ScanOutcome scan(List<Path> roots) throws ConfigurationException, ScanException, InterruptedException {
        Scanner scanner = sources.scanner(tag.tag());
        if (outputs.isQuiet()) {
            return scanner.scan(roots, ScanProgress.NONE);
        }
        if (!surroundings.terminal()) {
            return scanner.scan(roots, new ScanProgress() {
                @Override
                public void note(String text) {
                    surroundings.say(text);
                }
            });
        }
        try (ProgressLine progress = new ProgressLine(surroundings.err(), System::nanoTime)) {
            return scanner.scan(roots, progress);
        }
    }

    private void print(ScanReport report) throws IOException {
        TextReport text = surroundings.coloured() ? TextReport.coloured() : TextReport.plain();
        if (!outputs.isQuiet()) {
            text.writeProblems(report, surroundings.err());
            sayIfNothingWasSelected(report);
        }
        if (outputs.hasText()) {
            text.write(report, surroundings.out());
            surroundings.out().flush();
        }
    }

    /** An empty result of a wrong folder or pattern looks like sources without leaks. */
    private void sayIfNothingWasSelected(ScanReport report) {
        if (report.figures().files() == 0 && report.problems().isEmpty()) {
            surroundings.say(
                    "no file was scanned: nothing in the folders is selected;" + " check DIR, --include and --exclude");
        }
    }

    private List<HistoryEntry> store(ArchiveAddress address, ScanReport report, Instant started, Instant finished)
            throws ArchiveException {
        ArchivedResult result = new ArchivedResult(
                SOURCE,
                tag.build(finished),
                finished,
                Duration.between(started, finished).toMillis(),
                report);
        return address.write(archive -> {
            archive.store(result);
            return archive.history(
                    new HistoryQuery(Optional.of(report.info().tag().job()), Optional.empty(), TREND_LENGTH));
        });
    }

    private int exitCode(QualityGate.Verdict verdict, boolean archived) {
        if (!verdict.passed()) {
            surroundings.say(verdict.message());
            return ExitCode.GATE;
        }
        return archived ? ExitCode.DONE : ExitCode.ARCHIVE;
    }
}
