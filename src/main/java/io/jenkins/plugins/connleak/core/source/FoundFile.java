package io.jenkins.plugins.connleak.core.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is to be read.
 *
 * @param path relative to the scanned root, with {@code /} as separator
 * @param location the file itself, symbolic links resolved
 */
public record FoundFile(String path, Path location) {
    public FoundFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(location);
    }
}
