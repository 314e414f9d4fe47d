package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;

/**
 * What the flow analysis found.
 *
 * @param findings leaks in any order, without fingerprints
 * @param problems methods given up, in any order
 * @param methods number of methods analysed
 */
public record AnalysisResult(List<Finding> findings, List<Problem> problems, int methods) {
    public AnalysisResult {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }
}
