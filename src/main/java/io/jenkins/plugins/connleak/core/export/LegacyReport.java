package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The legacy text form: {@code JAVA : <simple file name>API : <method line>} per leak, then {@code Total N connection leak
 * found in current run.'}.
 *
 * <p>A log is read wherever its lines are found between others, with time stamps before them, colours in them and any line
 * ends. Of a line only the first 20,000 characters are looked at.
 */
public final class LegacyReport {
    /** Most leaks that are read from one log. */
    static final int MAX_LEAKS = 1_000_000;

    private static final String FILE_MARK = "JAVA : ";
    private static final String METHOD_MARK = "API : ";
    private static final String JAVA_METHOD_MARK = ".java" + METHOD_MARK;
    private static final Pattern TOTAL = Pattern.compile("Total (\\d{1,9}) connection leak found in current run");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}[A-Za-z]");

    private LegacyReport() {}

    /** Writes one line per leak and the total; lines end in a line feed. */
    public static void write(ScanReport report, Appendable target) throws IOException {
        for (Finding finding : report.findings()) {
            String file = finding.place().file();
            target.append(FILE_MARK)
                    .append(Texts.printable(file.substring(file.lastIndexOf('/') + 1)))
                    .append(METHOD_MARK)
                    .append(methodOf(finding))
                    .append('\n');
        }
        target.append("Total ")
                .append(String.valueOf(report.findings().size()))
                .append(" connection leak found in current run.'\n");
    }

    /** The form has {@code null} for what a pattern found before the first method of a file. */
    private static String methodOf(Finding finding) {
        String method = finding.place().method();
        return finding.rule() == LeakKind.LEGACY_PATTERN && method.isEmpty() ? "null" : Texts.printable(method);
    }

    /**
     * Reads a log; {@code source} stays open.
     *
     * @throws ReportFormatException if the text holds neither a leak nor a total, or more than a million leaks
     */
    public static LegacyLog read(Reader source) throws IOException {
        List<LegacyLog.Leak> leaks = new ArrayList<>();
        long total = LegacyLog.NO_TOTAL;
        BoundedLines lines = new BoundedLines(source);
        while (lines.advance()) {
            String line = COLOUR.matcher(lines.current()).replaceAll("");
            Matcher stated = TOTAL.matcher(line);
            if (stated.find()) {
                total = Math.max(total, 0) + Long.parseLong(stated.group(1));
            } else {
                addLeak(line, leaks);
            }
        }
        if (leaks.isEmpty() && total == LegacyLog.NO_TOTAL) {
            throw new ReportFormatException("not a leak log: it has no line 'JAVA : …API : …' and no line 'Total … "
                    + "connection leak found in current run'");
        }
        return new LegacyLog(leaks, total, warnings(leaks.size(), total));
    }

    private static void addLeak(String line, List<LegacyLog.Leak> leaks) throws ReportFormatException {
        int start = line.indexOf(FILE_MARK);
        if (start < 0) {
            return;
        }
        String rest = line.substring(start + FILE_MARK.length());
        int ofJava = rest.indexOf(JAVA_METHOD_MARK);
        int mark = ofJava >= 0 ? ofJava + JAVA_METHOD_MARK.length() - METHOD_MARK.length() : rest.indexOf(METHOD_MARK);
        if (mark < 0) {
            return;
        }
        if (leaks.size() == MAX_LEAKS) {
            throw new ReportFormatException("the leak log has more than " + MAX_LEAKS + " leaks");
        }
        String method = rest.substring(mark + METHOD_MARK.length()).strip();
        leaks.add(new LegacyLog.Leak(rest.substring(0, mark).strip(), method));
    }

    private static List<String> warnings(int leaks, long total) {
        if (total == LegacyLog.NO_TOTAL) {
            return List.of("the log states no total: it may be cut off");
        }
        if (total != leaks) {
            return List.of(
                    "the log states " + Texts.counted(total, "leak") + ", but lists " + Texts.counted(leaks, "leak"));
        }
        return List.of();
    }
}
