package io.jenkins.plugins.connleak.core.leak;

import java.util.List;
import java.util.Optional;

/**
 * What became of all that one body owes.
 *
 * @param facts what was known of it
 * @param sites its acquisitions, and what else it has to close
 */
record MethodResult(BodyFacts facts, List<SiteResult> sites) {
    MethodResult {
        sites = List.copyOf(sites);
    }

    /** With no more than what is left in fields and on no way else; empty if there is none. */
    Optional<MethodResult> inFields() {
        List<SiteResult> left = sites.stream()
                .filter(site -> site.leaks().isEmpty() && !site.fields().isEmpty())
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new MethodResult(facts, left));
    }
}
