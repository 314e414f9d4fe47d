package io.jenkins.plugins.connleak.plugin.blame;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who changed a line last. There is no mail address in it.
 *
 * @param author name of the author
 * @param commit full hash of the commit
 * @param authoredSeconds when it was written, in seconds since 1970
 */
public record Blame(String author, String commit, long authoredSeconds) implements Serializable {
    /** Longest name, in characters. */
    public static final int MAX_AUTHOR = 100;

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    public Blame {
        Objects.requireNonNull(author);
        Objects.requireNonNull(commit);
    }

    /** Such a blame with a name that is fit to be shown: on one line, and not too long. */
    static Blame of(String author, String commit, long authoredSeconds) {
        String shown = HIDDEN.matcher(author).replaceAll(" ").strip();
        int end = shown.offsetByCodePoints(0, Math.min(MAX_AUTHOR / 2, shown.codePointCount(0, shown.length())));
        return new Blame(
                shown.length() <= MAX_AUTHOR ? shown : shown.substring(0, end),
                commit,
                Math.max(0, Math.min(LATEST, authoredSeconds)));
    }

    /** Whether it is such as {@link #of} makes; what comes from elsewhere need not be. */
    public boolean isWellFormed() {
        return author.length() <= MAX_AUTHOR
                && !HIDDEN.matcher(author).find()
                && COMMIT.matcher(commit).matches()
                && authoredSeconds >= 0
                && authoredSeconds <= LATEST;
    }

    /** When it was written, as ISO 8601 in UTC. */
    public String authored() {
        return Instant.ofEpochSecond(authoredSeconds).toString();
    }
}
