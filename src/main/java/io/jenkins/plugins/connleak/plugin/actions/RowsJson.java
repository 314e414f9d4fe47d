package io.jenkins.plugins.connleak.plugin.actions;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowGroups;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.RowSearch;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A page of rows, or of groups of rows, as JSON for {@code pages.js}. */
public final class RowsJson {
    /** Most parts of a facet that are sent. */
    static final int MAX_SHARES = 100;

    /** Longest text of a cell; the leak's own page has it in full. */
    private static final int MAX_CELL = 500;

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<Column> FACETS =
            List.of(Column.RULE, Column.CERTAINTY, Column.KIND, Column.EVIDENCE, Column.PACKAGE);
    private static final List<Column> CELLS = List.of(
            Column.ID,
            Column.RULE,
            Column.CERTAINTY,
            Column.KIND,
            Column.TYPE,
            Column.VARIABLE,
            Column.FILE,
            Column.CLASS,
            Column.METHOD,
            Column.REASON,
            Column.AUTHOR,
            Column.COMMIT,
            Column.AUTHORED,
            Column.EVIDENCE);

    private RowsJson() {}

    /** Writes the page that the query asks for; {@code out} stays open. */
    public static void write(Rows rows, RowQuery query, OutputStream out) throws IOException {
        RowSearch search = RowSearch.of(rows, query);
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("inTab", search.inTab());
            json.writeNumberField("found", search.size());
            json.writeNumberField("page", search.page());
            json.writeNumberField("pages", search.pages());
            json.writeBooleanField("blamed", rows.isBlamed());
            json.writeArrayFieldStart("rows");
            for (int row : search.onPage().toArray()) {
                row(rows, row, json);
            }
            json.writeEndArray();
            facets(search, json);
            json.writeEndObject();
        }
    }

    private static void row(Rows rows, int row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", rows.state(row).id());
        for (Column column : CELLS) {
            json.writeStringField(column.id(), cell(rows.text(row, column)));
        }
        json.writeStringField("silencedBy", rows.text(row, Column.SILENCED_BY));
        json.writeStringField("message", cell(rows.text(row, Column.MESSAGE)));
        json.writeNumberField("line", rows.line(row));
        json.writeNumberField("firstBuild", rows.firstBuild(row));
        json.writeStringField("firstJob", cell(rows.text(row, Column.FIRST_JOB)));
        json.writeEndObject();
    }

    private static String cell(String text) {
        return text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL) + "\u2026";
    }

    private static void facets(RowSearch search, JsonGenerator json) throws IOException {
        int otherPackages = 0;
        json.writeObjectFieldStart("facets");
        for (Column column : FACETS) {
            List<RowSearch.Share> shares = search.shares(column);
            json.writeArrayFieldStart(column.id());
            for (RowSearch.Share share : shares.subList(0, Math.min(MAX_SHARES, shares.size()))) {
                json.writeStartArray();
                json.writeString(share.text());
                json.writeNumber(share.count());
                json.writeEndArray();
            }
            json.writeEndArray();
            otherPackages = shares.stream()
                    .skip(MAX_SHARES)
                    .mapToInt(RowSearch.Share::count)
                    .sum();
        }
        json.writeEndObject();
        json.writeNumberField("otherPackages", otherPackages);
    }

    /**
     * Writes the page of groups that the query asks for; {@code out} stays open.
     *
     * @param compared whether there was a reference, so that leaks can be new
     */
    public static void writeGroups(Rows rows, RowQuery query, Column column, boolean compared, OutputStream out)
            throws IOException {
        RowGroups groups = RowGroups.of(rows, query, column);
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("found", groups.size());
            json.writeNumberField("page", groups.page());
            json.writeNumberField("pages", groups.pages());
            json.writeBooleanField("compared", compared);
            json.writeArrayFieldStart("groups");
            for (RowGroups.Group group : groups.onPage()) {
                json.writeStartObject();
                json.writeStringField("text", group.text());
                json.writeNumberField("count", group.count());
                json.writeNumberField("definite", group.definite());
                json.writeNumberField("added", group.added());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json;
    }

    /** The column that groups of that name go by: {@code package}, {@code file} or {@code rule}. */
    static Column grouping(String by) {
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "file" -> Column.FILE;
            case "rule" -> Column.RULE;
            default -> Column.PACKAGE;
        };
    }
}
