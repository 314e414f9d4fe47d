package io.jenkins.plugins.connleak.core.export;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Builds markup of which only the templates are trusted: whatever comes in as text or as an attribute is escaped. */
public final class Html {
    private static final int TAB_WIDTH = 4;

    /** Characters of a source line that are shown. */
    private static final int MAX_LINE = 1_000;

    private final Appendable target;

    Html(Appendable target) {
        this.target = target;
    }

    /** Markup of our own. */
    Html raw(String markup) {
        try {
            target.append(markup);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Text between tags. */
    Html text(String text) {
        return raw(escaped(Texts.printable(text)));
    }

    /** An attribute with a blank before it. */
    Html attribute(String name, String value) {
        return raw(" " + name + "=\"" + escaped(Texts.printable(value)) + "\"");
    }

    /** An element that holds nothing but text. */
    Html element(String name, String cssClass, String text) {
        return raw("<" + name).attribute("class", cssClass).raw(">").text(text).raw("</" + name + ">");
    }

    /** {@code text} as it may stand between tags and in quoted attributes. */
    public static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.append(character);
            }
        }
        return result.toString();
    }

    /** A line of source with its tabs as blanks, and with what would not show spelled out. */
    static String sourceLine(String line) {
        StringBuilder result = new StringBuilder(line.length() + 16);
        for (int index = 0; index < line.length(); index++) {
            if (index == MAX_LINE) {
                result.append(Texts.ELLIPSIS);
                break;
            }
            char character = line.charAt(index);
            if (character == '\t') {
                result.append(" ".repeat(TAB_WIDTH - result.length() % TAB_WIDTH));
            } else {
                result.append(character);
            }
        }
        return Texts.printable(result.toString());
    }
}
