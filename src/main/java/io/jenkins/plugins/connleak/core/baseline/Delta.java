package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came and what went between a reference and a report, as {@link Pairs} tells.
 *
 * @param added leaks that the reference does not have, in {@link Finding#ORDER}
 * @param outstanding leaks that the reference has too, as the report has them, in the same order
 * @param fixed leaks of the reference that the report does not have, in the same order; a leak that is silenced now is not fixed
 */
public record Delta(List<Finding> added, List<Finding> outstanding, List<Finding> fixed) {
    public Delta {
        added = List.copyOf(added);
        outstanding = List.copyOf(outstanding);
        fixed = List.copyOf(fixed);
    }

    /** Compares a report with a reference; without one every leak is outstanding, and none is new. */
    public static Delta between(Optional<ReferenceReport> reference, ScanReport report) {
        return reference
                .map(given -> between(given, report))
                .orElseGet(() -> new Delta(List.of(), report.findings(), List.of()));
    }

    /** Compares a report with a reference. */
    public static Delta between(ReferenceReport reference, ScanReport report) {
        return of(Pairs.between(reference.findings(), report), report);
    }

    /** What those pairs of a report's leaks with a reference's tell. */
    public static Delta of(Pairs pairs, ScanReport report) {
        List<Finding> added = new ArrayList<>();
        List<Finding> outstanding = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            (pairs.partnerOf(i).isPresent() ? outstanding : added)
                    .add(report.findings().get(i));
        }
        return new Delta(sorted(added), sorted(outstanding), sorted(pairs.unmatched()));
    }

    /** Number of leaks that the report shows. */
    public int total() {
        return added.size() + outstanding.size();
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(Finding.ORDER).toList();
    }
}
