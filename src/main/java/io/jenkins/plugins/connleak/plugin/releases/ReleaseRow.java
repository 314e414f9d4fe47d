package io.jenkins.plugins.connleak.plugin.releases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One release in the list of a job's releases. */
public final class ReleaseRow {
    private static final Comparator<BuildPoint> OLDEST_FIRST =
            Comparator.comparingLong(BuildPoint::finishedMillis).thenComparing(BuildPoint::number);

    private final List<BuildPoint> builds;

    private ReleaseRow(List<BuildPoint> builds) {
        this.builds = builds.stream().sorted(OLDEST_FIRST).toList();
    }

    /** A row per release, that of the newest build first. */
    static List<ReleaseRow> of(List<BuildPoint> builds) {
        Map<String, List<BuildPoint>> byRelease = new TreeMap<>();
        builds.forEach(build -> byRelease
                .computeIfAbsent(build.release(), release -> new ArrayList<>())
                .add(build));
        return byRelease.values().stream()
                .map(ReleaseRow::new)
                .sorted(Comparator.comparing(ReleaseRow::last, OLDEST_FIRST).reversed())
                .toList();
    }

    BuildPoint first() {
        return builds.get(0);
    }

    BuildPoint last() {
        return builds.get(builds.size() - 1);
    }

    /** The release; empty for builds that were given none. */
    public String getRelease() {
        return last().release();
    }

    public int getBuilds() {
        return builds.size();
    }

    /** How many of the builds are in the archive only. */
    public long getArchived() {
        return builds.stream().filter(build -> build.archived().isPresent()).count();
    }

    public Edge getFirst() {
        return new Edge(first());
    }

    public Edge getLast() {
        return new Edge(last());
    }

    public int getFewest() {
        return builds.stream().mapToInt(BuildPoint::total).min().orElse(0);
    }

    public int getMost() {
        return builds.stream().mapToInt(BuildPoint::total).max().orElse(0);
    }

    /** How many leaks more, or less, the last build has than the first, such as {@code +3}; empty if as many. */
    public String getChange() {
        int change = last().total() - first().total();
        return change == 0 ? "" : String.format(Locale.ROOT, "%+d", change);
    }

    /** Whether the last build has more leaks than the first. */
    public boolean isWorse() {
        return last().total() > first().total();
    }

    /** The first or the last build of a release. */
    public static final class Edge {
        private final BuildPoint build;

        Edge(BuildPoint build) {
            this.build = build;
        }

        /** The build's own number in its job. */
        public String getNumber() {
            return build.number();
        }

        /** The build number it is filed under. */
        public String getBuildNumber() {
            return build.buildNumber();
        }

        public Date getFinished() {
            return new Date(build.finishedMillis());
        }

        public int getTotal() {
            return build.total();
        }

        /** Whether Jenkins has the build no more. */
        public boolean isArchived() {
            return build.archived().isPresent();
        }
    }
}
