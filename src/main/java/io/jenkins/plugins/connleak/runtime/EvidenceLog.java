package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;

/**
 * What logs of running programs say; not yet compared with any finding.
 *
 * @param totals how much there is; nothing is confirmed or unmatched yet
 * @param leaks places at which connections leaked, those with most first
 * @param exhaustions places at which requests got no connection, those with most first
 * @param problems what could not be read, and what was too much
 */
public record EvidenceLog(
        EvidenceTotals totals, List<EvidenceSite> leaks, List<EvidenceSite> exhaustions, List<Problem> problems) {
    public EvidenceLog {
        leaks = List.copyOf(leaks);
        exhaustions = List.copyOf(exhaustions);
        problems = List.copyOf(problems);
    }
}
