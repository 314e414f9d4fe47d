package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Which leak of a reference each leak of a report is. They are matched in passes, of which each sees what the ones
 * before left: by the exact fingerprint; by the context, so that a leak whose file was moved or whose method or variable
 * was renamed stays the same leak; at last by its place, so that one whose acquisition was edited stays it too. Each
 * leak of the reference is matched once at most. A leak that is silenced now takes its partner like any other.
 *
 * <p>A leak that is mended in the same commit that brings another one for the same variable of the same method passes
 * for that one.
 */
public final class Pairs {
    private static final String SEPARATOR = "\u001f";

    private static final List<Function<Finding, String>> EXACT =
            List.of(finding -> finding.fingerprint().exact());

    /** Contexts; one of the same file is preferred. */
    private static final List<Function<Finding, String>> CONTEXTS =
            List.of(Pairs::contextInFile, finding -> finding.fingerprint().context());

    /** Places: with the parameters of the method, then without. */
    private static final List<Function<Finding, String>> PLACES = List.of(
            finding -> place(finding, finding.place().method()), finding -> place(finding, methodName(finding)));

    private final List<Finding> reference;
    private final FindingMatcher matcher;
    private final FindingMatcher.Side shown;

    private Pairs(List<Finding> reference, ScanReport report) {
        this.reference = List.copyOf(reference);
        this.matcher = new FindingMatcher(this.reference);
        this.shown = new FindingMatcher.Side(report.findings());
        FindingMatcher.Side silenced = new FindingMatcher.Side(
                report.silenced().stream().map(SilencedFinding::finding).toList());
        for (List<Function<Finding, String>> keys : List.of(EXACT, CONTEXTS, PLACES)) {
            keys.forEach(key -> matcher.match(shown, key));
            keys.forEach(key -> matcher.match(silenced, key));
        }
    }

    /** Matches the leaks of a report with those of a reference. */
    public static Pairs between(List<Finding> reference, ScanReport report) {
        return new Pairs(reference, report);
    }

    /** The place in the reference, from 0, of the leak at {@code place} of the report; empty if it is not there. */
    public OptionalInt partnerOf(int place) {
        int partner = shown.partnerOf(place);
        return partner < 0 ? OptionalInt.empty() : OptionalInt.of(partner);
    }

    /** Leaks of the reference that neither the report's shown nor its silenced leaks are, in the reference's order. */
    public List<Finding> unmatched() {
        List<Finding> gone = new ArrayList<>();
        for (int i = 0; i < reference.size(); i++) {
            if (!matcher.isUsed(i)) {
                gone.add(reference.get(i));
            }
        }
        return gone;
    }

    private static String contextInFile(Finding finding) {
        String context = finding.fingerprint().context();
        return context.isEmpty() ? "" : context + finding.place().file();
    }

    /** Empty for a finding without fingerprint: what was never read well enough for one is no witness of a place. */
    private static String place(Finding finding, String method) {
        return finding.fingerprint().exact().isEmpty()
                ? ""
                : String.join(
                        SEPARATOR,
                        finding.place().file(),
                        finding.place().className(),
                        method,
                        finding.resource().type(),
                        finding.resource().variable());
    }

    private static String methodName(Finding finding) {
        String method = finding.place().method();
        int parameters = method.indexOf('(');
        return parameters < 0 ? method : method.substring(0, parameters);
    }
}
