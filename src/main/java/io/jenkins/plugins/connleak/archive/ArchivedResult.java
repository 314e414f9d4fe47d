package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.time.Instant;
import java.util.Objects;

/**
 * One scan of one build, as it goes into the archive.
 *
 * @param source who archives: instance id of the Jenkins, or {@code cli}; with job, build id and scan id it makes the document's key
 * @param build the build it belongs to
 * @param finishedAt when the scan ended
 * @param durationMillis how long it took, in milliseconds
 * @param report the result; its tag holds job, release and build number
 * @param context what else is known of it
 */
public record ArchivedResult(
        String source,
        BuildReference build,
        Instant finishedAt,
        long durationMillis,
        ScanReport report,
        ResultContext context) {
    /**
     * The build a result belongs to.
     *
     * @param buildId the build's own number in its job, as text
     * @param scanId id of the scan within the build
     * @param url address of the build; empty if it has none
     */
    public record BuildReference(String buildId, String scanId, String url) {
        public BuildReference {
            Objects.requireNonNull(buildId);
            Objects.requireNonNull(scanId);
            Objects.requireNonNull(url);
        }
    }

    public ArchivedResult {
        Objects.requireNonNull(source);
        Objects.requireNonNull(build);
        Objects.requireNonNull(finishedAt);
        Objects.requireNonNull(report);
        Objects.requireNonNull(context);
    }

    /** A result of which nothing else is known. */
    public ArchivedResult(
            String source, BuildReference build, Instant finishedAt, long durationMillis, ScanReport report) {
        this(source, build, finishedAt, durationMillis, report, ResultContext.of(report));
    }
}
