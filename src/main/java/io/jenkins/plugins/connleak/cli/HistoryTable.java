package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trend as a table with a bar per scan. */
final class HistoryTable {
    private static final List<String> HEAD =
            List.of("Job", "Release", "Build", "Finished (UTC)", "Leaks", "Definite", "Possible");
    /** Columns from this one on hold numbers. */
    private static final int FIRST_NUMBER = 4;

    private static final int LONGEST_CELL = 40;
    private static final int LONGEST_BAR = 30;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HistoryTable() {}

    /** Writes the table, or one line where there is nothing to show. */
    static void write(List<HistoryEntry> entries, Appendable target) throws IOException {
        if (entries.isEmpty()) {
            target.append("No archived scans match\n");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        entries.forEach(entry -> rows.add(cells(entry)));
        int most = entries.stream().mapToInt(HistoryEntry::total).max().orElse(0);
        for (int row = 0; row < rows.size(); row++) {
            String bar = row == 0 ? "" : bar(entries.get(row - 1).total(), most);
            target.append((line(rows, row) + "  " + bar).stripTrailing()).append('\n');
        }
    }

    private static List<String> cells(HistoryEntry entry) {
        return List.of(
                cell(entry.tag().job()),
                cell(entry.tag().release()),
                cell(entry.tag().buildNumber()),
                TIME.format(entry.finishedAt()),
                number(entry.total()),
                number(entry.byCertainty().getOrDefault(Certainty.DEFINITE.id(), 0)),
                number(entry.byCertainty().getOrDefault(Certainty.POSSIBLE.id(), 0)));
    }

    private static String line(List<List<String>> rows, int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < HEAD.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            String cell = rows.get(row).get(column);
            String blanks = " ".repeat(width - cell.length());
            line.append(column == 0 ? "" : "  ").append(column < FIRST_NUMBER ? cell + blanks : blanks + cell);
        }
        return line.toString();
    }

    private static String bar(int total, int most) {
        if (total == 0) {
            return "";
        }
        return "#".repeat(Math.max(1, Math.round((float) LONGEST_BAR * total / most)));
    }

    /** Text from the archive, fit for a terminal. */
    private static String cell(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        if (clean.isEmpty()) {
            return "-";
        }
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL - 3) + "...";
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
