package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.FoundFiles;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Options in, report out: the one entry to the engine, for the command line and for Jenkins. */
public final class Scanner {
    private final ScanOptions options;
    private final Optional<Path> cache;

    public Scanner(ScanOptions options) {
        this(options, Optional.empty());
    }

    private Scanner(ScanOptions options, Optional<Path> cache) {
        this.options = Objects.requireNonNull(options);
        this.cache = cache;
    }

    /**
     * The same scanner, which keeps what it finds out in a folder and takes over what it finds there, as far as that
     * still holds: the result is the same, and comes sooner where few files have changed. The folder is made if need be.
     */
    public Scanner keptIn(Path folder) {
        return new Scanner(options, Optional.of(folder));
    }

    /**
     * Scans the trees under {@code roots}; with one root, paths in the report are relative to it, with several they
     * begin with the root's name as given. Same input, same result, whatever the number of threads.
     *
     * @throws ConfigurationException if the options or a file they name can't be used
     * @throws ScanException if a root does not exist, is no folder or can't be opened
     * @throws InterruptedException if the calling thread is interrupted; the scan stops promptly
     */
    public ScanOutcome scan(List<Path> roots, ScanProgress progress)
            throws ConfigurationException, ScanException, InterruptedException {
        Optional<KeptRecords> kept = cache.map(folder -> new KeptRecords(folder, progress));
        ScanPlan plan = ScanPlan.of(options, roots, kept);
        FoundFiles found = SourceTrees.of(roots).find(plan.finder());
        progress.started(found.files().size());
        try (Workers workers = new Workers(plan.threads())) {
            ScanRun run = new ScanRun(plan, found, workers, progress);
            // two files of one path could not be told apart
            boolean isKept = kept.isPresent()
                    && found.files().stream().map(FoundFile::path).distinct().count()
                            == found.files().size();
            return isKept ? run.kept(new ScanCache(kept.get(), plan, progress)) : run.whole();
        }
    }
}
