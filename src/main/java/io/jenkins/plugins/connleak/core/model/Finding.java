package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * One leak: an acquisition that is still open at some way out.
 *
 * @param rule the kind of leak
 * @param certainty how sure it is
 * @param resource what leaks
 * @param place where it is acquired
 * @param explanation what its reader is told
 * @param fingerprint what it is recognised by in another build
 */
public record Finding(
        LeakKind rule,
        Certainty certainty,
        Resource resource,
        Place place,
        Explanation explanation,
        Fingerprint fingerprint)
        implements Serializable {
    /** By place, then rule, then variable, then fingerprint: total over the findings of one report. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.resource().variable())
            .thenComparing(finding -> finding.fingerprint().exact());

    public Finding {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(certainty);
        Objects.requireNonNull(resource);
        Objects.requireNonNull(place);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(fingerprint);
    }

    /** This finding with that certainty. */
    public Finding withCertainty(Certainty newCertainty) {
        return new Finding(rule, newCertainty, resource, place, explanation, fingerprint);
    }

    /** This finding with that fix. */
    public Finding withFix(Fix fix) {
        Explanation mended = new Explanation(
                explanation.message(), explanation.path(), explanation.hint(), fix, explanation.confirmation());
        return new Finding(rule, certainty, resource, place, mended, fingerprint);
    }

    /** This finding with that run-time evidence. */
    public Finding withEvidence(Confirmation confirmation) {
        Explanation confirmed = new Explanation(
                explanation.message(), explanation.path(), explanation.hint(), explanation.fix(), confirmation);
        return new Finding(rule, certainty, resource, place, confirmed, fingerprint);
    }

    /** This finding with that fingerprint. */
    public Finding withFingerprint(Fingerprint newFingerprint) {
        return new Finding(rule, certainty, resource, place, explanation, newFingerprint);
    }
}
