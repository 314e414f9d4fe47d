package io.jenkins.plugins.connleak.plugin.releases;

import hudson.model.Job;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchiveReader;
import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.archive.BuildFilter;
import io.jenkins.plugins.connleak.archive.Reading;
import io.jenkins.plugins.connleak.archive.ReleaseComparison;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.config.ArchiveAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the releases' pages ask for, found in the background by two threads of their own, which end when nobody asks: an
 * archive that does not answer holds up neither a page nor Jenkins' own timers.
 */
final class ReleaseData {
    /** Builds of a job that are read from the archive, the newest. */
    static final int MAX_ARCHIVED = 20_000;

    /** How long a page waits for what is on Jenkins' own disk. It waits for the archive not at all. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int THREADS = 2;
    private static final int QUEUE = 50;
    private static final int IDLE_SECONDS = 30;

    /** The pages' own. */
    static final ReleaseData SHARED = new ReleaseData(executor(), new ArchiveAccess());

    private final BackgroundCache<ScanKey, Reading<ArchivedBuild>> archived;
    private final BackgroundCache<ChangesKey, Changes> changes;
    private final ArchiveAccess archive;

    /** A scan of a job, as the archive knows it. */
    private record ScanKey(String source, String job, String scanId) {}

    /** Two builds of a job; a build that was scanned again is another one. */
    private record ChangesKey(Path job, String scanId, BuildPoint build, BuildPoint reference) {}

    ReleaseData(Executor background, ArchiveAccess archive) {
        this.archived = new BackgroundCache<>(background, Clock.systemUTC());
        this.changes = new BackgroundCache<>(background, Clock.systemUTC());
        this.archive = archive;
    }

    /** The builds that the archive has of a job's scan, as far as known; empty if no archive is configured. */
    Optional<BackgroundCache.Answer<Reading<ArchivedBuild>>> archived(Job<?, ?> job, String scanId) {
        if (!archive.isConfigured()) {
            return Optional.empty();
        }
        ScanKey key = key(job, scanId);
        BuildFilter filter = new BuildFilter(
                Optional.of(key.source()),
                Optional.of(key.job()),
                Optional.of(scanId),
                Optional.empty(),
                Optional.empty());
        return Optional.of(archived.ask(key, () -> read(filter), Duration.ZERO));
    }

    /** Has the archive asked again, because a job's scan got a build that Jenkins does not have. */
    void forget(Job<?, ?> job, String scanId) {
        archived.forget(key(job, scanId));
    }

    private static ScanKey key(Job<?, ?> job, String scanId) {
        return new ScanKey(new JenkinsFacade().instanceId(), job.getFullName(), scanId);
    }

    /** What came and went between two builds, as far as known. */
    BackgroundCache.Answer<Changes> changes(Job<?, ?> job, String scanId, BuildPoint build, BuildPoint reference) {
        Path builds = job.getBuildDir().toPath();
        boolean isLocal = build.archived().isEmpty() && reference.archived().isEmpty();
        return changes.ask(
                new ChangesKey(builds, scanId, build, reference),
                () -> compare(builds, scanId, build, reference),
                isLocal ? PATIENCE : Duration.ZERO);
    }

    private Reading<ArchivedBuild> read(BuildFilter filter) throws ArchiveException {
        try (ArchiveReader reader = archive.open()) {
            return reader.builds(filter, MAX_ARCHIVED);
        }
    }

    private Changes compare(Path builds, String scanId, BuildPoint build, BuildPoint reference)
            throws ArchiveException, IOException {
        Reading<Finding> now = leaks(builds, scanId, build);
        Reading<Finding> before = leaks(builds, scanId, reference);
        List<String> notes =
                new ArrayList<>(now.skipped().plus(before.skipped()).sentences());
        return new Changes(ReleaseComparison.between(before.items(), now.items()), notes);
    }

    private Reading<Finding> leaks(Path builds, String scanId, BuildPoint build) throws ArchiveException, IOException {
        if (build.archived().isEmpty()) {
            ReportStore store = new ReportStore(builds.resolve(build.number()), scanId);
            return new Reading<>(store.readReport().findings(), Reading.Skipped.NONE);
        }
        try (ArchiveReader reader = archive.open()) {
            return reader.leaks(build.archived().get());
        }
    }

    private static Executor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread daemon = new Thread(task, "connleak releases");
                    daemon.setDaemon(true);
                    return daemon;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
