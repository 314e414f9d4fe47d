package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A change of one file that mends a leak, and with it those whose mends touch the same lines: these carry the same fix.
 * Fixes of one file that are not equal change different lines, so that they can be applied together.
 *
 * @param file path relative to the scanned root, with {@code /} as separator
 * @param lineEnd what ends the file's lines: {@code \n} or {@code \r\n}
 * @param hunks the changes in the order of their lines; never empty
 */
public record Fix(String file, String lineEnd, List<Hunk> hunks) implements Serializable {
    /** What a line of a hunk is, by its first character. */
    public static final char KEPT = ' ';

    public static final char REMOVED = '-';
    public static final char ADDED = '+';

    /** Says that the line before it is the file's last and has no end. */
    public static final String NO_END = "\\ No newline at end of file";

    public Fix {
        Objects.requireNonNull(file);
        Objects.requireNonNull(lineEnd);
        hunks = List.copyOf(hunks);
    }

    /**
     * Some lines of the file, and what becomes of them, as in a unified diff.
     *
     * @param firstLine number of the first line in the file as it is, from 1
     * @param lines the lines without their ends, each after {@link #KEPT}, {@link #REMOVED} or {@link #ADDED}; or {@link #NO_END}
     */
    public record Hunk(int firstLine, List<String> lines) implements Serializable {
        public Hunk {
            lines = List.copyOf(lines);
        }

        /** The number of lines that start with one of these. */
        public int count(char first, char second) {
            return (int) lines.stream()
                    .filter(line -> line.charAt(0) == first || line.charAt(0) == second)
                    .count();
        }
    }

    /** Whether it could be one: for what comes from elsewhere. */
    public boolean isWellFormed() {
        return (lineEnd.equals("\n") || lineEnd.equals("\r\n"))
                && !hunks.isEmpty()
                && hunks.stream()
                        .allMatch(hunk -> hunk.firstLine() > 0
                                && !hunk.lines().isEmpty()
                                && hunk.lines().stream().allMatch(Fix::isLine));
    }

    private static boolean isLine(String line) {
        return line.equals(NO_END)
                || (!line.isEmpty()
                        && (line.charAt(0) == KEPT || line.charAt(0) == REMOVED || line.charAt(0) == ADDED)
                        && line.indexOf('\n') < 0
                        && line.indexOf('\r') < 0);
    }

    /**
     * The lines of the unified diff without the two that name the file: what a page shows. Each begins with {@code @},
     * {@link #KEPT}, {@link #REMOVED}, {@link #ADDED} or a backslash, and has no end.
     */
    public List<String> diffLines() {
        List<String> all = new ArrayList<>();
        int shift = 0;
        for (Hunk hunk : hunks) {
            int before = hunk.count(KEPT, REMOVED);
            int after = hunk.count(KEPT, ADDED);
            all.add("@@ -" + hunk.firstLine() + "," + before + " +" + (hunk.firstLine() + shift) + "," + after + " @@");
            all.addAll(hunk.lines());
            shift += after - before;
        }
        return all;
    }

    /** The unified diff, for {@code patch -p1} or {@code git apply} in the scanned folder. */
    public String diff() {
        StringBuilder text = new StringBuilder();
        String tab = file.indexOf(' ') < 0 ? "" : "\t";
        text.append("--- a/")
                .append(file)
                .append(tab)
                .append("\n+++ b/")
                .append(file)
                .append(tab)
                .append('\n');
        List<String> lines = diffLines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean hasNoEnd = i + 1 < lines.size() && lines.get(i + 1).equals(NO_END);
            boolean ofFile = line.charAt(0) != '@' && !line.equals(NO_END) && !hasNoEnd;
            text.append(line).append(ofFile ? lineEnd : "\n");
        }
        return text.toString();
    }
}
