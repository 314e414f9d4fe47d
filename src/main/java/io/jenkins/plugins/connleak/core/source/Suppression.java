package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.Set;

/**
 * One suppression and what it covers.
 *
 * @param lines the lines it covers
 * @param variables the variables it covers; empty means all
 * @param rules the rules it covers
 * @param by the means
 * @param reason the reason given beside it; may be empty
 */
record Suppression(Lines lines, Set<String> variables, Set<LeakKind> rules, SilencedFinding.By by, String reason) {
    /** A range of lines, from 1, both ends included. */
    record Lines(int first, int last) {
        boolean contains(int line) {
            return first <= line && line <= last;
        }
    }

    Suppression {
        variables = Set.copyOf(variables);
        rules = Set.copyOf(rules);
    }

    boolean covers(Finding finding) {
        return lines.contains(finding.place().line())
                && rules.contains(finding.rule())
                && (variables.isEmpty() || variables.contains(finding.resource().variable()));
    }
}
