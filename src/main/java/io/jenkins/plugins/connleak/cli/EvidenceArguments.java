package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.runtime.EvidenceLimits;
import io.jenkins.plugins.connleak.runtime.EvidenceMatcher;
import io.jenkins.plugins.connleak.runtime.EvidenceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Logs of running programs. */
final class EvidenceArguments {
    /** Files of a folder that are taken for logs. */
    private static final List<String> LOG_ENDINGS =
            List.of(".log", ".txt", ".out", ".err", ".json", ".jsonl", ".ndjson", ".gz");

    private final List<Path> logs = new ArrayList<>();

    @Option(
            names = "--evidence",
            order = 8,
            paramLabel = "FILE",
            description = "Log of a running program, in which pools and drivers report leaks; may be repeated, may be"
                    + " packed (gzip). Of a folder its logs are read. Leaks that a log confirms are marked.")
    void evidence(List<Path> given) {
        logs.clear();
        logs.addAll(given);
    }

    /** Fails where a log is not there, or there are too many. */
    void check() throws ConfigurationException {
        for (Path log : logs) {
            if (!Files.isReadable(log)) {
                throw new ConfigurationException("--evidence: there is no log " + log + ", or it can't be read");
            }
        }
        int count = files().size();
        if (count > EvidenceLimits.DEFAULT.maxFiles()) {
            throw new ConfigurationException("--evidence: " + count + " logs are too many; give "
                    + EvidenceLimits.DEFAULT.maxFiles() + " at most");
        }
    }

    /** That outcome with what the logs say of it. */
    ScanOutcome match(ScanOutcome outcome) throws ConfigurationException, InterruptedException {
        if (logs.isEmpty()) {
            return outcome;
        }
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        for (Path log : files()) {
            reader.read(log.toString().replace('\\', '/'), () -> Files.newInputStream(log));
        }
        return new ScanOutcome(EvidenceMatcher.match(outcome.report(), reader.result()), outcome.excerpts());
    }

    private List<Path> files() throws ConfigurationException {
        List<Path> files = new ArrayList<>();
        for (Path log : logs) {
            if (Files.isDirectory(log)) {
                files.addAll(filesOf(log));
            } else {
                files.add(log);
            }
        }
        return files;
    }

    private static List<Path> filesOf(Path folder) throws ConfigurationException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(EvidenceArguments::isLog)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException("--evidence: the folder " + folder + " can't be read: " + e, e);
        }
    }

    private static boolean isLog(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return LOG_ENDINGS.stream().anyMatch(name::endsWith);
    }
}
