package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A report as one self-contained page, in UTF-8: it asks the network for nothing, and its content security policy lets
 * nothing run but the script it carries. Equal input gives equal bytes.
 *
 * <p>The page shows the first {@value #MAX_SHOWN} leaks, silenced leaks and problems each, and says so where there are more.
 */
public final class HtmlReport {
    /** Most leaks on one page; as many silenced leaks and problems are listed. */
    static final int MAX_SHOWN = 2_000;

    /** From here on, browsers lay leaks out only when they are scrolled to. */
    private static final int MANY = 100;

    private HtmlReport() {}

    /**
     * Writes the page of a report and flushes {@code target}, which stays open.
     *
     * @param excerpts source lines around the steps of the leaks; what is missing is not shown
     * @param history builds of the trend, in any order; no trend where it is empty
     */
    public static void write(
            ScanReport report, List<SourceExcerpt> excerpts, List<HistoryEntry> history, OutputStream target)
            throws IOException {
        write(target, html -> {
            HtmlPage.begin(title("Connection leaks", report.info().tag()), html);
            header(report, html);
            html.raw("<main>\n");
            HtmlTotals totals = new HtmlTotals(report, html);
            totals.tiles();
            new HtmlTrend(html).write(history);
            if (!report.findings().isEmpty()) {
                totals.bars();
            }
            leaks(report, excerpts, html);
            silenced(report, html);
            problems(report, html);
            origin(report, html);
            html.raw("</main>\n");
            HtmlPage.end(data(report.findings()), html);
        });
    }

    /** Writes a page of trends alone, one per job, and flushes {@code target}, which stays open. */
    public static void writeTrend(List<HistoryEntry> history, OutputStream target) throws IOException {
        write(target, html -> {
            HtmlPage.begin("Connection leaks: trend", html);
            html.raw(
                    "<header class=\"cl-top\"><span class=\"cl-brand\">connleak</span><h1>Leaks by build</h1></header>\n<main>\n");
            if (history.isEmpty()) {
                html.raw("<p class=\"cl-empty\">No builds yet.</p>\n");
            }
            new HtmlTrend(html).write(history);
            html.raw("</main>\n");
            HtmlPage.end(Map.of("leaks", List.of()), html);
        });
    }

    static void write(OutputStream target, Consumer<Html> page) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        try {
            page.accept(new Html(writer));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        writer.flush();
    }

    private static String title(String what, BuildTag tag) {
        String where =
                String.join(" ", tag.job(), tag.release(), tag.buildNumber()).strip();
        return where.isEmpty() ? what : what + ": " + where;
    }

    /** What the page's script makes a table for spreadsheets of. */
    private static Map<String, Object> data(List<Finding> findings) {
        List<Finding> shown = findings.subList(0, Math.min(findings.size(), MAX_SHOWN));
        List<String> ids = HtmlTable.ids(shown);
        List<Map<String, Object>> leaks = new ArrayList<>(shown.size());
        for (int index = 0; index < shown.size(); index++) {
            leaks.add(data(shown.get(index), ids.get(index)));
        }
        return Map.of("leaks", leaks);
    }

    private static Map<String, Object> data(Finding finding, String id) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("file", Texts.bounded(finding.place().file()));
        data.put("line", finding.place().line());
        data.put("rule", finding.rule().id());
        data.put("certainty", finding.certainty().id());
        data.put("kind", finding.resource().kind().id());
        data.put("type", Texts.bounded(finding.resource().type()));
        data.put("variable", Texts.bounded(finding.resource().variable()));
        data.put("package", Texts.bounded(finding.place().packageName()));
        data.put("class", Texts.bounded(finding.place().className()));
        data.put("method", Texts.bounded(finding.place().method()));
        data.put("message", Texts.bounded(finding.explanation().message()));
        return data;
    }

    private static void header(ScanReport report, Html html) {
        BuildTag tag = report.info().tag();
        html.raw("<header class=\"cl-top\"><span class=\"cl-brand\">connleak</span><h1>");
        html.text(tag.job().isEmpty() ? "Connection leaks" : tag.job()).raw("</h1>");
        labelled("release", tag.release(), html);
        labelled("build", tag.buildNumber(), html);
        labelled("engine", report.info().engine(), html);
        html.raw("<nav class=\"cl-nav\" aria-label=\"Sections\"><a href=\"#leaks\">Leaks</a>");
        if (!report.silenced().isEmpty()) {
            html.raw("<a href=\"#silenced\">Silenced</a>");
        }
        if (!report.problems().isEmpty()) {
            html.raw("<a href=\"#problems\">Problems</a>");
        }
        html.raw("</nav></header>\n");
    }

    private static void labelled(String label, String value, Html html) {
        if (!value.isEmpty()) {
            html.raw("<span class=\"cl-tag\"><span>" + label + "</span> ")
                    .text(value)
                    .raw("</span>");
        }
    }

    private static void leaks(ScanReport report, List<SourceExcerpt> excerpts, Html html) {
        html.raw("<section class=\"cl-panel\" id=\"leaks\">\n<div class=\"cl-panel-head\"><h2>Leaks</h2></div>\n");
        if (report.findings().isEmpty()) {
            html.raw("<p class=\"cl-empty\">No leaks found.</p>\n</section>\n");
            return;
        }
        List<Finding> shown = shown(report.findings(), "leaks", html);
        List<String> ids = HtmlTable.ids(shown);
        HtmlTable table = new HtmlTable(html);
        table.filters(shown);
        table.leaks(shown, ids);
        html.raw("</section>\n<section class=\"cl-leaks" + (shown.size() > MANY ? " cl-many" : "")
                + "\" data-cl-leaks aria-label=\"Leaks in detail\">\n");
        LeakView view = new LeakView(excerpts);
        for (int index = 0; index < shown.size(); index++) {
            view.write(shown.get(index), ids.get(index), html);
        }
        html.raw("</section>\n");
    }

    private static <T> List<T> shown(List<T> all, String what, Html html) {
        if (all.size() <= MAX_SHOWN) {
            return all;
        }
        html.raw("<p class=\"cl-limit\">This page shows the first " + MAX_SHOWN + " of " + all.size() + " " + what
                + "; the JSON report has them all.</p>\n");
        return all.subList(0, MAX_SHOWN);
    }

    private static void silenced(ScanReport report, Html html) {
        if (!report.silenced().isEmpty()) {
            html.raw(
                    "<section class=\"cl-panel\" id=\"silenced\">\n<div class=\"cl-panel-head\"><h2>Silenced</h2></div>\n");
            new HtmlTable(html).silenced(shown(report.silenced(), "silenced leaks", html));
            html.raw("</section>\n");
        }
    }

    private static void problems(ScanReport report, Html html) {
        if (!report.problems().isEmpty()) {
            html.raw(
                    "<section class=\"cl-panel\" id=\"problems\">\n<div class=\"cl-panel-head\"><h2>Problems</h2></div>\n");
            new HtmlTable(html).problems(shown(report.problems(), "problems", html));
            html.raw("</section>\n");
        }
    }

    private static void origin(ScanReport report, Html html) {
        List<String> options = new ArrayList<>();
        report.info().options().forEach((name, value) -> options.add(name + "=" + value));
        html.raw("<footer class=\"cl-foot\">connleak ")
                .text(report.info().toolVersion())
                .raw(options.isEmpty() ? "" : " \u00B7 ")
                .text(String.join(" \u00B7 ", options))
                .raw("</footer>\n");
    }
}
