package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Figures in rows and columns, which are written as CSV and as JSON. A cell is a string, a whole number or an
 * {@link java.time.Instant}.
 *
 * @param columns what the cells of a row mean, in order
 * @param rows the rows; each has as many cells as there are columns
 */
public record DataTable(List<Column> columns, List<List<Object>> rows) {
    private static final int FORMAT_VERSION = 1;

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /**
     * What the cells of a column mean.
     *
     * @param id its name in CSV and JSON
     * @param title its heading for people
     */
    public record Column(String id, String title) {
        public Column {
            Objects.requireNonNull(id);
            Objects.requireNonNull(title);
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells in " + columns.size() + " columns");
            }
        }
    }

    /** Writes CSV as of RFC 4180, with a heading; a text that a spreadsheet would take for a formula gets a {@code '} in front. */
    public void writeCsv(Appendable target) throws IOException {
        target.append(String.join(",", columns.stream().map(Column::id).toList()))
                .append("\r\n");
        for (List<Object> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                target.append(column == 0 ? "" : ",").append(csv(row.get(column)));
            }
            target.append("\r\n");
        }
    }

    /**
     * Writes one JSON object: {@code format}, {@code version}, the entries of {@code about}, and the rows as objects
     * under {@code rows}. The target stays open.
     *
     * @param about strings, whole numbers and lists of strings
     */
    public void writeJson(String format, Map<String, Object> about, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.generator(target)) {
            json.writeStartObject();
            json.writeStringField("format", format);
            json.writeNumberField("version", FORMAT_VERSION);
            for (Map.Entry<String, Object> each :
                    Collections.unmodifiableMap(new LinkedHashMap<>(about)).entrySet()) {
                json.writeFieldName(each.getKey());
                writeValue(json, each.getValue());
            }
            json.writeArrayFieldStart("rows");
            for (List<Object> row : rows) {
                json.writeStartObject();
                for (int column = 0; column < row.size(); column++) {
                    json.writeFieldName(columns.get(column).id());
                    writeValue(json, row.get(column));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                json.writeString(Texts.bounded(item.toString()));
            }
            json.writeEndArray();
        } else {
            json.writeString(Texts.bounded(value.toString()));
        }
    }

    private static String csv(Object cell) {
        String text = Texts.bounded(cell.toString());
        if (cell instanceof Number) {
            return text;
        }
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(unit -> unit == '"' || unit == ',' || unit == '\n' || unit == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
