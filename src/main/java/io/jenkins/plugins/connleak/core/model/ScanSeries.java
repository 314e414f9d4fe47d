package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * What makes scans comparable with one another: the same scan of the same job, archived by the same instance.
 *
 * @param source who archived: id of the Jenkins, or {@code cli}
 * @param job full name of the job; may be empty
 * @param scanId id of the scan within a build
 */
public record ScanSeries(String source, String job, String scanId) implements Serializable, Comparable<ScanSeries> {
    private static final Comparator<ScanSeries> ORDER = Comparator.comparing(ScanSeries::job)
            .thenComparing(ScanSeries::scanId)
            .thenComparing(ScanSeries::source);

    public ScanSeries {
        Objects.requireNonNull(source);
        Objects.requireNonNull(job);
        Objects.requireNonNull(scanId);
    }

    @Override
    public int compareTo(ScanSeries other) {
        return ORDER.compare(this, other);
    }
}
