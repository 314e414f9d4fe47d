package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Matches findings with those of a reference, each of which is used once. Works in an order of its own, so the order of its input does not matter. */
final class FindingMatcher {
    private final List<Finding> reference;
    private final Set<Finding> used = Collections.newSetFromMap(new IdentityHashMap<>());

    FindingMatcher(List<Finding> reference) {
        this.reference = reference.stream().sorted(Finding.ORDER).toList();
    }

    /** Those findings that no unused one of the reference equals in its exact fingerprint. */
    List<Finding> withoutExact(List<Finding> findings) {
        return without(findings, finding -> finding.fingerprint().exact());
    }

    /** Those findings that no unused one of the reference equals in its context; one of the same file is preferred. */
    List<Finding> withoutContext(List<Finding> findings) {
        List<Finding> moved = without(
                findings,
                finding -> finding.fingerprint().context().isEmpty()
                        ? ""
                        : finding.fingerprint().context() + finding.place().file());
        return without(moved, finding -> finding.fingerprint().context());
    }

    /** The findings of the reference that matched none, in order. */
    List<Finding> unmatched() {
        return reference.stream().filter(finding -> !used.contains(finding)).toList();
    }

    private List<Finding> without(List<Finding> findings, Function<Finding, String> key) {
        Map<String, List<Finding>> open = new HashMap<>();
        reference.stream().filter(finding -> !used.contains(finding)).forEach(finding -> open.computeIfAbsent(
                        key.apply(finding), text -> new ArrayList<>())
                .add(finding));
        List<Finding> left = new ArrayList<>();
        for (Finding finding : findings.stream().sorted(Finding.ORDER).toList()) {
            String text = key.apply(finding);
            List<Finding> candidates = text.isEmpty() ? List.of() : open.getOrDefault(text, List.of());
            if (candidates.isEmpty()) {
                left.add(finding);
            } else {
                used.add(candidates.remove(0));
            }
        }
        return left;
    }
}
