package io.jenkins.plugins.connleak.core.source;

import java.util.List;
import java.util.Objects;

/**
 * A file that was read and decoded.
 *
 * @param path relative to the scanned root, with {@code /} as separator
 * @param text the whole text
 */
public record SourceFile(String path, String text) {
    public SourceFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }

    /** The lines without their ends ({@code \n}, {@code \r\n} or {@code \r}). */
    public List<String> lines() {
        return text.lines().toList();
    }
}
