package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
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

    private final PageTexts texts;
    private final Html html;

    private HtmlReport(PageTexts texts, Html html) {
        this.texts = texts;
        this.html = html;
    }

    /**
     * Writes the page of a report in that language and flushes {@code target}, which stays open.
     *
     * @param excerpts source lines around the steps of the leaks; what is missing is not shown
     * @param history builds of the trend, in any order; no trend where it is empty
     */
    public static void write(
            ScanReport report,
            List<SourceExcerpt> excerpts,
            List<HistoryEntry> history,
            PageTexts texts,
            OutputStream target)
            throws IOException {
        write(target, html -> new HtmlReport(texts, html).page(report, excerpts, history));
    }

    private void page(ScanReport report, List<SourceExcerpt> excerpts, List<HistoryEntry> history) {
        HtmlPage.begin(title(report.info().tag()), texts, html);
        header(report);
        html.raw("<main>\n");
        HtmlTotals totals = new HtmlTotals(report, texts, html);
        totals.tiles();
        new HtmlTrend(texts, html).write(history);
        if (!report.findings().isEmpty()) {
            totals.bars();
        }
        leaks(report, excerpts);
        evidence(report.evidence());
        silenced(report);
        problems(report);
        origin(report, html);
        html.raw("</main>\n");
        HtmlPage.end(data(report.findings()), texts, html);
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
            new HtmlTrend(PageTexts.ENGLISH, html).write(history);
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

    private String title(BuildTag tag) {
        String what = texts.get("html.title");
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

    private void header(ScanReport report) {
        BuildTag tag = report.info().tag();
        html.raw("<header class=\"cl-top\"><span class=\"cl-brand\">connleak</span><h1>");
        html.text(tag.job().isEmpty() ? texts.get("html.title") : tag.job()).raw("</h1>");
        labelled("html.release", tag.release());
        labelled("html.build", tag.buildNumber());
        labelled("html.engine", report.info().engine());
        html.raw("<nav class=\"cl-nav\"")
                .attribute("aria-label", texts.get("html.sections"))
                .raw(">");
        section("leaks");
        if (isAnythingUnmatched(report.evidence())) {
            section("evidence");
        }
        if (!report.silenced().isEmpty()) {
            section("silenced");
        }
        if (!report.problems().isEmpty()) {
            section("problems");
        }
        html.raw("</nav></header>\n");
    }

    private void section(String id) {
        html.raw("<a href=\"#" + id + "\">").text(texts.get("html." + id)).raw("</a>");
    }

    private void labelled(String label, String value) {
        if (!value.isEmpty()) {
            html.raw("<span class=\"cl-tag\"><span>")
                    .text(texts.get(label))
                    .raw("</span> ")
                    .text(value)
                    .raw("</span>");
        }
    }

    private void panel(String id) {
        html.raw("<section class=\"cl-panel\" id=\"" + id + "\">\n<div class=\"cl-panel-head\"><h2>")
                .text(texts.get("html." + id))
                .raw("</h2></div>\n");
    }

    private void leaks(ScanReport report, List<SourceExcerpt> excerpts) {
        panel("leaks");
        if (report.findings().isEmpty()) {
            html.element("p", "cl-empty", texts.get("html.noLeaks")).raw("\n</section>\n");
            return;
        }
        List<Finding> shown = shown(report.findings());
        List<String> ids = HtmlTable.ids(shown);
        HtmlTable table = new HtmlTable(texts, html);
        table.filters(shown);
        table.leaks(shown, ids);
        html.raw("</section>\n<section class=\"cl-leaks" + (shown.size() > MANY ? " cl-many" : "") + "\" data-cl-leaks")
                .attribute("aria-label", texts.get("html.leaksInDetail"))
                .raw(">\n");
        LeakView view = new LeakView(excerpts, texts);
        for (int index = 0; index < shown.size(); index++) {
            view.write(shown.get(index), ids.get(index), html);
        }
        html.raw("</section>\n");
    }

    private <T> List<T> shown(List<T> all) {
        if (all.size() <= MAX_SHOWN) {
            return all;
        }
        html.element("p", "cl-limit", texts.get("html.firstOf", MAX_SHOWN, all.size()))
                .raw("\n");
        return all.subList(0, MAX_SHOWN);
    }

    private static boolean isAnythingUnmatched(RuntimeEvidence evidence) {
        return !evidence.unmatched().isEmpty() || !evidence.exhaustions().isEmpty();
    }

    private void evidence(RuntimeEvidence evidence) {
        if (isAnythingUnmatched(evidence)) {
            panel("evidence");
            new EvidenceView(texts).write(evidence, html);
            html.raw("</section>\n");
        }
    }

    private void silenced(ScanReport report) {
        if (!report.silenced().isEmpty()) {
            panel("silenced");
            new HtmlTable(texts, html).silenced(shown(report.silenced()));
            html.raw("</section>\n");
        }
    }

    private void problems(ScanReport report) {
        if (!report.problems().isEmpty()) {
            panel("problems");
            new HtmlTable(texts, html).problems(shown(report.problems()));
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
