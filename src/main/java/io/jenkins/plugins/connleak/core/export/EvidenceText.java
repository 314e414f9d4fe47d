package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Run-time evidence for people at a terminal. */
final class EvidenceText {
    /** What stands for the place of what a log reports without a stack. */
    static final String NO_PLACE = "(the log has no stack)";

    private EvidenceText() {}

    /** Who saw it and when: {@code HikariCP, pool shop, 2026-11-21 00:03:16}. */
    static String seen(Sightings sightings) {
        List<String> parts = new ArrayList<>(sightings.tools());
        if (!sightings.pools().isEmpty()) {
            parts.add("pool " + String.join(", ", sightings.pools()));
        }
        if (!sightings.first().isEmpty()) {
            boolean isOnce = sightings.first().equals(sightings.last());
            parts.add(isOnce ? sightings.first() : sightings.first() + " to " + sightings.last());
        }
        return Texts.printable(String.join(", ", parts));
    }

    /** Writes the places that no leak of the report is about, and those at which requests got no connection. */
    static void write(RuntimeEvidence evidence, Appendable target) throws IOException {
        section("Leaked at run time, not found in the sources", evidence.unmatched(), "leak", target);
        section("Got no connection at run time", evidence.exhaustions(), "request", target);
    }

    private static void section(String title, List<EvidenceSite> sites, String unit, Appendable target)
            throws IOException {
        if (sites.isEmpty()) {
            return;
        }
        target.append(title).append(":\n");
        for (EvidenceSite site : sites) {
            List<StackFrame> frames = site.frames();
            target.append("    ")
                    .append(
                            frames.isEmpty()
                                    ? NO_PLACE
                                    : Texts.printable(frames.get(0).text()))
                    .append(": ")
                    .append(Texts.counted(site.sightings().count(), unit))
                    .append(" (")
                    .append(seen(site.sightings()))
                    .append(")\n");
            for (StackFrame frame : frames.subList(Math.min(1, frames.size()), frames.size())) {
                target.append("        from ")
                        .append(Texts.printable(frame.text()))
                        .append('\n');
            }
        }
        target.append('\n');
    }

    /** The figures in one line; empty if no log was read. */
    static String summary(EvidenceTotals totals) {
        if (totals.files() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "Run time, %s: %s confirmed, %s not found in the sources, %s, %s without a connection",
                Texts.counted(totals.files(), "log"),
                Texts.counted(totals.confirmed(), "leak"),
                Texts.counted(totals.unmatched(), "place"),
                Texts.counted(totals.leaks(), "leaked connection"),
                Texts.counted(totals.exhaustions(), "request"));
    }
}
