package io.jenkins.plugins.connleak.plugin.releases;

import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.plugin.actions.Labels;
import java.util.List;

/** What came and what went between the last builds of two releases; of many leaks the first ones only. */
public final class Changes {
    /** Most leaks of each sort that are kept and shown. */
    static final int MAX_SHOWN = 300;

    /** Longest text that is kept. */
    private static final int MAX_TEXT = 500;

    private final List<Leak> added;
    private final List<Leak> fixed;
    private final int addedCount;
    private final int fixedCount;
    private final int outstandingCount;
    private final List<String> notes;

    Changes(Delta delta, List<String> notes) {
        this.added = leaks(delta.added());
        this.fixed = leaks(delta.fixed());
        this.addedCount = delta.added().size();
        this.fixedCount = delta.fixed().size();
        this.outstandingCount = delta.outstanding().size();
        this.notes = List.copyOf(notes);
    }

    private static List<Leak> leaks(List<Finding> findings) {
        return findings.stream().limit(MAX_SHOWN).map(Leak::new).toList();
    }

    /** The first leaks that the earlier release does not have. */
    public List<Leak> getAdded() {
        return added;
    }

    /** The first leaks that only the earlier release has. */
    public List<Leak> getFixed() {
        return fixed;
    }

    public int getAddedCount() {
        return addedCount;
    }

    public int getFixedCount() {
        return fixedCount;
    }

    public int getOutstandingCount() {
        return outstandingCount;
    }

    public int getAddedLeftOut() {
        return addedCount - added.size();
    }

    public int getFixedLeftOut() {
        return fixedCount - fixed.size();
    }

    /** What could not be read, a sentence each. */
    public List<String> getNotes() {
        return notes;
    }

    /** A leak as the page shows it. */
    public static final class Leak {
        private final String rule;
        private final String certainty;
        private final String certaintyLabel;
        private final String place;
        private final String method;

        Leak(Finding finding) {
            this.rule = Labels.of(finding.rule());
            this.certainty = finding.certainty().id();
            this.certaintyLabel = Labels.of(finding.certainty());
            this.place = cut(
                    finding.place().line() > 0
                            ? finding.place().file() + ":" + finding.place().line()
                            : finding.place().file());
            this.method = cut(finding.place().method());
        }

        private static String cut(String text) {
            return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "\u2026";
        }

        public String getRule() {
            return rule;
        }

        public String getCertainty() {
            return certainty;
        }

        public String getCertaintyLabel() {
            return certaintyLabel;
        }

        public String getPlace() {
            return place;
        }

        public String getMethod() {
            return method;
        }
    }
}
