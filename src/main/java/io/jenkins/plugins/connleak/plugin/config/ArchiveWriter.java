package io.jenkins.plugins.connleak.plugin.config;

import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.archive.ResultArchive;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Copies the result of a scan into the configured archive. The build waits no longer than {@link #PATIENCE} and its
 * result never depends on the outcome: what goes wrong is a sentence for the build's log.
 */
public final class ArchiveWriter {
    /** The longest that a build waits for the archive. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JenkinsFacade jenkins = new JenkinsFacade();

    /** Writes it, if an archive is configured; the answer says what went wrong and what to do, or is empty. */
    public Optional<String> write(Run<?, ?> run, ScanAction action, ScanReport report) throws InterruptedException {
        ConnleakConfiguration configuration = ExtensionList.lookupSingleton(ConnleakConfiguration.class);
        if (!configuration.isArchiving()) {
            return Optional.empty();
        }
        try {
            MongoSettings settings = configuration.settings().forRun(run);
            ArchivedResult result = result(run, action, report);
            Patience.within(PATIENCE, () -> store(settings, result));
            return Optional.empty();
        } catch (ArchiveException e) {
            return Optional.of("the result is not in the archive: " + e.getMessage());
        }
    }

    private static void store(MongoSettings settings, ArchivedResult result) throws ArchiveException {
        try (ResultArchive archive = MongoArchive.open(settings)) {
            archive.store(result);
        }
    }

    private ArchivedResult result(Run<?, ?> run, ScanAction action, ScanReport report) {
        return new ArchivedResult(
                jenkins.instanceId(),
                new ArchivedResult.BuildReference(
                        Integer.toString(run.getNumber()),
                        action.getId(),
                        jenkins.absoluteUrl(run.getUrl() + action.getUrlName() + "/")),
                Instant.ofEpochMilli(action.getFinishedMillis()),
                action.getDurationMillis(),
                report);
    }
}
