package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a file that is to be changed, and where things stand on them. */
final class SourceLines {
    private static final Pattern NOTHING_OR_COMMENT = Pattern.compile("\\s*(//.*)?");
    private static final String DOS = "\r\n";

    private final List<String> lines;
    private final String lineEnd;
    private final boolean isOfOneKind;
    private final boolean lastLineHasEnd;

    SourceLines(SourceFile source) {
        this.lines = source.lines();
        String text = source.text();
        long returns = text.chars().filter(c -> c == '\r').count();
        long feeds = text.chars().filter(c -> c == '\n').count();
        boolean isDos = returns > 0;
        this.lineEnd = isDos ? DOS : "\n";
        this.isOfOneKind = !isDos || (returns == feeds && text.split(DOS, -1).length - 1 == feeds);
        this.lastLineHasEnd = text.endsWith("\n");
    }

    List<String> lines() {
        return lines;
    }

    String lineEnd() {
        return lineEnd;
    }

    boolean lastLineHasEnd() {
        return lastLineHasEnd;
    }

    /** Whether all lines end alike. */
    boolean areOfOneKind() {
        return isOfOneKind;
    }

    /** What stands before a place on its line. */
    String before(Position position) {
        return line(position.line)
                .substring(0, Math.min(position.column - 1, line(position.line).length()));
    }

    /** What stands behind the last character of something on its line. */
    String behind(Range range) {
        String line = line(range.end.line);
        return line.substring(Math.min(range.end.column, line.length()));
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    /** Whether a statement has its lines for itself, but for a comment at the end, and ends with a semicolon. */
    boolean isAlone(Range range) {
        String last = line(range.end.line);
        return before(range.begin).isBlank()
                && range.end.column <= last.length()
                && last.charAt(range.end.column - 1) == ';'
                && NOTHING_OR_COMMENT.matcher(behind(range)).matches();
    }

    /** Whether nothing at all stands behind it on its line. */
    boolean endsItsLine(Range range) {
        return behind(range).isBlank();
    }
}
