package io.jenkins.plugins.connleak.plugin.blame;

import java.io.Serializable;
import java.util.Objects;

/**
 * A line that somebody wrote.
 *
 * @param file path from the workspace's top on, with {@code /} as separator
 * @param line line from 1
 */
public record BlameTarget(String file, int line) implements Serializable {
    public BlameTarget {
        Objects.requireNonNull(file);
    }
}
