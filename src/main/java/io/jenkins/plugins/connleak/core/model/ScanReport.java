package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The result of one scan: a value without a clock, equal for equal input.
 *
 * @param info what made it
 * @param figures how much was looked at
 * @param findings leaks, in {@link Finding#ORDER}
 * @param silenced leaks that somebody decided not to see, in the same order
 * @param problems what could not be looked at, in natural order
 * @param evidence what logs of running programs say beside what they say of the leaks
 */
public record ScanReport(
        ScanInfo info,
        ScanFigures figures,
        List<Finding> findings,
        List<SilencedFinding> silenced,
        List<Problem> problems,
        RuntimeEvidence evidence)
        implements Serializable {
    public ScanReport {
        Objects.requireNonNull(info);
        Objects.requireNonNull(figures);
        findings = List.copyOf(findings);
        silenced = List.copyOf(silenced);
        problems = List.copyOf(problems);
        Objects.requireNonNull(evidence);
    }

    /** A report to which no log of a running program was given. */
    public ScanReport(
            ScanInfo info,
            ScanFigures figures,
            List<Finding> findings,
            List<SilencedFinding> silenced,
            List<Problem> problems) {
        this(info, figures, findings, silenced, problems, RuntimeEvidence.NONE);
    }
}
