package io.jenkins.plugins.connleak.plugin.badge;

import io.jenkins.plugins.connleak.core.export.Html;

/** Draws badges as SVG: shapes and text alone, no script, no style, nothing from elsewhere. */
final class BadgeSvg {
    private static final int HEIGHT = 20;
    private static final int PADDING = 6;
    private static final String NARROW = "ijlI.,:;|!'()[]{}ftr -";
    private static final String WIDE = "mwMW%@\u2026";

    private BadgeSvg() {}

    /** The badge as an SVG document. */
    static String draw(Badge badge) {
        int left = width(badge.label()) + 2 * PADDING;
        int right = width(badge.message()) + 2 * PADDING;
        String told = Html.escaped(badge.label() + ": " + badge.message());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (left + right) + "\" height=\"" + HEIGHT
                + "\" role=\"img\" aria-label=\"" + told + "\"><title>" + told + "</title>"
                + "<clipPath id=\"r\"><rect width=\"" + (left + right) + "\" height=\"" + HEIGHT
                + "\" rx=\"3\"/></clipPath>"
                + "<g clip-path=\"url(#r)\">"
                + box(0, left, "#424242")
                + box(left, right, badge.colour().code())
                + "</g><g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"11\">"
                + text(PADDING, badge.label())
                + text(left + PADDING, badge.message())
                + "</g></svg>";
    }

    private static String box(int from, int width, String colour) {
        return "<rect x=\"" + from + "\" width=\"" + width + "\" height=\"" + HEIGHT + "\" fill=\"" + colour + "\"/>";
    }

    /** The browser fits the text into the width that was reckoned, whatever font it has. */
    private static String text(int from, String text) {
        return text.isEmpty()
                ? ""
                : "<text x=\"" + from + "\" y=\"14\" textLength=\"" + width(text) + "\">" + Html.escaped(text)
                        + "</text>";
    }

    /** About how wide the text is, in pixels. */
    static int width(String text) {
        return (text.codePoints().map(BadgeSvg::tenths).sum() + 9) / 10;
    }

    private static int tenths(int unit) {
        if (NARROW.indexOf(unit) >= 0) {
            return 42;
        }
        if (WIDE.indexOf(unit) >= 0 || unit >= 0x1100) {
            return 110;
        }
        return Character.isUpperCase(unit) ? 78 : 68;
    }
}
