package io.jenkins.plugins.connleak.core.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Options in, report out: the one entry to the engine, for the command line and for Jenkins. */
public final class Scanner {
    private final ScanOptions options;

    public Scanner(ScanOptions options) {
        this.options = Objects.requireNonNull(options);
    }

    /**
     * Scans the trees under {@code roots}; with one root, paths in the report are relative to it, with several they
     * begin with the root's name as given.
     *
     * @throws ConfigurationException if the options or a file they name can't be used
     * @throws InterruptedException if the calling thread is interrupted; the scan stops promptly
     */
    public ScanOutcome scan(List<Path> roots, ScanProgress progress)
            throws ConfigurationException, InterruptedException {
        throw new ConfigurationException("no analysis for " + options.engine().id() + " of " + roots + progress);
    }
}
