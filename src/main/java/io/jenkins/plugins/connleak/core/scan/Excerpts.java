package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Cuts the lines around some lines out of a file. What would overlap or touch becomes one piece. */
final class Excerpts {
    /** Lines shown before and after each. */
    static final int AROUND = 6;

    /** Longer lines are cut: they are generated, and a page with them helps nobody. */
    static final int MAX_LINE_LENGTH = 1_000;

    private Excerpts() {}

    static List<SourceExcerpt> of(String file, List<String> lines, SortedSet<Integer> wanted) {
        List<SourceExcerpt> excerpts = new ArrayList<>();
        int first = 0;
        int last = -1;
        for (int line : wanted) {
            int from = Math.max(1, line - AROUND);
            int to = Math.min(lines.size(), line + AROUND);
            if (last >= first && from > last + 1) {
                excerpts.add(cut(file, lines, first, last));
                first = from;
            } else if (last < first) {
                first = from;
            }
            last = Math.max(last, to);
        }
        if (last >= first && first > 0) {
            excerpts.add(cut(file, lines, first, last));
        }
        return excerpts;
    }

    private static SourceExcerpt cut(String file, List<String> lines, int first, int last) {
        return new SourceExcerpt(
                file,
                first,
                lines.subList(first - 1, last).stream().map(Excerpts::shortened).toList());
    }

    private static String shortened(String line) {
        return line.length() <= MAX_LINE_LENGTH ? line : line.substring(0, MAX_LINE_LENGTH) + "…";
    }
}
