package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import io.jenkins.plugins.connleak.plugin.actions.Standing;
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
 * @param groups number of leaks by rule, by certainty, by kind and by package
 * @param course what came and went, and how the scan went
 */
public record TrendPoint(int number, long finishedMillis, Label label, int total, Groups groups, Course course) {
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
     * The total, taken apart four times; what is zero is left out.
     *
     * @param byRule number of leaks by rule id
     * @param byCertainty number of leaks by certainty id
     * @param byKind number of leaks by the id of the kind of resource
     * @param byPackage number of leaks by package, of those that have most
     */
    public record Groups(
            Map<String, Integer> byRule,
            Map<String, Integer> byCertainty,
            Map<String, Integer> byKind,
            Map<String, Integer> byPackage) {
        public Groups {
            byRule = Collections.unmodifiableMap(new LinkedHashMap<>(byRule));
            byCertainty = Collections.unmodifiableMap(new LinkedHashMap<>(byCertainty));
            byKind = Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
            byPackage = Collections.unmodifiableMap(new LinkedHashMap<>(byPackage));
        }
    }

    /**
     * What came and went, and how the scan went.
     *
     * @param added number of leaks that the reference does not have
     * @param fixed number of leaks of the reference that are gone
     * @param durationMillis how long the scan took, in milliseconds
     * @param chart name of the chart on the job's page; empty for the usual one
     * @param standing how it stands by its quality gates
     * @param evidence counts of run-time evidence by name; empty if no log of a running program was read
     */
    public record Course(
            int added, int fixed, long durationMillis, String chart, Standing standing, Map<String, Integer> evidence) {
        /** Nothing is known. */
        public static final Course UNKNOWN = new Course(0, 0, 0, "", Standing.UNJUDGED);

        /** Without run-time evidence. */
        public Course(int added, int fixed, long durationMillis, String chart, Standing standing) {
            this(added, fixed, durationMillis, chart, standing, Map.of());
        }

        public Course {
            Objects.requireNonNull(chart);
            Objects.requireNonNull(standing);
            evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        }
    }

    public TrendPoint {
        Objects.requireNonNull(label);
        Objects.requireNonNull(groups);
        Objects.requireNonNull(course);
    }

    /** The point of build {@code number} that has this result. */
    public static TrendPoint of(int number, ScanAction action) {
        ScanTotals totals = action.getTotals();
        return new TrendPoint(
                number,
                action.getFinishedMillis(),
                new Label(action.getName(), action.getRelease(), action.getBuildNumber()),
                totals.getTotal(),
                new Groups(totals.getByRule(), totals.getByCertainty(), totals.getByKind(), totals.getByPackage()),
                new Course(
                        action.getComparison().getAdded(),
                        action.getComparison().getFixed(),
                        action.getDurationMillis(),
                        action.getTrendChart(),
                        action.getStanding(),
                        totals.getEvidence()));
    }

    /** A count of run-time evidence. */
    int seen(String name) {
        return course.evidence().getOrDefault(name, 0);
    }

    /** Number of leaks of that certainty. */
    int count(Certainty certainty) {
        return groups.byCertainty().getOrDefault(certainty.id(), 0);
    }
}
