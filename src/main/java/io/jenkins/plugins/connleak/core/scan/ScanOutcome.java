package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A report and the source lines its pages show.
 *
 * @param report the report
 * @param excerpts lines around every step of every finding, by file and line; those of one file never overlap
 */
public record ScanOutcome(ScanReport report, List<SourceExcerpt> excerpts) implements Serializable {
    public ScanOutcome {
        Objects.requireNonNull(report);
        excerpts = List.copyOf(excerpts);
    }
}
