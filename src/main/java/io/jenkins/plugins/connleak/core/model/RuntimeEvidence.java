package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What logs of running programs say, but for what they say of a finding, which is its {@link Confirmation}.
 *
 * @param totals how much there is
 * @param unmatched places of leaks that no finding is about, those seen most first
 * @param exhaustions places at which requests got no connection, those with most first
 */
public record RuntimeEvidence(EvidenceTotals totals, List<EvidenceSite> unmatched, List<EvidenceSite> exhaustions)
        implements Serializable {
    /** No log was read. */
    public static final RuntimeEvidence NONE = new RuntimeEvidence(EvidenceTotals.NONE, List.of(), List.of());

    public RuntimeEvidence {
        Objects.requireNonNull(totals);
        unmatched = List.copyOf(unmatched);
        exhaustions = List.copyOf(exhaustions);
    }
}
