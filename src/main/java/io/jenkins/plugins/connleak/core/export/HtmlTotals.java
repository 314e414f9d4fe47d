package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The figures of a report: tiles, and bars by rule, kind, certainty and package. */
final class HtmlTotals {
    /** Most bars of one group; the rest is one bar. */
    private static final int MAX_BARS = 8;

    private final ScanReport report;
    private final Html html;

    HtmlTotals(ScanReport report, Html html) {
        this.report = report;
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
        tile("Leaks", findings.size(), findings.isEmpty() ? "cl-good" : "cl-bad", "in " + Texts.counted(files, "file"));
        tile("Definite", definite, definite == 0 ? "" : "cl-bad", "whatever unseen code does");
        tile(
                "Possible",
                findings.size() - definite,
                definite == findings.size() ? "" : "cl-warn",
                "depends on unseen code");
        tile("Silenced", report.silenced().size(), "", "not counted as leaks");
        tile(
                "Problems",
                report.problems().size(),
                report.problems().isEmpty() ? "" : "cl-warn",
                "not looked at in full");
        tile(
                "Files",
                report.figures().files(),
                "",
                "with " + Texts.counted(report.figures().lines(), "line"));
        html.raw("</dl>\n");
    }

    private void tile(String name, long count, String style, String note) {
        html.raw("<div class=\"cl-tile " + style + "\"><dt>" + name + "</dt><dd>"
                + String.format(Locale.ROOT, "%,d", count) + "</dd><dd class=\"cl-note\">" + note + "</dd></div>\n");
    }

    void bars() {
        html.raw("<div class=\"cl-groups\">\n");
        group("By rule", "rule", finding -> finding.rule().id());
        group("By resource", "kind", finding -> finding.resource().kind().id());
        group("By package", "package", finding -> packageOf(finding));
        group("By certainty", "certainty", finding -> finding.certainty().id());
        html.raw("</div>\n");
    }

    /** What the package of a finding is called: its name, or what stands for none. */
    static String packageOf(Finding finding) {
        String name = finding.place().packageName();
        return name.isEmpty() ? "(default package)" : name;
    }

    private void group(String title, String filter, Function<Finding, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        report.findings().forEach(finding -> counts.merge(key.apply(finding), 1, Integer::sum));
        List<Map.Entry<String, Integer>> bars = new ArrayList<>(counts.entrySet());
        bars.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        html.raw("<section class=\"cl-group\"><h3>" + title + "</h3><ul>\n");
        int most = bars.isEmpty() ? 1 : bars.get(0).getValue();
        bars.stream().limit(MAX_BARS).forEach(bar -> bar(filter, bar.getKey(), bar.getValue(), most));
        int rest = bars.stream().skip(MAX_BARS).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            html.raw("<li class=\"cl-rest\">" + Texts.counted(bars.size() - MAX_BARS, "other") + ": " + rest
                    + "</li>\n");
        }
        html.raw("</ul></section>\n");
    }

    private void bar(String filter, String name, int count, int most) {
        html.raw("<li><button type=\"button\" class=\"cl-bar\"")
                .attribute("data-cl-pick", filter)
                .attribute("data-value", name)
                .raw("><span class=\"cl-bar-name\">")
                .text(name)
                .raw("</span><span class=\"cl-bar-count\">" + String.format(Locale.ROOT, "%,d", count) + "</span>"
                        + "<svg class=\"cl-bar-svg\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"cl-bar-back\" width=\"100\" height=\"4\"/><rect class=\"cl-bar-fill\" width=\""
                        + Math.max(1, Math.round(100.0 * count / most))
                        + "\" height=\"4\"/></svg></button></li>\n");
    }
}
