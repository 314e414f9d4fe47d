package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.List;

/**
 * What a report is compared with: the leaks of an earlier one.
 *
 * @param findings the leaks that the earlier report showed, silenced ones left out
 */
public record ReferenceReport(List<Finding> findings) {
    public ReferenceReport {
        findings = List.copyOf(findings);
    }

    /** The leaks of that report. */
    public static ReferenceReport of(ScanReport report) {
        return new ReferenceReport(report.findings());
    }
}
