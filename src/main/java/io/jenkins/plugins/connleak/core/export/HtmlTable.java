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

    private final Html html;

    HtmlTable(Html html) {
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
                .raw(
                        "<input type=\"search\" name=\"q\" class=\"cl-input\" placeholder=\"Search file, method, message\u2026  /\" ")
                .raw("aria-label=\"Search leaks\" autocomplete=\"off\">\n");
        select("certainty", "Any certainty", findings, finding -> finding.certainty()
                .id());
        select("rule", "Any rule", findings, finding -> finding.rule().id());
        select("kind", "Any resource", findings, finding -> finding.resource()
                .kind()
                .id());
        select("package", "Any package", findings, HtmlTotals::packageOf);
        html.raw("<button type=\"reset\" class=\"cl-button\">Clear</button>\n")
                .raw("<button type=\"button\" class=\"cl-button\" data-cl-csv>CSV</button>\n")
                .raw("<output class=\"cl-count\" data-cl-count aria-live=\"polite\"></output>\n</form>\n");
    }

    private void select(String name, String any, List<Finding> findings, Function<Finding, String> value) {
        Set<String> values = new TreeSet<>();
        findings.forEach(finding -> values.add(value.apply(finding)));
        html.raw("<select class=\"cl-input\" name=\"" + name + "\" aria-label=\"" + any + "\"><option value=\"\">" + any
                + "</option>");
        for (String each : values) {
            html.raw("<option").attribute("value", each).raw(">").text(each).raw("</option>");
        }
        html.raw("</select>\n");
    }

    void leaks(List<Finding> findings, List<String> ids) {
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\" data-cl-table>\n<thead><tr>");
        heading("Rule", "text");
        heading("Certainty", "text");
        heading("Resource", "text");
        heading("Where", "place");
        heading("What happens", "text");
        html.raw("</tr></thead>\n<tbody>\n");
        for (int index = 0; index < findings.size(); index++) {
            row(findings.get(index), ids.get(index));
        }
        html.raw("</tbody>\n</table></div>\n<p class=\"cl-none\" data-cl-none hidden>No leak fits the filter.</p>\n");
    }

    private void heading(String name, String order) {
        html.raw("<th scope=\"col\" data-cl-sort=\"" + order + "\">" + name + "</th>");
    }

    private void row(Finding finding, String id) {
        Place place = finding.place();
        html.raw("<tr")
                .attribute("data-cl-row", id)
                .attribute("data-rule", finding.rule().id())
                .attribute("data-certainty", finding.certainty().id())
                .attribute("data-kind", finding.resource().kind().id())
                .attribute("data-package", HtmlTotals.packageOf(finding))
                .raw("><td>");
        LeakView.rule(finding.rule(), html);
        html.raw("</td><td>");
        LeakView.certainty(finding.certainty(), html);
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
        html.raw("<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\">\n<thead><tr><th scope=\"col\">Rule</th>")
                .raw("<th scope=\"col\">Silenced by</th><th scope=\"col\">Reason</th><th scope=\"col\">Where</th>")
                .raw("<th scope=\"col\">What happens</th></tr></thead>\n<tbody>\n");
        for (SilencedFinding silenced : all) {
            html.raw("<tr><td>");
            LeakView.rule(silenced.finding().rule(), html);
            html.raw("</td><td class=\"cl-fixed\">" + silenced.by().id() + "</td><td>")
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
        html.raw(
                        "<div class=\"cl-scroll\"><table class=\"cl-table cl-rows\">\n<thead><tr><th scope=\"col\">Problem</th>")
                .raw("<th scope=\"col\">Where</th><th scope=\"col\">What happened</th></tr></thead>\n<tbody>\n");
        for (Problem problem : all) {
            html.raw("<tr><td><span class=\"cl-rule\">" + problem.kind().id()
                            + "</span></td><td class=\"cl-mono cl-place\">")
                    .text(problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file())
                    .raw("</td><td>")
                    .text(problem.message())
                    .raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }
}
