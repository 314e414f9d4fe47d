package io.jenkins.plugins.connleak.core.export;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a log in the legacy text form. Its lines may stand between others, with time stamps before them, colours in them
 * and any line ends; but a line of it that is cut off, and a total that does not fit the leaks, are refused, because what
 * is imported from half a log passes for a whole one afterwards. Only the first 20,000 characters of a line are looked at.
 */
final class LegacyLogReader {
    /** Most leaks that are read from one log. */
    static final int MAX_LEAKS = 200_000;

    private static final String FILE_SUFFIX = ".java";
    private static final String JAVA_METHOD_MARK = FILE_SUFFIX + LegacyReport.METHOD_MARK;
    private static final Pattern TOTAL = Pattern.compile("Total (\\S{1,30}) connection leak found in current run");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}[A-Za-z]");

    private final BoundedLines lines;
    private final List<LegacyLog.Leak> leaks = new ArrayList<>();
    private long total = LegacyLog.NO_TOTAL;
    private int number;
    private int lineOfTotal;

    LegacyLogReader(Reader source) {
        this.lines = new BoundedLines(source);
    }

    LegacyLog read() throws IOException {
        while (lines.advance()) {
            number++;
            line(COLOUR.matcher(lines.current()).replaceAll(""));
        }
        if (leaks.isEmpty() && total == LegacyLog.NO_TOTAL) {
            throw new ReportFormatException("not a leak log: it has no line 'JAVA : …API : …' and no line 'Total … "
                    + "connection leak found in current run'");
        }
        if (total != LegacyLog.NO_TOTAL && total != leaks.size()) {
            throw refused(
                    lineOfTotal,
                    "the log states " + Texts.counted(total, "leak") + ", but lists "
                            + Texts.counted(leaks.size(), "leak") + ": it is not whole");
        }
        return new LegacyLog(
                leaks,
                total,
                total == LegacyLog.NO_TOTAL ? List.of("the log states no total: it may be cut off") : List.of());
    }

    private void line(String line) throws ReportFormatException {
        if (line.indexOf('\0') >= 0) {
            throw refused(number, "there are bytes in it that are no text");
        }
        Matcher stated = TOTAL.matcher(line);
        if (stated.find()) {
            if (!NUMBER.matcher(stated.group(1)).matches()) {
                throw refused(number, "the total '" + Texts.printable(stated.group(1)) + "' is no number of leaks");
            }
            total = Math.max(total, 0) + Long.parseLong(stated.group(1));
            lineOfTotal = number;
            return;
        }
        int start = line.indexOf(LegacyReport.FILE_MARK);
        if (start >= 0) {
            leak(line.substring(start + LegacyReport.FILE_MARK.length()));
        }
    }

    private void leak(String rest) throws ReportFormatException {
        int ofJava = rest.indexOf(JAVA_METHOD_MARK);
        int mark = ofJava >= 0 ? ofJava + FILE_SUFFIX.length() : rest.indexOf(LegacyReport.METHOD_MARK);
        if (mark < 0) {
            if (rest.contains(FILE_SUFFIX)) {
                throw refused(number, "a leak without its method: there is 'JAVA : ' and a file, but no 'API : '");
            }
            return;
        }
        String file = rest.substring(0, mark).strip();
        if (file.isEmpty()) {
            throw refused(number, "a leak without its file: nothing is between 'JAVA : ' and 'API : '");
        }
        if (leaks.size() == MAX_LEAKS) {
            throw refused(number, "the leak log has more than " + MAX_LEAKS + " leaks");
        }
        String method = rest.substring(mark + LegacyReport.METHOD_MARK.length()).strip();
        leaks.add(new LegacyLog.Leak(file, method));
    }

    private static ReportFormatException refused(int line, String why) {
        return new ReportFormatException("line " + line + ": " + why);
    }
}
