package io.jenkins.plugins.connleak.plugin.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A word of ASCII that is looked for in UTF-8 as it stands in memory, in whatever case. It steps over the text by what
 * its last letter tells (Horspool's search), so that most bytes of a long text are never looked at.
 */
final class AsciiWord {
    private static final int BYTES = 256;
    private static final int ASCII = 128;

    private final byte[] letters;

    /** How far to go on when a window ends with this byte. */
    private final int[] steps = new int[BYTES];

    private AsciiWord(byte[] letters) {
        this.letters = letters;
        Arrays.fill(steps, letters.length);
        for (int i = 0; i < letters.length - 1; i++) {
            int step = letters.length - 1 - i;
            steps[letters[i]] = step;
            steps[Character.toUpperCase(letters[i])] = step;
        }
    }

    /** The word for a lower-case text, unless it is empty or not all ASCII. */
    static Optional<AsciiWord> of(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter < ASCII)
                ? Optional.of(new AsciiWord(text.getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    /** Whether it is in the bytes from {@code from} to before {@code to}. */
    boolean isIn(byte[] text, int from, int to) {
        int last = letters.length - 1;
        int end = from + last;
        while (end < to) {
            if (lower(text[end]) == letters[last] && endsAt(text, end)) {
                return true;
            }
            end += steps[text[end] & 0xff];
        }
        return false;
    }

    private boolean endsAt(byte[] text, int end) {
        int start = end - (letters.length - 1);
        for (int i = letters.length - 2; i >= 0; i--) {
            if (lower(text[start + i]) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
    }
}
