package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.export.DataTable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A table for people: columns in line, numbers to the right, times in UTC, and nothing in it that controls a terminal. */
final class TextTable {
    private static final int LONGEST_CELL = 40;
    private static final int LONGEST_BAR = 30;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DataTable table;
    private final List<Integer> columns;

    /** Those columns of a table, by their ids, in that order. */
    TextTable(DataTable table, List<String> ids) {
        this.table = table;
        List<String> all = table.columns().stream().map(DataTable.Column::id).toList();
        this.columns = ids.stream().map(all::indexOf).toList();
    }

    /** Writes the table with a bar at the end of each row, as long as the number in that column says. */
    void writeWithBars(String id, Appendable target) throws IOException {
        int column = table.columns().stream().map(DataTable.Column::id).toList().indexOf(id);
        long most = table.rows().stream()
                .mapToLong(row -> ((Number) row.get(column)).longValue())
                .max()
                .orElse(0);
        write(target, row -> bar(((Number) row.get(column)).longValue(), most));
    }

    /** Text from outside, fit for a terminal. */
    static String printable(String text) {
        return text.codePoints().anyMatch(TextTable::isUnsafe)
                ? text.codePoints()
                        .map(point -> isUnsafe(point) ? '?' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isUnsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private void write(Appendable target, Function<List<Object>, String> end) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream()
                .map(column -> table.columns().get(column).title())
                .toList());
        table.rows()
                .forEach(row -> lines.add(
                        columns.stream().map(column -> cell(row.get(column))).toList()));
        int[] widths = widths(lines);
        for (int line = 0; line < lines.size(); line++) {
            String bar = line == 0 ? "" : end.apply(table.rows().get(line - 1));
            target.append((line(lines.get(line), widths) + "  " + bar).stripTrailing())
                    .append('\n');
        }
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : "  ").append(isNumber(column) ? blanks + cell : cell + blanks);
        }
        return line.toString();
    }

    private boolean isNumber(int column) {
        return !table.rows().isEmpty() && table.rows().get(0).get(columns.get(column)) instanceof Number;
    }

    private static String cell(Object cell) {
        if (cell instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        if (cell instanceof Instant instant) {
            return TIME.format(instant);
        }
        String clean = printable(cell.toString());
        if (clean.isEmpty()) {
            return "-";
        }
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL - 3) + "...";
    }

    private static String bar(long number, long most) {
        return number == 0 ? "" : "#".repeat(Math.max(1, Math.round((float) LONGEST_BAR * number / most)));
    }
}
