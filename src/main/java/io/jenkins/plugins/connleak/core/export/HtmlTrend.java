package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The trend section: per job a chart for wide and one for narrow screens, and the figures as a table. */
final class HtmlTrend {
    /** Most builds of one chart; older ones are left out. */
    static final int MAX_POINTS = 500;

    /** Most jobs on one page. */
    static final int MAX_JOBS = 50;

    private static final int WIDE = 1200;
    private static final int NARROW = 380;
    private static final Comparator<HistoryEntry> OLDEST_FIRST = Comparator.comparing(HistoryEntry::finishedAt);

    private final Html html;

    HtmlTrend(Html html) {
        this.html = html;
    }

    /** Nothing where there is no history. */
    void write(List<HistoryEntry> history) {
        Map<String, List<HistoryEntry>> byJob = new TreeMap<>();
        history.stream().sorted(OLDEST_FIRST).forEach(entry -> byJob.computeIfAbsent(
                        entry.tag().job(), job -> new ArrayList<>())
                .add(entry));
        byJob.entrySet().stream().limit(MAX_JOBS).forEach(job -> job(job.getKey(), job.getValue()));
        if (byJob.size() > MAX_JOBS) {
            html.raw("<p class=\"cl-note\">" + (byJob.size() - MAX_JOBS)
                    + " more jobs are left out; ask for one by its name.</p>\n");
        }
    }

    private void job(String name, List<HistoryEntry> all) {
        List<HistoryEntry> shown = all.subList(Math.max(0, all.size() - MAX_POINTS), all.size());
        html.raw("<section class=\"cl-panel cl-trend\">\n<div class=\"cl-panel-head\"><h2>Trend");
        if (!name.isEmpty()) {
            html.raw(" of ").text(name);
        }
        html.raw(
                "</h2><span class=\"cl-legend\"><span class=\"cl-key cl-key-total\"></span>all leaks "
                        + "<span class=\"cl-key cl-key-definite\"></span>definite</span><output class=\"cl-tip\" data-cl-tip></output></div>\n<div class=\"cl-chart-box\">\n");
        new TrendChart(shown, WIDE).write("cl-wide", html);
        new TrendChart(shown, NARROW).write("cl-narrow", html);
        html.raw("</div>\n<details class=\"cl-figures\"><summary>" + Texts.counted(shown.size(), "build")
                + (shown.size() < all.size() ? " of " + all.size() : "") + " as a table</summary>\n");
        table(shown);
        html.raw("</details>\n</section>\n");
    }

    private void table(List<HistoryEntry> entries) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table\">\n<thead><tr><th scope=\"col\">Release</th>")
                .raw("<th scope=\"col\">Build</th><th scope=\"col\">Finished (UTC)</th><th scope=\"col\">Leaks</th>")
                .raw("<th scope=\"col\">Definite</th><th scope=\"col\">Change</th></tr></thead>\n<tbody>\n");
        for (int index = entries.size() - 1; index >= 0; index--) {
            HistoryEntry entry = entries.get(index);
            html.raw("<tr><td>")
                    .text(entry.tag().release())
                    .raw("</td><td>")
                    .text(entry.tag().buildNumber())
                    .raw("</td><td class=\"cl-mono\">" + entry.finishedAt() + "</td><td>" + entry.total() + "</td><td>"
                            + TrendChart.definite(entry) + "</td><td>"
                            + (index == 0
                                    ? ""
                                    : change(entry.total()
                                            - entries.get(index - 1).total())) + "</td></tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }

    private static String change(int difference) {
        return difference == 0 ? "\u00B10" : String.format(Locale.ROOT, "%+d", difference);
    }
}
