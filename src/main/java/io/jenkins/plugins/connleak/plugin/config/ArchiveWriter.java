package io.jenkins.plugins.connleak.plugin.config;

import hudson.AbortException;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.Removal;
import io.jenkins.plugins.connleak.archive.SpoolEntry;
import io.jenkins.plugins.connleak.archive.SpoolWriter;
import io.jenkins.plugins.connleak.archive.WriterStatus;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Hands the result of a scan to the archive's spool. The build waits for its own disk alone and its result never depends
 * on the archive, unless the archive is required: then the build waits, for a bounded time, until the archive has it.
 */
public final class ArchiveWriter {
    private final JenkinsFacade jenkins = new JenkinsFacade();
    private final Map<String, String> environment;
    private final boolean required;

    /**
     * A writer.
     *
     * @param environment the build's environment, which names branch and commit
     * @param required whether the build fails unless the archive has the result
     */
    public ArchiveWriter(Map<String, String> environment, boolean required) {
        this.environment = environment;
        this.required = required;
    }

    /**
     * Spools it, if an archive is configured; the answer says what went wrong and what to do, or is empty.
     *
     * @throws AbortException if the archive is required and does not have the result
     */
    public Optional<String> write(Run<?, ?> run, ScanAction action, ScanReport report, LeakHistory history)
            throws InterruptedException, IOException {
        ConnleakConfiguration configuration = ExtensionList.lookupSingleton(ConnleakConfiguration.class);
        if (!configuration.isArchiving()) {
            return required
                    ? failed(
                            "The archive is required, but none is configured. Name one in Jenkins' system configuration.")
                    : Optional.empty();
        }
        Optional<String> trouble = track(configuration, run);
        ArchivedResult result = result(run, action, report, history);
        remember(run, result);
        SpoolEntry entry;
        try {
            entry = ArchiveService.get().add(result);
        } catch (IOException e) {
            String lost = "the result is not in the archive and will not get there: " + e.getMessage()
                    + ". Ask an administrator to look after the archive and Jenkins' disk.";
            return required ? failed(lost) : Optional.of(lost);
        }
        if (required) {
            await(entry, Duration.ofSeconds(configuration.getRequiredSeconds()));
            return Optional.empty();
        }
        return trouble.or(() -> status().error().map(WriterStatus.Error::message))
                .map(why -> "the result waits for the archive, which can't be had now: " + why);
    }

    private static WriterStatus status() {
        try {
            return ArchiveService.get().writer().status();
        } catch (IOException e) {
            return new WriterStatus(
                    0,
                    1,
                    Optional.of(new WriterStatus.Error(String.valueOf(e.getMessage()), Instant.now())),
                    Optional.empty());
        }
    }

    private static void await(SpoolEntry entry, Duration limit) throws InterruptedException, IOException {
        SpoolWriter writer = ArchiveService.get().writer();
        writer.hurry();
        switch (writer.await(entry, limit)) {
            case SENT -> {}
            case ASIDE ->
                failed("The archive is required, but refused the result: "
                        + ArchiveService.get().spool().reason(entry.name()).orElse(""));
            case WAITING ->
                failed("The archive is required, but did not have the result within " + limit.toSeconds()
                        + " seconds; it will get it later"
                        + writer.status()
                                .error()
                                .map(error -> ": " + error.message())
                                .orElse("."));
        }
    }

    private static Optional<String> failed(String message) throws AbortException {
        throw new AbortException(message);
    }

    /** Notes the use of the credentials with the build; they are the writer's to look up again. */
    private static Optional<String> track(ConnleakConfiguration configuration, Run<?, ?> run) {
        try {
            configuration.settings().forRun(run);
            return Optional.empty();
        } catch (ArchiveException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void remember(Run<?, ?> run, ArchivedResult result) throws IOException {
        run.addAction(new ArchivedAction(Removal.key(
                result.source(),
                result.report().info().tag().job(),
                result.build().buildId(),
                result.build().scanId())));
        run.save();
    }

    private ArchivedResult result(Run<?, ?> run, ScanAction action, ScanReport report, LeakHistory history) {
        return new ArchivedResult(
                jenkins.instanceId(),
                new ArchivedResult.BuildReference(
                        Integer.toString(run.getNumber()),
                        action.getId(),
                        jenkins.absoluteUrl(run.getUrl() + action.getUrlName() + "/")),
                Instant.ofEpochMilli(action.getFinishedMillis()),
                action.getDurationMillis(),
                report,
                ContextOfBuild.of(environment, action, history, run.getParent().getFullName()));
    }
}
