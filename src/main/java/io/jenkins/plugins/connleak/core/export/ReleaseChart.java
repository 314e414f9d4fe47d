package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The leaks by release as SVG: a band from the fewest to the most, and a line through the last build of each release. */
final class ReleaseChart {
    static final int WIDE = 1200;
    static final int NARROW = 380;

    private static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int RIGHT = 24;
    private static final int TOP = 14;
    private static final int BOTTOM = 26;
    private static final int GRID_LINES = 4;
    private static final int LABEL_WIDTH = 72;
    private static final int MAX_LABEL = 10;

    private final List<ReleaseTotals> releases;
    private final int width;
    private final int top;

    /** A chart of at least one release, drawn for {@code width} CSS pixels. */
    ReleaseChart(List<ReleaseTotals> releases, int width) {
        this.releases = List.copyOf(releases);
        this.width = width;
        this.top = TrendChart.niceTop(releases.stream()
                .mapToInt(release -> release.range().max())
                .max()
                .orElse(0));
    }

    void write(String style, Html html) {
        html.raw("<svg class=\"cl-chart " + style + "\" viewBox=\"0 0 " + width + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"Leaks by release\">\n");
        for (int line = 0; line <= GRID_LINES; line++) {
            gridLine((double) top * line / GRID_LINES, html);
        }
        html.raw("<polygon class=\"cl-area-total\" points=\"" + band() + "\"/>\n");
        html.raw("<polyline class=\"cl-trend-line\" points=\""
                + points(release -> release.last().total()) + "\"/>\n");
        labelsAndDots(html);
        html.raw("</svg>\n");
    }

    private void gridLine(double value, Html html) {
        html.raw("<line class=\"cl-grid\" x1=\"" + LEFT + "\" x2=\"" + (width - RIGHT) + "\" y1=\"" + number(y(value))
                + "\" y2=\"" + number(y(value)) + "\"/><text class=\"cl-axis\" x=\"" + (LEFT - 8) + "\" y=\""
                + number(y(value) + 4) + "\" text-anchor=\"end\">" + String.format(Locale.ROOT, "%,.0f", value)
                + "</text>\n");
    }

    private String band() {
        StringBuilder back = new StringBuilder(points(release -> release.range().max()));
        for (int index = releases.size() - 1; index >= 0; index--) {
            back.append(' ').append(point(index, releases.get(index).range().min()));
        }
        return back.toString();
    }

    private String points(ToIntFunction<ReleaseTotals> value) {
        StringBuilder points = new StringBuilder(releases.size() * 12);
        for (int index = 0; index < releases.size(); index++) {
            points.append(index == 0 ? "" : " ").append(point(index, value.applyAsInt(releases.get(index))));
        }
        return points.toString();
    }

    private void labelsAndDots(Html html) {
        double free = 0;
        for (int index = 0; index < releases.size(); index++) {
            ReleaseTotals release = releases.get(index);
            double x = x(index);
            if (x >= free) {
                html.raw("<text class=\"cl-axis\" x=\"" + number(x) + "\" y=\"" + (HEIGHT - 8)
                                + "\" text-anchor=\"middle\">")
                        .text(shortened(release.release()))
                        .raw("</text>\n");
                free = x + LABEL_WIDTH;
            }
            html.raw("<circle class=\"cl-dot\" cx=\"" + number(x) + "\" cy=\""
                            + number(y(release.last().total())) + "\" r=\"3.5\"><title>")
                    .text(release.release() + ": "
                            + Texts.counted(release.last().total(), "leak") + " at the last of "
                            + Texts.counted(release.builds(), "build") + ", "
                            + release.range().min() + " to " + release.range().max())
                    .raw("</title></circle>\n");
        }
    }

    private double x(int index) {
        int inner = width - LEFT - RIGHT;
        return releases.size() == 1 ? LEFT + inner / 2.0 : LEFT + (double) inner * index / (releases.size() - 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }

    private String point(int index, int value) {
        return number(x(index)) + "," + number(y(value));
    }

    private static String shortened(String label) {
        String shown = label.isEmpty() ? "-" : label;
        return shown.length() <= MAX_LABEL ? shown : shown.substring(0, MAX_LABEL - 1) + Texts.ELLIPSIS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
