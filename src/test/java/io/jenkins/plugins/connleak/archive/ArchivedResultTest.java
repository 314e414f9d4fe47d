package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchivedResultTest {
    @Test
    void knowsTheRunTimeEvidenceOfItsReport() {
        RuntimeEvidence evidence = new RuntimeEvidence(new EvidenceTotals(2, 9, 1, 4, 3, 5), List.of(), List.of());

        assertThat(context(evidence).evidence())
                .isEqualTo(Map.of(
                        "files", 2, "leaks", 9, "returned", 1, "exhaustions", 4, "confirmed", 3, "unmatched", 5));
    }

    @Test
    void knowsNothingOfAReportWithoutEvidence() {
        assertThat(context(RuntimeEvidence.NONE)).isEqualTo(ResultContext.NONE);
    }

    private static ResultContext context(RuntimeEvidence evidence) {
        ScanReport report = new ScanReport(
                new ScanInfo("1.0", "flow", new BuildTag("shop", "", "1"), Map.of()),
                new ScanFigures(0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                evidence);
        return new ArchivedResult(
                        "cli", new ArchivedResult.BuildReference("1", "connleak", ""), Instant.EPOCH, 0, report)
                .context();
    }
}
