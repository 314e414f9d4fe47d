package io.jenkins.plugins.connleak.core.leak;

import java.util.List;
import java.util.Optional;

/**
 * All that one body yields.
 *
 * @param facts what was known of it; empty if nothing in it matters
 * @param summary what its callers need to know
 * @param sites its acquisitions
 */
record MethodResult(Optional<BodyFacts> facts, MethodSummary summary, List<SiteResult> sites) {
    MethodResult {
        sites = List.copyOf(sites);
    }
}
