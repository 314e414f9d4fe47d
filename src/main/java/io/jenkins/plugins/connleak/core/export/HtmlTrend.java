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

    private final PageTexts texts;
    private final Html html;

    HtmlTrend(PageTexts texts, Html html) {
        this.texts = texts;
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
            html.element("p", "cl-note", texts.get("trend.moreJobs", byJob.size() - MAX_JOBS))
                    .raw("\n");
        }
    }

    private void job(String name, List<HistoryEntry> all) {
        List<HistoryEntry> shown = all.subList(Math.max(0, all.size() - MAX_POINTS), all.size());
        html.raw("<section class=\"cl-panel cl-trend\">\n<div class=\"cl-panel-head\"><h2>")
                .text(name.isEmpty() ? texts.get("trend.title") : texts.get("trend.titleOf", name))
                .raw("</h2><span class=\"cl-legend\"><span class=\"cl-key cl-key-total\"></span>")
                .text(texts.get("trend.all"))
                .raw(" <span class=\"cl-key cl-key-definite\"></span>")
                .text(texts.get("trend.definite"))
                .raw("</span><output class=\"cl-tip\" data-cl-tip></output></div>\n<div class=\"cl-chart-box\">\n");
        new TrendChart(shown, WIDE, texts).write("cl-wide", html);
        new TrendChart(shown, NARROW, texts).write("cl-narrow", html);
        html.raw("</div>\n<details class=\"cl-figures\"><summary>")
                .text(
                        shown.size() < all.size()
                                ? texts.get("trend.tableOf", shown.size(), all.size())
                                : texts.get("trend.table", shown.size()))
                .raw("</summary>\n");
        table(shown);
        html.raw("</details>\n</section>\n");
    }

    private void table(List<HistoryEntry> entries) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table\">\n<thead><tr>");
        for (String column : List.of("release", "build", "finished", "leaks", "definite", "change")) {
            html.raw("<th scope=\"col\">")
                    .text(texts.get("trend.column." + column))
                    .raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
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
