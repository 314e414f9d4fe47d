package io.jenkins.plugins.connleak.plugin.badge;

import java.util.Objects;

/**
 * What a badge says.
 *
 * @param label what it is about, on the left
 * @param message how that stands, on the right
 * @param colour what is behind the message
 */
public record Badge(String label, String message, Colour colour) {
    /** Longest text of each side, in characters. */
    public static final int MAX_TEXT = 60;

    private static final String LONGER = "\u2026";

    /** Colours on which white text can be read (contrast of 4.5 and more). */
    public enum Colour {
        GREEN("#2e7d32"),
        AMBER("#a35f00"),
        RED("#c62828"),
        GREY("#616161");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    public Badge {
        Objects.requireNonNull(colour);
        label = shown(label);
        message = shown(message);
    }

    /** Without what can't be in XML or turns the direction of writing, and cut to the longest that is shown. */
    private static String shown(String text) {
        int[] units =
                text.codePoints().filter(Badge::isShown).limit(MAX_TEXT + 1L).toArray();
        return units.length <= MAX_TEXT
                ? new String(units, 0, units.length)
                : new String(units, 0, MAX_TEXT - 1) + LONGER;
    }

    private static boolean isShown(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
