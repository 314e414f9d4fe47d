package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One build's point of a trend.
 *
 * @param number number of the build
 * @param finishedMillis when the scan ended, in milliseconds since 1970
 * @param label what people call it
 * @param total number of leaks
 * @param groups number of leaks by rule, by certainty and by kind
 */
public record TrendPoint(int number, long finishedMillis, Label label, int total, Groups groups) {
    /**
     * What people call a point.
     *
     * @param scanName name of the scan on the pages
     * @param release release it is filed under; may be empty
     * @param buildNumber build number it is filed under
     */
    public record Label(String scanName, String release, String buildNumber) {
        public Label {
            Objects.requireNonNull(scanName);
            Objects.requireNonNull(release);
            Objects.requireNonNull(buildNumber);
        }
    }

    /**
     * The total, taken apart three times; what is zero is left out.
     *
     * @param byRule number of leaks by rule id
     * @param byCertainty number of leaks by certainty id
     * @param byKind number of leaks by the id of the kind of resource
     */
    public record Groups(Map<String, Integer> byRule, Map<String, Integer> byCertainty, Map<String, Integer> byKind) {
        public Groups {
            byRule = Collections.unmodifiableMap(new LinkedHashMap<>(byRule));
            byCertainty = Collections.unmodifiableMap(new LinkedHashMap<>(byCertainty));
            byKind = Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
        }
    }

    public TrendPoint {
        Objects.requireNonNull(label);
        Objects.requireNonNull(groups);
    }

    /** The point of build {@code number} that has this result. */
    public static TrendPoint of(int number, ScanAction action) {
        ScanTotals totals = action.getTotals();
        return new TrendPoint(
                number,
                action.getFinishedMillis(),
                new Label(action.getName(), action.getRelease(), action.getBuildNumber()),
                totals.getTotal(),
                new Groups(totals.getByRule(), totals.getByCertainty(), totals.getByKind()));
    }
}
