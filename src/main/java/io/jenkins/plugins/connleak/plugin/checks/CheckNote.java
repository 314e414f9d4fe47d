package io.jenkins.plugins.connleak.plugin.checks;

import java.util.Objects;

/**
 * A leak as a note at a line.
 *
 * @param file path from the workspace's top on, with {@code /} as separator
 * @param line line from 1
 * @param definite whether some way through the code leaks for sure
 * @param title what is wrong, in a few words
 * @param message what is wrong, and how to mend it
 * @param details the path on which the resource stays open, a line per step
 */
public record CheckNote(String file, int line, boolean definite, String title, String message, String details) {
    public CheckNote {
        Objects.requireNonNull(file);
        Objects.requireNonNull(title);
        Objects.requireNonNull(message);
        Objects.requireNonNull(details);
    }
}
