package io.jenkins.plugins.connleak.plugin.checks;

import java.util.List;
import java.util.Objects;

/**
 * What is told of a scan at its commit.
 *
 * @param name name of the check, by which the one of the next build replaces it
 * @param conclusion what it comes to
 * @param title the result in a line
 * @param summary the result, as Markdown
 * @param text the leaks by rule, as Markdown
 * @param notes leaks at their lines, at most {@link #MAX_NOTES}
 */
public record ScanCheck(
        String name, Conclusion conclusion, String title, String summary, String text, List<CheckNote> notes) {
    /** As many notes as GitHub takes in one call. */
    public static final int MAX_NOTES = 50;

    /** What a check comes to. */
    public enum Conclusion {
        /** The quality gates passed, or there are none and there is no leak. */
        SUCCESS,
        /** There are leaks, and no quality gate that says what they mean. */
        NEUTRAL,
        /** A quality gate tripped that is more than a note. */
        FAILURE
    }

    public ScanCheck {
        Objects.requireNonNull(name);
        Objects.requireNonNull(conclusion);
        Objects.requireNonNull(title);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(text);
        notes = List.copyOf(notes);
        if (notes.size() > MAX_NOTES) {
            throw new IllegalArgumentException(notes.size() + " notes are too many");
        }
    }
}
