package io.jenkins.plugins.connleak.core.regex;

import java.util.regex.Pattern;

/**
 * Removes comments from one line, without a look at the lines around it or at string literals: first what follows
 * {@code //}, then every comment that opens and closes on the line. Where a second opener comes before the closer, the
 * comment starts at the second.
 */
public final class LineComments {
    private static final Pattern TO_END_OF_LINE = Pattern.compile("//.*");
    private static final String OPENER = "/*";
    private static final String CLOSER = "*/";

    private LineComments() {}

    /** The line without its comments. */
    public static String remove(String line) {
        String code = line.contains("//") ? TO_END_OF_LINE.matcher(line).replaceAll("") : line;
        return code.contains(OPENER) ? removeClosed(code) : code;
    }

    private static String removeClosed(String line) {
        StringBuilder code = new StringBuilder(line.length());
        int copied = 0;
        int opener = line.indexOf(OPENER);
        while (opener >= 0) {
            int inside = opener + OPENER.length();
            int closer = line.indexOf(CLOSER, inside);
            int nextOpener = line.indexOf(OPENER, inside);
            if (closer < 0) {
                break;
            }
            if (nextOpener < 0 || closer < nextOpener) {
                code.append(line, copied, opener);
                copied = closer + CLOSER.length();
                nextOpener = line.indexOf(OPENER, copied);
            }
            opener = nextOpener;
        }
        return code.append(line, copied, line.length()).toString();
    }
}
