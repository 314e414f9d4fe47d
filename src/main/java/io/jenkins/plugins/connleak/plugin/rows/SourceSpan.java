package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import java.util.Objects;

/**
 * Where kept lines of a file stand.
 *
 * @param file path of the file
 * @param first number of the first line, from 1
 * @param last number of the last line
 * @param span the bytes that hold them
 */
public record SourceSpan(String file, int first, int last, JsonReportParts.Span span) {
    public SourceSpan {
        Objects.requireNonNull(file);
        Objects.requireNonNull(span);
    }
}
