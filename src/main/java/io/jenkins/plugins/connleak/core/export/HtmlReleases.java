package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.ReleaseTotals;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A self-contained page of the leaks by release: per job a band from fewest to most leaks, and the figures as a table. */
public final class HtmlReleases {
    /** Most releases of one job on the page; older ones are left out. */
    static final int MAX_RELEASES = 500;

    /** Most jobs on the page. */
    static final int MAX_JOBS = 50;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Html html;

    private HtmlReleases(Html html) {
        this.html = html;
    }

    /** Writes the page and flushes {@code target}, which stays open. */
    public static void write(List<ReleaseTotals> releases, OutputStream target) throws IOException {
        HtmlReport.write(target, html -> {
            HtmlPage.begin("Connection leaks by release", html);
            html.raw("<header class=\"cl-top\"><span class=\"cl-brand\">connleak</span>"
                    + "<h1>Leaks by release</h1></header>\n<main>\n");
            new HtmlReleases(html).sections(releases);
            html.raw("</main>\n");
            HtmlPage.end(Map.of("leaks", List.of()), html);
        });
    }

    private void sections(List<ReleaseTotals> releases) {
        Map<ScanSeries, List<ReleaseTotals>> bySeries = new TreeMap<>();
        releases.forEach(each -> bySeries.computeIfAbsent(each.series(), series -> new ArrayList<>())
                .add(each));
        if (bySeries.isEmpty()) {
            html.raw("<p class=\"cl-empty\">No builds yet.</p>\n");
        }
        bySeries.entrySet().stream().limit(MAX_JOBS).forEach(each -> section(each.getKey(), each.getValue()));
        if (bySeries.size() > MAX_JOBS) {
            html.raw("<p class=\"cl-note\">" + (bySeries.size() - MAX_JOBS)
                    + " more jobs are left out; ask for one by its name.</p>\n");
        }
    }

    private void section(ScanSeries series, List<ReleaseTotals> all) {
        List<ReleaseTotals> shown = all.subList(Math.max(0, all.size() - MAX_RELEASES), all.size());
        html.raw("<section class=\"cl-panel cl-trend\">\n<div class=\"cl-panel-head\"><h2>")
                .text(series.job().isEmpty() ? "No job" : series.job())
                .raw("</h2><span class=\"cl-note\">scan ")
                .text(series.scanId())
                .raw(", archived by ")
                .text(series.source())
                .raw("</span></div>\n<div class=\"cl-chart-box\">\n");
        new ReleaseChart(shown, ReleaseChart.WIDE).write("cl-wide", html);
        new ReleaseChart(shown, ReleaseChart.NARROW).write("cl-narrow", html);
        html.raw("</div>\n");
        if (shown.size() < all.size()) {
            html.raw("<p class=\"cl-limit\">This page shows the last " + MAX_RELEASES + " of " + all.size()
                    + " releases; the CSV has them all.</p>\n");
        }
        table(shown);
        html.raw("</section>\n");
    }

    private void table(List<ReleaseTotals> releases) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table\">\n<thead><tr>");
        for (String heading : List.of(
                "Release",
                "Builds",
                "First build (UTC)",
                "Leaks",
                "Last build (UTC)",
                "Leaks",
                "Fewest",
                "Most",
                "Change")) {
            html.raw("<th scope=\"col\">" + heading + "</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (int index = releases.size() - 1; index >= 0; index--) {
            row(releases.get(index));
        }
        html.raw("</tbody>\n</table></div>\n");
    }

    private void row(ReleaseTotals release) {
        int change = release.last().total() - release.first().total();
        html.raw("<tr><td>")
                .text(release.release().isEmpty() ? "-" : release.release())
                .raw("</td><td>" + release.builds() + "</td>");
        point(release.first());
        point(release.last());
        html.raw("<td>" + release.range().min() + "</td><td>" + release.range().max() + "</td><td>"
                + (change == 0 ? "\u00B10" : String.format(Locale.ROOT, "%+d", change)) + "</td></tr>\n");
    }

    private void point(ReleaseTotals.Point point) {
        html.raw("<td>")
                .text(point.buildNumber())
                .raw(" <span class=\"cl-note\">" + TIME.format(point.finishedAt()) + "</span></td><td>" + point.total()
                        + "</td>");
    }
}
