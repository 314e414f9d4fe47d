package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.RowSearch;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All rows that fit a query as CSV (RFC 4180) in UTF-8, for spreadsheets: one after the other, never all at once. */
public final class RowsCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final List<Column> COLUMNS = List.of(
            Column.RULE,
            Column.CERTAINTY,
            Column.KIND,
            Column.TYPE,
            Column.VARIABLE,
            Column.PACKAGE,
            Column.CLASS,
            Column.METHOD,
            Column.MESSAGE,
            Column.REASON,
            Column.ID,
            Column.AUTHOR,
            Column.COMMIT,
            Column.AUTHORED,
            Column.EVIDENCE);

    private RowsCsv() {}

    /** Writes a heading and the rows in the query's order, of all pages; {@code out} stays open. */
    public static void write(Rows rows, RowQuery query, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(BYTE_ORDER_MARK);
        csv.write("file,line,state,firstBuild");
        for (Column column : COLUMNS) {
            csv.write("," + column.id());
        }
        csv.write("\r\n");
        for (int row : RowSearch.of(rows, query).all().toArray()) {
            csv.write(cell(rows.text(row, Column.FILE)) + "," + rows.line(row) + ","
                    + rows.state(row).id() + "," + (rows.firstBuild(row) > 0 ? rows.firstBuild(row) : ""));
            for (Column column : COLUMNS) {
                csv.write("," + cell(rows.text(row, column)));
            }
            csv.write("\r\n");
        }
        csv.flush();
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(unit -> unit == '"' || unit == ',' || unit == '\n' || unit == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
