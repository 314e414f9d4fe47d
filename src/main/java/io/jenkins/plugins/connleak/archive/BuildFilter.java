package io.jenkins.plugins.connleak.archive;

import java.util.Objects;
import java.util.Optional;

/**
 * Which scans of an archive are wanted; what is empty narrows nothing.
 *
 * @param source only those that this instance archived
 * @param job only this job's
 * @param scanId only those of this scan
 * @param release only this release's
 * @param buildNumber only this build number's
 */
public record BuildFilter(
        Optional<String> source,
        Optional<String> job,
        Optional<String> scanId,
        Optional<String> release,
        Optional<String> buildNumber) {
    /** All scans. */
    public static final BuildFilter ALL =
            new BuildFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public BuildFilter {
        Objects.requireNonNull(source);
        Objects.requireNonNull(job);
        Objects.requireNonNull(scanId);
        Objects.requireNonNull(release);
        Objects.requireNonNull(buildNumber);
    }

    /** This filter, of that release only. */
    public BuildFilter withRelease(String wanted) {
        return new BuildFilter(source, job, scanId, Optional.of(wanted), buildNumber);
    }

    /** This filter, of that build number only, or of any where it is empty. */
    public BuildFilter withBuildNumber(Optional<String> wanted) {
        return new BuildFilter(source, job, scanId, release, wanted);
    }
}
