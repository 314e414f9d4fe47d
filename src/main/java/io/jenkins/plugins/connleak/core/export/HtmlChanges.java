package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A self-contained page of what came and what went between two builds. */
public final class HtmlChanges {
    private final Html html;

    private HtmlChanges(Html html) {
        this.html = html;
    }

    /**
     * What is shown.
     *
     * @param build the build that is looked at, for people
     * @param reference the build it is compared with, for people
     * @param added leaks that the reference does not have
     * @param fixed leaks of the reference that the build does not have
     * @param outstanding number of leaks that both have
     */
    public record Content(String build, String reference, List<Finding> added, List<Finding> fixed, int outstanding) {
        public Content {
            added = List.copyOf(added);
            fixed = List.copyOf(fixed);
        }
    }

    /** Writes the page and flushes {@code target}, which stays open. */
    public static void write(Content content, OutputStream target) throws IOException {
        HtmlReport.write(target, html -> {
            HtmlPage.begin("Connection leaks: " + content.build() + " and " + content.reference(), html);
            html.raw("<header class=\"cl-top\"><span class=\"cl-brand\">connleak</span><h1>")
                    .text(content.build())
                    .raw("</h1><span class=\"cl-tag\"><span>compared with</span> ")
                    .text(content.reference())
                    .raw("</span></header>\n<main>\n");
            HtmlChanges page = new HtmlChanges(html);
            page.tiles(content);
            page.leaks("new", "New", content.added());
            page.leaks("fixed", "Fixed", content.fixed());
            html.raw("</main>\n");
            HtmlPage.end(Map.of("leaks", List.of()), html);
        });
    }

    private void tiles(Content content) {
        html.raw("<dl class=\"cl-tiles\">\n");
        tile("New", content.added().size(), content.added().isEmpty() ? "cl-good" : "cl-bad", "not in the reference");
        tile("Fixed", content.fixed().size(), content.fixed().isEmpty() ? "" : "cl-good", "in the reference only");
        tile("Outstanding", content.outstanding(), "", "in both");
        html.raw("</dl>\n");
    }

    private void tile(String name, int count, String style, String note) {
        html.raw("<div class=\"cl-tile " + style + "\"><dt>" + name + "</dt><dd>"
                + String.format(Locale.ROOT, "%,d", count) + "</dd><dd class=\"cl-note\">" + note + "</dd></div>\n");
    }

    private void leaks(String id, String title, List<Finding> all) {
        html.raw("<section class=\"cl-panel\" id=\"" + id + "\">\n<div class=\"cl-panel-head\"><h2>" + title
                + "</h2></div>\n");
        if (all.isEmpty()) {
            html.raw("<p class=\"cl-empty\">None.</p>\n</section>\n");
            return;
        }
        if (all.size() > HtmlReport.MAX_SHOWN) {
            html.raw("<p class=\"cl-limit\">This page shows the first " + HtmlReport.MAX_SHOWN + " of " + all.size()
                    + "; the CSV has them all.</p>\n");
        }
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table\">\n<thead><tr><th scope=\"col\">Rule</th>")
                .raw("<th scope=\"col\">Resource</th><th scope=\"col\">Where</th><th scope=\"col\">Method</th>")
                .raw("<th scope=\"col\">Certainty</th></tr></thead>\n<tbody>\n");
        all.stream().limit(HtmlReport.MAX_SHOWN).forEach(this::leak);
        html.raw("</tbody>\n</table></div>\n</section>\n");
    }

    private void leak(Finding finding) {
        String line = finding.place().line() > 0 ? ":" + finding.place().line() : "";
        html.raw("<tr><td>")
                .text(finding.rule().id())
                .raw("</td><td>")
                .text(finding.resource().kind().id() + " " + finding.resource().variable())
                .raw("</td><td class=\"cl-mono\">")
                .text(finding.place().file() + line)
                .raw("</td><td class=\"cl-mono\">")
                .text(finding.place().method())
                .raw("</td><td><span class=\"cl-certainty cl-certainty-"
                        + finding.certainty().id() + "\">" + finding.certainty().id() + "</span></td></tr>\n");
    }
}
