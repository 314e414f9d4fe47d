package io.jenkins.plugins.connleak.plugin.trends;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.util.Timer;

/**
 * Keeps the index of a scan true to the builds of its job: a line per scan, and, where the file is lost or damaged, all
 * of it again in the background. Only builds that have the scan's report are loaded for that, and no more than the
 * {@value #MAX_LOADED} newest.
 */
public final class TrendKeeper {
    /** Most builds that are loaded to make an index again. */
    static final int MAX_LOADED = 1_000;

    private static final Logger LOGGER = Logger.getLogger(TrendKeeper.class.getName());
    private static final Set<String> IN_WORK = Collections.newSetFromMap(new ConcurrentHashMap<>());

    private final Executor background;

    /** Works in Jenkins' own background threads. */
    public TrendKeeper() {
        this(task -> Timer.get().execute(task));
    }

    /** Works in {@code background}. */
    public TrendKeeper(Executor background) {
        this.background = background;
    }

    /** Adds the point of a build that was just scanned. */
    public void add(Run<?, ?> run, ScanAction action) throws IOException {
        Job<?, ?> job = run.getParent();
        TrendIndex.State before = index(job, action.getId()).put(TrendPoint.of(run.getNumber(), action));
        if (before != TrendIndex.State.INTACT) {
            mendLater(job, action.getId());
        }
    }

    /** Has an index mended that is damaged, or whose first or last build is gone without Jenkins having told. */
    void check(Job<?, ?> job, String id, TrendIndex.Content content) {
        List<TrendPoint> points = content.points();
        Path builds = job.getBuildDir().toPath();
        boolean isStale = !points.isEmpty()
                && !(isBuild(builds, points.get(0).number())
                        && isBuild(builds, points.get(points.size() - 1).number()));
        if (content.state() == TrendIndex.State.DAMAGED || isStale) {
            mendLater(job, id);
        }
    }

    private static boolean isBuild(Path builds, int number) {
        return Files.isDirectory(builds.resolve(Integer.toString(number)));
    }

    /** Makes the index again from the builds, soon; asked twice, it does it once. */
    public void mendLater(Job<?, ?> job, String id) {
        String key = job.getRootDir() + "/" + id;
        if (IN_WORK.add(key)) {
            background.execute(() -> {
                try {
                    mend(job, id);
                } catch (IOException e) {
                    LOGGER.log(
                            Level.WARNING,
                            e,
                            () -> "The trend " + id + " of " + job.getFullName()
                                    + " can't be made again; the next scan tries once more");
                } finally {
                    IN_WORK.remove(key);
                }
            });
        }
    }

    private static void mend(Job<?, ?> job, String id) throws IOException {
        Path builds = job.getBuildDir().toPath();
        List<TrendPoint> found = new ArrayList<>();
        for (int number : numbersWithReport(builds, id)) {
            point(job, number, id).ifPresent(found::add);
        }
        index(job, id).mend(found, number -> isBuild(builds, number));
    }

    /** Numbers of the builds that have a report of that scan, the newest first. */
    static List<Integer> numbersWithReport(Path builds, String id) throws IOException {
        if (!Files.isDirectory(builds)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(builds)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ReportStore.reportName(id))))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .limit(MAX_LOADED)
                    .toList();
        }
    }

    private static Optional<TrendPoint> point(Job<?, ?> job, int number, String id) {
        Run<?, ?> run = job.getBuildByNumber(number);
        if (run == null) {
            return Optional.empty();
        }
        return run.getActions(ScanAction.class).stream()
                .filter(action -> action.getId().equals(id))
                .findFirst()
                .map(action -> TrendPoint.of(number, action));
    }

    private static TrendIndex index(Job<?, ?> job, String id) {
        return TrendIndex.of(job.getRootDir().toPath(), id);
    }
}
