package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One scan of one build, as it was read from the archive: its totals, not its leaks.
 *
 * @param key what its leaks are found by
 * @param series the job and scan it belongs to
 * @param label what people call the build
 * @param finishedAt when the scan ended
 * @param totals its counts
 */
public record ArchivedBuild(String key, ScanSeries series, Label label, Instant finishedAt, Totals totals) {
    /**
     * What people call a build.
     *
     * @param buildId the build's own number in its job, as text
     * @param release the release it is filed under; may be empty
     * @param buildNumber the build number it is filed under; may be empty
     * @param url address of the build; may be empty, and is not checked to be one
     */
    public record Label(String buildId, String release, String buildNumber, String url) {
        public Label {
            Objects.requireNonNull(buildId);
            Objects.requireNonNull(release);
            Objects.requireNonNull(buildNumber);
            Objects.requireNonNull(url);
        }
    }

    /**
     * Counts of a scan.
     *
     * @param all number of leaks, 0 or more
     * @param byRule number of leaks by rule id
     * @param byCertainty number of leaks by certainty id
     */
    public record Totals(int all, Map<String, Integer> byRule, Map<String, Integer> byCertainty) {
        public Totals {
            byRule = Collections.unmodifiableMap(new TreeMap<>(byRule));
            byCertainty = Collections.unmodifiableMap(new TreeMap<>(byCertainty));
        }
    }

    public ArchivedBuild {
        Objects.requireNonNull(key);
        Objects.requireNonNull(series);
        Objects.requireNonNull(label);
        Objects.requireNonNull(finishedAt);
        Objects.requireNonNull(totals);
    }
}
