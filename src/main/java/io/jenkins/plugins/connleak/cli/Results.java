package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.export.PageTexts;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import java.util.List;

/**
 * What there is to write.
 *
 * @param outcome the report and the sources it shows
 * @param trend points of the job's trend, oldest first; empty without an archive
 * @param texts the words of pages
 */
record Results(ScanOutcome outcome, List<HistoryEntry> trend, PageTexts texts) {
    Results {
        trend = List.copyOf(trend);
    }
}
