package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The figures of a report: tiles, and bars by rule, kind, certainty and package. */
final class HtmlTotals {
    /** Most bars of one group; the rest is one bar. */
    private static final int MAX_BARS = 8;

    private final ScanReport report;
    private final PageTexts texts;
    private final Html html;

    HtmlTotals(ScanReport report, PageTexts texts, Html html) {
        this.report = report;
        this.texts = texts;
        this.html = html;
    }

    void tiles() {
        List<Finding> findings = report.findings();
        long definite = findings.stream()
                .filter(finding -> finding.certainty() == Certainty.DEFINITE)
                .count();
        long files = findings.stream()
                .map(finding -> finding.place().file())
                .distinct()
                .count();
        html.raw("<dl class=\"cl-tiles\">\n");
        tile(
                "leaks",
                findings.size(),
                findings.isEmpty() ? "cl-good" : "cl-bad",
                texts.get("html.tile.inFiles", files));
        tile("definite", definite, definite == 0 ? "" : "cl-bad", texts.get("html.tile.whatever"));
        tile(
                "possible",
                findings.size() - definite,
                definite == findings.size() ? "" : "cl-warn",
                texts.get("html.tile.depends"));
        EvidenceTotals evidence = report.evidence().totals();
        if (evidence.files() > 0) {
            tile(
                    "confirmed",
                    evidence.confirmed(),
                    evidence.confirmed() == 0 ? "" : "cl-bad",
                    texts.get("html.tile.ofConnections", evidence.leaks()));
        }
        tile("silenced", report.silenced().size(), "", texts.get("html.tile.notCounted"));
        tile(
                "problems",
                report.problems().size(),
                report.problems().isEmpty() ? "" : "cl-warn",
                texts.get("html.tile.notInFull"));
        tile(
                "files",
                report.figures().files(),
                "",
                texts.get("html.tile.withLines", report.figures().lines()));
        html.raw("</dl>\n");
    }

    private void tile(String name, long count, String style, String note) {
        html.raw("<div class=\"cl-tile " + style + "\"><dt>")
                .text(texts.get("html.tile." + name))
                .raw("</dt><dd>" + String.format(texts.locale(), "%,d", count) + "</dd>")
                .element("dd", "cl-note", note)
                .raw("</div>\n");
    }

    void bars() {
        html.raw("<div class=\"cl-groups\">\n");
        group("rule", finding -> finding.rule().id());
        group("kind", finding -> finding.resource().kind().id());
        group("package", HtmlTotals::packageOf);
        group("certainty", finding -> finding.certainty().id());
        html.raw("</div>\n<section class=\"cl-group cl-map-group\"><h3>")
                .text(texts.named("page.by", "package"))
                .raw("</h3><div class=\"cl-map\" data-cl-map=\"package\"></div></section>\n");
    }

    /** What the package of a finding is called: its name, or what stands for none. */
    static String packageOf(Finding finding) {
        String name = finding.place().packageName();
        return name.isEmpty() ? "(default package)" : name;
    }

    private void group(String filter, Function<Finding, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        report.findings().forEach(finding -> counts.merge(key.apply(finding), 1, Integer::sum));
        List<Map.Entry<String, Integer>> bars = new ArrayList<>(counts.entrySet());
        bars.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        html.raw("<section class=\"cl-group\"><h3>")
                .text(texts.named("page.by", filter))
                .raw("</h3><ul>\n");
        int most = bars.isEmpty() ? 1 : bars.get(0).getValue();
        bars.stream().limit(MAX_BARS).forEach(bar -> bar(filter, bar.getKey(), bar.getValue(), most));
        int rest = bars.stream().skip(MAX_BARS).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            html.element("li", "cl-rest", texts.get("html.others", bars.size() - MAX_BARS, rest))
                    .raw("\n");
        }
        html.raw("</ul></section>\n");
    }

    private void bar(String filter, String name, int count, int most) {
        html.raw("<li><button type=\"button\" class=\"cl-bar\"")
                .attribute("data-cl-pick", filter)
                .attribute("data-value", name)
                .raw("><span class=\"cl-bar-name\">")
                .text(filter.equals("package") ? name : texts.named(filter, name))
                .raw("</span><span class=\"cl-bar-count\">" + String.format(texts.locale(), "%,d", count) + "</span>"
                        + "<svg class=\"cl-bar-svg\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"cl-bar-back\" width=\"100\" height=\"4\"/><rect class=\"cl-bar-fill\" width=\""
                        + Math.max(1, Math.round(100.0 * count / most))
                        + "\" height=\"4\"/></svg></button></li>\n");
    }
}
