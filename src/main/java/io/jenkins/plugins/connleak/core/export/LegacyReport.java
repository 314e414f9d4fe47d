package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.Reader;

/**
 * The legacy text form: {@code JAVA : <simple file name>API : <method line>} per leak, then {@code Total N connection leak
 * found in current run.'}.
 */
public final class LegacyReport {
    static final String FILE_MARK = "JAVA : ";
    static final String METHOD_MARK = "API : ";

    private LegacyReport() {}

    /** Writes one line per leak and the total; lines end in a line feed. */
    public static void write(ScanReport report, Appendable target) throws IOException {
        for (Finding finding : report.findings()) {
            target.append(FILE_MARK).append(textOf(finding)).append('\n');
        }
        target.append("Total ")
                .append(String.valueOf(report.findings().size()))
                .append(" connection leak found in current run.'\n");
    }

    /** A leak as a line has it after its first mark. */
    static String textOf(Finding finding) {
        String file = finding.place().file();
        return Texts.printable(file.substring(file.lastIndexOf('/') + 1)) + METHOD_MARK + methodOf(finding);
    }

    /** The form has {@code null} for what a pattern found before the first method of a file. */
    private static String methodOf(Finding finding) {
        String method = finding.place().method();
        return finding.rule() == LeakKind.LEGACY_PATTERN && method.isEmpty() ? "null" : Texts.printable(method);
    }

    /**
     * Reads a log; {@code source} stays open.
     *
     * @throws ReportFormatException if the text is no leak log, or not a whole one; the message names the line
     */
    public static LegacyLog read(Reader source) throws IOException {
        return new LegacyLogReader(source).read();
    }
}
