package io.jenkins.plugins.connleak.corpus;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.scan.Engine;
import java.util.Locale;

/**
 * What a marker and a finding are compared by.
 *
 * @param file path relative to the root of the corpus
 * @param line line of the acquisition, from 1
 * @param rule kind of leak
 * @param engine {@link Engine#FLOW} or {@link Engine#REGEX}
 * @param certainty how sure it is
 */
record Leak(String file, int line, LeakKind rule, Engine engine, Certainty certainty) implements Comparable<Leak> {
    static Leak of(Finding finding, Engine engine) {
        return new Leak(finding.place().file(), finding.place().line(), finding.rule(), engine, finding.certainty());
    }

    @Override
    public int compareTo(Leak other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%05d %s [%s] %s", file, line, rule.id(), engine.id(), certainty.id());
    }
}
