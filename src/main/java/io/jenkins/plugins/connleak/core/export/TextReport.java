package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report for people at a terminal: {@code file:line: [rule] certainty: message} per leak, the path below it, a summary
 * at the end. Control characters in names and messages are spelled out; lines end in a line feed.
 */
public final class TextReport {
    private static final String ESCAPE = "\u001b[";
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";

    private final boolean coloured;

    private TextReport(boolean coloured) {
        this.coloured = coloured;
    }

    /** Text for files and pipes. */
    public static TextReport plain() {
        return new TextReport(false);
    }

    /** Text for a terminal that understands ANSI colours. */
    public static TextReport coloured() {
        return new TextReport(true);
    }

    /** Writes the leaks with their paths, then the summary. */
    public void write(ScanReport report, Appendable target) throws IOException {
        writeFindings(report, target);
        writeSummary(report, target);
    }

    /** Writes the leaks with their paths and hints, then what was seen at run time beside them. */
    public void writeFindings(ScanReport report, Appendable target) throws IOException {
        for (Finding finding : report.findings()) {
            finding(finding, target);
        }
        EvidenceText.write(report.evidence(), target);
    }

    /** Writes one line per problem: {@code file:line: [kind] message}. */
    public void writeProblems(ScanReport report, Appendable target) throws IOException {
        for (Problem problem : report.problems()) {
            String line = problem.line() > 0 ? ":" + problem.line() : "";
            String place = problem.file().isEmpty() ? "" : Texts.printable(problem.file()) + line + ": ";
            target.append(paint(BOLD, place))
                    .append(paint(YELLOW, "[" + problem.kind().id() + "]"))
                    .append(' ')
                    .append(Texts.printable(problem.message()))
                    .append('\n');
        }
    }

    /** Writes the totals: leaks by certainty and rule, what was looked at, what was silenced, what went wrong. */
    public void writeSummary(ScanReport report, Appendable target) throws IOException {
        target.append(paint(report.findings().isEmpty() ? GREEN : BOLD, headline(report.findings())))
                .append('\n');
        Map<LeakKind, Integer> byRule = new EnumMap<>(LeakKind.class);
        report.findings().forEach(finding -> byRule.merge(finding.rule(), 1, Integer::sum));
        int width = byRule.keySet().stream()
                .mapToInt(rule -> rule.id().length())
                .max()
                .orElse(0);
        for (Map.Entry<LeakKind, Integer> total : byRule.entrySet()) {
            String format = "  %-" + width + "s %,6d";
            target.append(String.format(Locale.ROOT, format, total.getKey().id(), total.getValue()))
                    .append('\n');
        }
        String runTime = EvidenceText.summary(report.evidence().totals());
        if (!runTime.isEmpty()) {
            target.append(runTime).append('\n');
        }
        target.append(paint(DIM, lookedAt(report))).append('\n');
    }

    private static String headline(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No leaks found";
        }
        long definite = findings.stream()
                .filter(finding -> finding.certainty() == Certainty.DEFINITE)
                .count();
        long files = findings.stream()
                .map(finding -> finding.place().file())
                .distinct()
                .count();
        return Texts.counted(findings.size(), "leak") + " in " + Texts.counted(files, "file") + ": "
                + String.format(Locale.ROOT, "%,d definite, %,d possible", definite, findings.size() - definite);
    }

    private static String lookedAt(ScanReport report) {
        ScanFigures figures = report.figures();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.counted(figures.files(), "file") + " with " + Texts.counted(figures.lines(), "line")
                + " looked at");
        parts.add(String.format(Locale.ROOT, "%,d silenced", report.silenced().size()));
        parts.add(Texts.counted(report.problems().size(), "problem"));
        return String.join(", ", parts);
    }

    private void finding(Finding finding, Appendable target) throws IOException {
        String file = finding.place().file();
        boolean definite = finding.certainty() == Certainty.DEFINITE;
        target.append(paint(BOLD, Texts.printable(file) + ":" + finding.place().line() + ":"))
                .append(" [")
                .append(paint(CYAN, finding.rule().id()))
                .append("] ")
                .append(paint(definite ? RED : YELLOW, finding.certainty().id() + ":"))
                .append(' ')
                .append(Texts.printable(finding.explanation().message()))
                .append('\n');
        for (PathStep step : finding.explanation().path()) {
            String place = step.file().equals(file) ? "line " : Texts.printable(step.file()) + ":";
            target.append("    ")
                    .append(paint(DIM, place + step.line() + ":"))
                    .append(' ')
                    .append(step.kind().id())
                    .append(": ")
                    .append(Texts.printable(step.text()))
                    .append('\n');
        }
        if (finding.explanation().runtimeEvidence().isPresent()) {
            confirmation(finding.explanation().runtimeEvidence().get(), target);
        }
        if (!finding.explanation().hint().isEmpty()) {
            target.append("    ")
                    .append(paint(GREEN, "mend:"))
                    .append(' ')
                    .append(Texts.printable(finding.explanation().hint()))
                    .append('\n');
        }
        target.append('\n');
    }

    private void confirmation(Confirmation confirmation, Appendable target) throws IOException {
        Sightings seen = confirmation.sightings();
        target.append("    ")
                .append(paint(RED, "at run time:"))
                .append(' ')
                .append(Texts.counted(seen.count(), "leak"))
                .append(confirmation.sameLine() ? " here (" : " at another line of this method (")
                .append(EvidenceText.seen(seen))
                .append(")\n");
    }

    private String paint(String colour, String text) {
        return coloured && !text.isEmpty() ? ESCAPE + colour + "m" + text + ESCAPE + "0m" : text;
    }
}
