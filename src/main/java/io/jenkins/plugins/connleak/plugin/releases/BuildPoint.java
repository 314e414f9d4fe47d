package io.jenkins.plugins.connleak.plugin.releases;

import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.util.Objects;
import java.util.Optional;

/**
 * One build of a release, as Jenkins has it or, where Jenkins has it no more, as the archive has it.
 *
 * @param number the build's own number in its job, as text
 * @param release the release it is filed under; may be empty
 * @param buildNumber the build number it is filed under; may be empty
 * @param finishedMillis when the scan ended, in milliseconds since 1970
 * @param total number of leaks
 * @param archived the archive's, if Jenkins has the build no more
 */
record BuildPoint(
        String number,
        String release,
        String buildNumber,
        long finishedMillis,
        int total,
        Optional<ArchivedBuild> archived) {
    BuildPoint {
        Objects.requireNonNull(number);
        Objects.requireNonNull(release);
        Objects.requireNonNull(buildNumber);
        Objects.requireNonNull(archived);
    }

    static BuildPoint of(TrendPoint point) {
        return new BuildPoint(
                Integer.toString(point.number()),
                point.label().release(),
                point.label().buildNumber(),
                point.finishedMillis(),
                point.total(),
                Optional.empty());
    }

    static BuildPoint of(ArchivedBuild build) {
        return new BuildPoint(
                build.label().buildId(),
                build.label().release(),
                build.label().buildNumber(),
                build.finishedAt().toEpochMilli(),
                build.totals().all(),
                Optional.of(build));
    }
}
