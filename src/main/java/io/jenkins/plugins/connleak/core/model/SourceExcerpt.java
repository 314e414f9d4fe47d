package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Some lines of a source file, kept with a report so that its pages can show leaks without the workspace.
 *
 * @param file path relative to the scanned root, with {@code /} as separator
 * @param firstLine number of the first line, from 1
 * @param lines the lines without their ends
 */
public record SourceExcerpt(String file, int firstLine, List<String> lines) implements Serializable {
    public SourceExcerpt {
        Objects.requireNonNull(file);
        lines = List.copyOf(lines);
    }

    /** Number of the last line, from 1. */
    public int lastLine() {
        return firstLine + lines.size() - 1;
    }
}
