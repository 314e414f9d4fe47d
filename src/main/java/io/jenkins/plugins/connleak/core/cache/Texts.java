package io.jenkins.plugins.connleak.core.cache;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The texts of what a {@link RecordWriter} wrote, made from their bytes when they are asked for. Safe from several threads. */
final class Texts {
    private final byte[] bytes;
    /** Where each begins, and where the last one ends. */
    private final int[] begins;

    private final @Nullable String[] known;

    Texts(byte[] bytes, int[] begins) {
        this.bytes = bytes;
        this.begins = begins;
        this.known = new String[begins.length - 1];
    }

    /** The number of a text. */
    int checked(long number) {
        if (number < 0 || number >= known.length) {
            throw new IllegalStateException("text " + number + " of " + known.length);
        }
        return (int) number;
    }

    String get(int index) {
        // two threads may make the same one: either will do
        String text = known[index];
        if (text == null) {
            text = new String(bytes, begins[index], begins[index + 1] - begins[index], StandardCharsets.UTF_8);
            known[index] = text;
        }
        return text;
    }
}
