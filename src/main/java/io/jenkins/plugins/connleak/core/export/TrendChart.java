package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * A trend as SVG: the total as a line, definite leaks as an area below it, a mark where a release begins. Colours come from
 * the style sheet.
 */
final class TrendChart {
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int RIGHT = 16;
    private static final int TOP = 26;
    private static final int BOTTOM = 26;
    private static final int GRID_LINES = 4;
    private static final int LABEL_WIDTH = 64;
    private static final int MAX_LABEL = 9;

    private final List<HistoryEntry> entries;
    private final int width;
    private final int top;
    private final PageTexts texts;

    /** A chart of at least one entry, oldest first, drawn for {@code width} CSS pixels. */
    TrendChart(List<HistoryEntry> entries, int width, PageTexts texts) {
        this.texts = texts;
        this.entries = List.copyOf(entries);
        this.width = width;
        this.top = niceTop(entries.stream().mapToInt(HistoryEntry::total).max().orElse(0));
    }

    void write(String style, Html html) {
        html.raw("<svg class=\"cl-chart " + style + "\" viewBox=\"0 0 " + width + " " + HEIGHT
                        + "\" role=\"img\" data-cl-chart")
                .attribute("aria-label", texts.get("trend.label"))
                .raw(">\n");
        grid(html);
        releases(html);
        area("cl-area-total", HistoryEntry::total, html);
        area("cl-area-definite", TrendChart::definite, html);
        html.raw("<polyline class=\"cl-trend-line\" points=\"" + points(HistoryEntry::total) + "\"/>\n");
        labels(html);
        dots(html);
        html.raw("</svg>\n");
    }

    static int definite(HistoryEntry entry) {
        return entry.byCertainty().getOrDefault(Certainty.DEFINITE.id(), 0);
    }

    /** The least of 4, 8, 20, 40, 80, 200, … that is not under {@code most}, so that grid lines have whole numbers. */
    static int niceTop(int most) {
        long candidate = GRID_LINES;
        for (int step = 0; candidate < most; step++) {
            candidate = step % 3 == 1 ? candidate / 2 * 5 : candidate * 2;
        }
        return (int) Math.min(candidate, Integer.MAX_VALUE);
    }

    private double x(int index) {
        int inner = width - LEFT - RIGHT;
        return entries.size() == 1 ? LEFT + inner / 2.0 : LEFT + (double) inner * index / (entries.size() - 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }

    private void grid(Html html) {
        for (int line = 0; line <= GRID_LINES; line++) {
            double value = (double) top * line / GRID_LINES;
            html.raw("<line class=\"cl-grid\" x1=\"" + LEFT + "\" x2=\"" + (width - RIGHT) + "\" y1=\""
                    + number(y(value))
                    + "\" y2=\"" + number(y(value)) + "\"/><text class=\"cl-axis\" x=\"" + (LEFT - 8) + "\" y=\""
                    + number(y(value) + 4) + "\" text-anchor=\"end\">" + String.format(texts.locale(), "%,.0f", value)
                    + "</text>\n");
        }
    }

    private void releases(Html html) {
        String previous = "";
        double free = 0;
        for (int index = 0; index < entries.size(); index++) {
            String release = entries.get(index).tag().release();
            if (!release.isEmpty() && !release.equals(previous)) {
                double x = x(index);
                html.raw("<line class=\"cl-release\" x1=\"" + number(x) + "\" x2=\"" + number(x) + "\" y1=\""
                        + (TOP - 8) + "\" y2=\"" + (HEIGHT - BOTTOM) + "\"/>");
                if (x >= free && x + LABEL_WIDTH <= width) {
                    html.raw("<text class=\"cl-release-name\" x=\"" + number(x + 4) + "\" y=\"" + (TOP - 10) + "\">")
                            .text(shortened(release))
                            .raw("</text>\n");
                    free = x + LABEL_WIDTH;
                }
                previous = release;
            }
        }
    }

    private void area(String style, ToIntFunction<HistoryEntry> value, Html html) {
        html.raw("<polygon class=\"" + style + "\" points=\"" + number(x(0)) + "," + (HEIGHT - BOTTOM) + " "
                + points(value) + " " + number(x(entries.size() - 1)) + "," + (HEIGHT - BOTTOM) + "\"/>\n");
    }

    private String points(ToIntFunction<HistoryEntry> value) {
        StringBuilder points = new StringBuilder(entries.size() * 12);
        for (int index = 0; index < entries.size(); index++) {
            points.append(index == 0 ? "" : " ")
                    .append(number(x(index)))
                    .append(',')
                    .append(number(y(value.applyAsInt(entries.get(index)))));
        }
        return points.toString();
    }

    private void labels(Html html) {
        double free = 0;
        for (int index = 0; index < entries.size(); index++) {
            double x = x(index);
            if (x >= free) {
                html.raw("<text class=\"cl-axis\" x=\"" + number(x) + "\" y=\"" + (HEIGHT - 8)
                                + "\" text-anchor=\"middle\">")
                        .text(shortened(entries.get(index).tag().buildNumber()))
                        .raw("</text>\n");
                free = x + LABEL_WIDTH;
            }
        }
    }

    private void dots(Html html) {
        for (int index = 0; index < entries.size(); index++) {
            HistoryEntry entry = entries.get(index);
            html.raw("<circle class=\"cl-dot\" data-cl-point=\"" + index + "\" cx=\"" + number(x(index)) + "\" cy=\""
                            + number(y(entry.total())) + "\" r=\"3.5\"><title>")
                    .text(caption(entry))
                    .raw("</title></circle>\n");
        }
    }

    private String caption(HistoryEntry entry) {
        BuildTag tag = entry.tag();
        return tag.release().isEmpty()
                ? texts.get("trend.caption", tag.buildNumber(), entry.total(), definite(entry))
                : texts.get("trend.captionOf", tag.buildNumber(), entry.total(), definite(entry), tag.release());
    }

    private static String shortened(String label) {
        return label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + Texts.ELLIPSIS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
