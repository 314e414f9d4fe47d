package io.jenkins.plugins.connleak.core.export;

import java.util.Locale;

/** Makes any string fit to be written: bounded, of whole characters, and harmless on a terminal. */
final class Texts {
    /** Longest string that a report holds, in UTF-16 units; longer ones are cut and end in {@link #ELLIPSIS}. */
    static final int MAX_LENGTH = 20_000;

    static final char ELLIPSIS = '\u2026';
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** {@code text} cut to {@link #MAX_LENGTH}, with halves of surrogate pairs replaced: what can be encoded and read back. */
    static String bounded(String text) {
        if (text.length() > MAX_LENGTH) {
            return wellFormed(text.substring(0, MAX_LENGTH - 1)) + ELLIPSIS;
        }
        return wellFormed(text);
    }

    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(Texts::isHalfPair)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(code -> result.appendCodePoint(isHalfPair(code) ? REPLACEMENT : code));
        return result.toString();
    }

    private static boolean isHalfPair(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    /** {@code text} on one line, with control and direction-changing characters spelled out, so that a terminal shows what is there. */
    static String printable(String text) {
        String bounded = bounded(text);
        if (bounded.codePoints().noneMatch(Texts::isUnsafe)) {
            return bounded;
        }
        StringBuilder result = new StringBuilder(bounded.length() + 16);
        bounded.codePoints().forEach(code -> appendPrintable(result, code));
        return result.toString();
    }

    private static void appendPrintable(StringBuilder target, int code) {
        if (!isUnsafe(code)) {
            target.appendCodePoint(code);
        } else if (code == '\t') {
            target.append(' ');
        } else if (Character.isBmpCodePoint(code)) {
            target.append(String.format(Locale.ROOT, "\\u%04x", code));
        } else {
            target.append(String.format(Locale.ROOT, "\\U%06x", code));
        }
    }

    private static boolean isUnsafe(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** {@code count} and the noun, which gets an {@code s} unless the count is one: {@code 1,200 leaks}. */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
