package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came and what went between a reference and a report. Leaks are matched by their fingerprints in two passes: first
 * the exact ones, then, among what is left, those of the same context, so that a leak whose file was moved or whose
 * method was renamed stays the same leak. Each leak of the reference matches once at most.
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
        FindingMatcher matcher = new FindingMatcher(reference.findings());
        List<Finding> silenced =
                report.silenced().stream().map(SilencedFinding::finding).toList();
        List<Finding> shown = new ArrayList<>(matcher.withoutExact(report.findings()));
        List<Finding> hidden = matcher.withoutExact(silenced);
        List<Finding> added = matcher.withoutContext(shown);
        matcher.withoutContext(hidden);
        Set<Finding> isAdded = Collections.newSetFromMap(new IdentityHashMap<>());
        isAdded.addAll(added);
        List<Finding> outstanding = report.findings().stream()
                .filter(finding -> !isAdded.contains(finding))
                .toList();
        return new Delta(
                added.stream().sorted(Finding.ORDER).toList(),
                outstanding.stream().sorted(Finding.ORDER).toList(),
                matcher.unmatched());
    }
}
