package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.ReferenceReport;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What came and what went between the last builds of two releases. Leaks are matched by their fingerprints. A leak that
 * was silenced since is not in the archive and counts as fixed.
 *
 * @param build the build that is looked at
 * @param reference the build it is compared with
 * @param delta what came, stayed and went
 * @param skipped what could not be read
 */
public record ReleaseComparison(ArchivedBuild build, ArchivedBuild reference, Delta delta, Reading.Skipped skipped) {
    /** Most builds of a release that are looked through for its last one. */
    private static final int MAX_BUILDS = 20_000;

    private static final int MAX_NAMED = 10;

    public ReleaseComparison {
        Objects.requireNonNull(build);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(delta);
        Objects.requireNonNull(skipped);
    }

    /** There is nothing to compare, or too much to choose from. The message says what, and what to do. */
    public static final class UndecidedException extends Exception {
        private static final long serialVersionUID = 1L;

        UndecidedException(String message) {
            super(message);
        }
    }

    /**
     * Compares the last build that fits {@code wanted} with the last one that fits {@code reference}.
     *
     * @throws UndecidedException if there is no such build, or the filters leave several jobs or scans to choose from
     */
    public static ReleaseComparison between(ArchiveReader archive, BuildFilter wanted, BuildFilter reference)
            throws ArchiveException, UndecidedException {
        Reading<ArchivedBuild> ours = archive.builds(wanted, MAX_BUILDS);
        Reading<ArchivedBuild> theirs = archive.builds(reference, MAX_BUILDS);
        Map<ScanSeries, ArchivedBuild> lastOfOurs = last(ours, wanted);
        Map<ScanSeries, ArchivedBuild> lastOfTheirs = last(theirs, reference);
        TreeSet<ScanSeries> both = new TreeSet<>(lastOfOurs.keySet());
        both.retainAll(lastOfTheirs.keySet());
        ScanSeries series = only(both, lastOfOurs, lastOfTheirs);
        ArchivedBuild build = Objects.requireNonNull(lastOfOurs.get(series));
        ArchivedBuild against = Objects.requireNonNull(lastOfTheirs.get(series));
        Reading<Finding> now = archive.leaks(build);
        Reading<Finding> before = archive.leaks(against);
        return new ReleaseComparison(
                build,
                against,
                between(before.items(), now.items()),
                ours.skipped().plus(theirs.skipped()).plus(now.skipped()).plus(before.skipped()));
    }

    /** What came and what went between those leaks. */
    public static Delta between(List<Finding> reference, List<Finding> leaks) {
        ScanReport report = new ScanReport(
                new ScanInfo("", "", BuildTag.NONE, Map.of()),
                new ScanFigures(0, 0, 0, 0),
                leaks,
                List.of(),
                List.of());
        return Delta.between(new ReferenceReport(reference), report);
    }

    private static Map<ScanSeries, ArchivedBuild> last(Reading<ArchivedBuild> builds, BuildFilter filter)
            throws UndecidedException {
        if (builds.items().isEmpty()) {
            throw new UndecidedException("The archive has no scan"
                    + named(" of release ", filter.release().orElse(""))
                    + named(" with build number ", filter.buildNumber().orElse(""))
                    + named(" of job ", filter.job().orElse(""))
                    + "; connleak history --by release lists what it has");
        }
        Map<ScanSeries, ArchivedBuild> last = new HashMap<>();
        builds.items().forEach(build -> last.put(build.series(), build));
        return last;
    }

    private static ScanSeries only(
            TreeSet<ScanSeries> both, Map<ScanSeries, ArchivedBuild> ours, Map<ScanSeries, ArchivedBuild> theirs)
            throws UndecidedException {
        if (both.size() == 1) {
            return both.first();
        }
        if (both.isEmpty()) {
            throw new UndecidedException("No job has scans of both: the one is of "
                    + describe(new TreeSet<>(ours.keySet())) + ", the other of "
                    + describe(new TreeSet<>(theirs.keySet())));
        }
        throw new UndecidedException(
                "Several have scans of both: " + describe(both) + "; choose one by --job, --scan or --source");
    }

    private static String describe(TreeSet<ScanSeries> series) {
        List<String> names = new ArrayList<>();
        series.stream()
                .limit(MAX_NAMED)
                .forEach(each -> names.add(
                        "job '" + each.job() + "' scan '" + each.scanId() + "' source '" + each.source() + "'"));
        if (series.size() > MAX_NAMED) {
            names.add((series.size() - MAX_NAMED) + " more");
        }
        return String.join(", ", names);
    }

    private static String named(String what, String name) {
        return name.isEmpty() ? "" : what + name;
    }
}
