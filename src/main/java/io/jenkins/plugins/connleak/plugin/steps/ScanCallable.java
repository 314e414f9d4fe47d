package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanException;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.agents.ControllerToAgentFileCallable;
import org.jspecify.annotations.Nullable;

/**
 * Scans where the workspace is, in one call. When the build is aborted, remoting interrupts the thread that runs this,
 * and the scan stops.
 *
 * @param request what is scanned, and how
 * @param cache folder on the agent where the scan keeps what it finds out; empty for none
 */
record ScanCallable(ScanRequest request, String cache) implements ControllerToAgentFileCallable<ScanAnswer> {
    @Override
    public ScanAnswer invoke(File folder, VirtualChannel channel) throws IOException, InterruptedException {
        Path workspace = folder.toPath();
        if (!Files.isDirectory(workspace)) {
            throw new AbortException("There is no workspace " + workspace + ". Check the sources out before the scan.");
        }
        WorkspaceFile files = new WorkspaceFile(workspace);
        @Nullable String catalog = files.resolve("catalogFile", request.catalogFile());
        ScanOptions options = request.withHouseFiles(new HouseFiles(
                files.resolve("regexFile", request.regexFile()),
                files.resolve("ignoreFile", request.ignoreFile()),
                catalog == null ? List.of() : List.of(catalog)));
        long start = System.nanoTime();
        List<String> notes = new ArrayList<>();
        ScanOutcome outcome =
                new WorkspaceLogs(workspace).match(request.evidenceFiles(), scan(options, workspace, notes));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new ScanAnswer(AnswerLimits.bounded(outcome), millis, AnswerLimits.boundedNotes(notes));
    }

    private ScanOutcome scan(ScanOptions options, Path workspace, List<String> notes)
            throws AbortException, InterruptedException {
        Scanner scanner = new Scanner(options);
        ScanProgress progress = new ScanProgress() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
        try {
            return (cache.isEmpty() ? scanner : scanner.keptIn(Path.of(cache))).scan(List.of(workspace), progress);
        } catch (ConfigurationException | ScanException e) {
            AbortException failure = new AbortException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }
}
