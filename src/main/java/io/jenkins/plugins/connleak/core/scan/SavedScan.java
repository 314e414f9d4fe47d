package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.cache.Later;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.SavedAnalysis;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a scan for the next one.
 *
 * @param files all files that were read
 * @param analysis what the flow analysis found out; empty if it did not run
 * @param solved what it found
 * @param finished what was made of the files with findings
 */
record SavedScan(
        SavedFiles files, Optional<SavedAnalysis> analysis, Later<AnalysisResult> solved, List<Finished> finished) {
    /**
     * What the first look at a file shows.
     *
     * @param lines its number of lines; empty if it could not be read
     * @param isLowered whether the flow analysis has it
     * @param findings what the patterns found
     * @param problems what was wrong
     */
    record FileFacts(Optional<Integer> lines, boolean isLowered, List<Finding> findings, List<Problem> problems) {}

    /**
     * What was made of a file with findings.
     *
     * @param path its path in the report
     * @param findings what was found in it
     * @param shown the lines that the report shows
     * @param result what came of it
     */
    record Finished(String path, List<Finding> findings, List<Integer> shown, FileFinish.Result result) {
        boolean isOf(FileFinish.Task task) {
            // most are the very same objects, which a list asks first
            return findings.equals(task.findings()) && shown.equals(List.copyOf(task.shown()));
        }
    }
}
