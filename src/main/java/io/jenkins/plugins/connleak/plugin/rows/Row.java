package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One row, as it goes into an index.
 *
 * @param state what it is
 * @param texts its texts; what is missing is empty
 * @param line line from 1, or 0
 * @param firstBuild number of the build that had the leak first, or 0
 * @param span the bytes that hold it in full: of the report of fixed leaks for a fixed leak, of the report for others
 */
record Row(RowState state, Map<Column, String> texts, int line, int firstBuild, JsonReportParts.Span span) {
    Row {
        Objects.requireNonNull(state);
        Objects.requireNonNull(span);
        texts = new EnumMap<>(texts);
    }

    String text(Column column) {
        return texts.getOrDefault(column, "");
    }
}
