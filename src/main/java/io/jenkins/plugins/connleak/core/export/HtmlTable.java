package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The tables of a report: leaks, silenced leaks, problems. */
final class HtmlTable {
    private static final String SAFE_ID = "[0-9a-f]{1,64}";

    private final PageTexts texts;
    private final Html html;

    HtmlTable(PageTexts texts, Html html) {
        this.texts = texts;
        this.html = html;
    }

    /** Ids of elements for {@code findings}: stable between reports where the fingerprint allows it, unique in any case. */
    static List<String> ids(List<Finding> findings) {
        Set<String> used = new HashSet<>();
        List<String> ids = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String exact = finding.fingerprint().exact();
            String id = "leak-" + (exact.matches(SAFE_ID) ? exact : "");
            ids.add(exact.matches(SAFE_ID) && used.add(id) ? id : "leak-at-" + (ids.size() + 1));
        }
        return ids;
    }

    void filters(List<Finding> findings) {
        html.raw("<form class=\"cl-filters\" data-cl-filters hidden role=\"search\">\n")
                .raw("<input type=\"search\" name=\"q\" class=\"cl-input\" autocomplete=\"off\"")
                .attribute("placeholder", texts.get("html.search"))
                .attribute("aria-label", texts.get("html.searchLeaks"))
                .raw(">\n");
        select("certainty", texts.named("page.any", "certainty"), findings, finding -> finding.certainty()
                .id());
        select("rule", texts.named("page.any", "rule"), findings, finding -> finding.rule()
                .id());
        select("kind", texts.named("page.any", "kind"), findings, finding -> finding.resource()
                .kind()
                .id());
        select("package", texts.get("html.anyPackage"), findings, HtmlTotals::packageOf);
        List<Finding> confirmed = findings.stream()
                .filter(finding -> !EvidenceView.stateOf(finding).isEmpty())
                .toList();
        if (!confirmed.isEmpty()) {
            select("evidence", texts.named("page.any", "evidence"), confirmed, EvidenceView::stateOf);
        }
        html.raw("<button type=\"reset\" class=\"cl-button\">")
                .text(texts.named("page", "clear"))
                .raw("</button>\n<button type=\"button\" class=\"cl-button\" data-cl-csv>")
                .text(texts.named("page", "csv"))
                .raw("</button>\n<output class=\"cl-count\" data-cl-count aria-live=\"polite\"></output>\n</form>\n");
    }

    private void select(String name, String any, List<Finding> findings, Function<Finding, String> value) {
        Set<String> values = new TreeSet<>();
        findings.forEach(finding -> values.add(value.apply(finding)));
        html.raw("<select class=\"cl-input\" name=\"" + name + "\"")
                .attribute("aria-label", any)
                .raw("><option value=\"\">")
                .text(any)
                .raw("</option>");
        for (String each : values) {
            html.raw("<option")
                    .attribute("value", each)
                    .raw(">")
                    .text(name.equals("package") ? each : texts.named(name, each))
                    .raw("</option>");
        }
        html.raw("</select>\n");
    }

    void leaks(List<Finding> findings, List<String> ids) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\" data-cl-table>\n<thead><tr>");
        heading("rule", "text");
        heading("certainty", "text");
        heading("resource", "text");
        heading("where", "place");
        heading("what", "text");
        html.raw("</tr></thead>\n<tbody>\n");
        for (int index = 0; index < findings.size(); index++) {
            row(findings.get(index), ids.get(index));
        }
        html.raw("</tbody>\n</table></div>\n<p class=\"cl-none\" data-cl-none hidden>")
                .text(texts.get("html.none"))
                .raw("</p>\n");
    }

    private void heading(String name, String order) {
        html.raw("<th scope=\"col\"" + (order.isEmpty() ? "" : " data-cl-sort=\"" + order + "\"") + ">")
                .text(texts.get("html.column." + name))
                .raw("</th>");
    }

    private void row(Finding finding, String id) {
        Place place = finding.place();
        html.raw("<tr")
                .attribute("data-cl-row", id)
                .attribute("data-rule", finding.rule().id())
                .attribute("data-certainty", finding.certainty().id())
                .attribute("data-kind", finding.resource().kind().id())
                .attribute("data-package", HtmlTotals.packageOf(finding));
        String evidence = EvidenceView.stateOf(finding);
        if (!evidence.isEmpty()) {
            html.attribute("data-evidence", evidence);
        }
        html.raw("><td>");
        LeakView.rule(finding.rule(), texts, html);
        html.raw("</td><td>");
        LeakView.certainty(finding.certainty(), texts, html);
        new EvidenceView(texts).mark(finding, html);
        html.raw("</td><td class=\"cl-mono\">")
                .text(LeakView.resource(finding.resource()))
                .raw("</td><td class=\"cl-mono cl-place\"")
                .attribute("data-file", place.file())
                .attribute("data-line", String.valueOf(place.line()))
                .attribute("title", place.file() + ":" + place.line())
                .raw(">");
        place(place);
        html.raw("</td><td><a")
                .attribute("href", "#" + id)
                .raw(">")
                .text(finding.explanation().message())
                .raw("</a></td></tr>\n");
    }

    private void place(Place place) {
        int name = place.file().lastIndexOf('/') + 1;
        html.raw("<span class=\"cl-name\">")
                .text(place.file().substring(name))
                .raw("</span><span class=\"cl-line-no\">:" + place.line() + "</span> <span class=\"cl-folder\">")
                .text(place.file().substring(0, Math.max(0, name - 1)))
                .raw("</span>");
    }

    void silenced(List<SilencedFinding> all) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\">\n<thead><tr>");
        List.of("rule", "silencedBy", "reason", "where", "what").forEach(name -> heading(name, ""));
        html.raw("</tr></thead>\n<tbody>\n");
        for (SilencedFinding silenced : all) {
            html.raw("<tr><td>");
            LeakView.rule(silenced.finding().rule(), texts, html);
            html.raw("</td><td class=\"cl-fixed\">")
                    .text(texts.named("silenced", silenced.by().id()))
                    .raw("</td><td>")
                    .text(silenced.reason())
                    .raw("</td><td class=\"cl-mono cl-place\">");
            place(silenced.finding().place());
            html.raw("</td><td>")
                    .text(silenced.finding().explanation().message())
                    .raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }

    void problems(List<Problem> all) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\">\n<thead><tr>");
        List.of("problem", "where", "happened").forEach(name -> heading(name, ""));
        html.raw("</tr></thead>\n<tbody>\n");
        for (Problem problem : all) {
            html.raw("<tr><td>")
                    .element(
                            "span",
                            "cl-rule",
                            texts.named("problem", problem.kind().id()))
                    .raw("</td><td class=\"cl-mono cl-place\">")
                    .text(problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file())
                    .raw("</td><td>")
                    .text(problem.message())
                    .raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }
}
