package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * The leaks of one release over its builds.
 *
 * @param series the scans that are counted
 * @param release the release; empty for builds that were given none
 * @param builds number of builds, at least 1
 * @param first the build that ended first
 * @param last the build that ended last
 * @param range fewest and most leaks of a build
 */
public record ReleaseTotals(ScanSeries series, String release, int builds, Point first, Point last, Range range)
        implements Serializable {
    /**
     * One build of a release.
     *
     * @param buildNumber what people call it
     * @param finishedAt when the scan ended
     * @param total number of leaks
     */
    public record Point(String buildNumber, Instant finishedAt, int total) implements Serializable {
        public Point {
            Objects.requireNonNull(buildNumber);
            Objects.requireNonNull(finishedAt);
        }
    }

    /**
     * Fewest and most leaks.
     *
     * @param min fewest leaks of a build
     * @param max most leaks of a build
     */
    public record Range(int min, int max) implements Serializable {}

    public ReleaseTotals {
        Objects.requireNonNull(series);
        Objects.requireNonNull(release);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        Objects.requireNonNull(range);
    }

    /** A release of one build. */
    public static ReleaseTotals of(ScanSeries series, String release, Point point) {
        return new ReleaseTotals(series, release, 1, point, point, new Range(point.total(), point.total()));
    }

    /** The same release with one more build; of builds that ended at the same time the one added later counts as later. */
    public ReleaseTotals with(Point point) {
        return new ReleaseTotals(
                series,
                release,
                builds + 1,
                point.finishedAt().isBefore(first.finishedAt()) ? point : first,
                point.finishedAt().isBefore(last.finishedAt()) ? last : point,
                new Range(Math.min(range.min(), point.total()), Math.max(range.max(), point.total())));
    }
}
