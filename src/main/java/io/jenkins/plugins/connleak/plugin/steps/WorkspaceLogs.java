package io.jenkins.plugins.connleak.plugin.steps;

import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.SourceFinder;
import io.jenkins.plugins.connleak.runtime.EvidenceLimits;
import io.jenkins.plugins.connleak.runtime.EvidenceMatcher;
import io.jenkins.plugins.connleak.runtime.EvidenceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Logs of running programs in the workspace, and nowhere else: links out of it are not followed. */
final class WorkspaceLogs {
    /** What an agent reads at most; it can be stopped meanwhile. */
    static final EvidenceLimits LIMITS = new EvidenceLimits(200, 2L << 30, 5_000);

    private final Path workspace;

    WorkspaceLogs(Path workspace) {
        this.workspace = workspace;
    }

    /** That outcome with what the logs that fit say of it. */
    ScanOutcome match(List<String> patterns, ScanOutcome outcome) throws IOException, InterruptedException {
        if (patterns.isEmpty()) {
            return outcome;
        }
        EvidenceReader reader = new EvidenceReader(LIMITS);
        for (FoundFile log :
                new SourceFinder(patterns, List.of()).find(workspace).files()) {
            reader.read(log.path(), () -> Files.newInputStream(log.location()));
        }
        return new ScanOutcome(EvidenceMatcher.match(outcome.report(), reader.result()), outcome.excerpts());
    }
}
