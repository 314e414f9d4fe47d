package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One finding per acquisition: of several the surest stays, then the one whose rule comes first. A pattern's finding goes
 * where the flow analysis has one of the same variable on the same line.
 */
final class Acquisitions {
    private static final Comparator<Finding> ORDER = Finding.ORDER
            .thenComparing(finding -> finding.resource().type())
            .thenComparing(finding -> finding.resource().kind())
            .thenComparing(finding -> finding.explanation().message())
            .thenComparing(finding -> finding.explanation().path().toString());

    private Acquisitions() {}

    /** Those findings without doubles, in the order of a report. */
    static List<Finding> distinct(List<Finding> findings) {
        Set<List<Object>> seenByFlow = new HashSet<>();
        findings.stream().filter(finding -> !isPattern(finding)).forEach(finding -> seenByFlow.add(key(finding, "")));
        Map<List<Object>, Finding> distinct = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> !isPattern(finding) || !seenByFlow.contains(key(finding, "")))
                .sorted(Comparator.comparing(Finding::certainty)
                        .thenComparing(Finding::rule)
                        .thenComparing(ORDER))
                .forEach(finding ->
                        distinct.putIfAbsent(key(finding, finding.resource().type()), finding));
        return distinct.values().stream().sorted(ORDER).toList();
    }

    private static boolean isPattern(Finding finding) {
        return finding.rule() == LeakKind.LEGACY_PATTERN;
    }

    private static List<Object> key(Finding finding, String type) {
        return List.of(
                finding.place().file(),
                finding.place().line(),
                finding.resource().variable(),
                type);
    }
}
