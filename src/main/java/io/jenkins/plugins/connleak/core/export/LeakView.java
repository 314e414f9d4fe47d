package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import java.util.List;

/**
 * The markup of one leak, the same on a page of Jenkins and in the command line's HTML; {@code ui/report.js} describes it.
 * All text in it is escaped; it needs {@code ui/report.css}, and works without a script.
 */
public final class LeakView {
    private final SourceView source;
    private final PageTexts texts;

    /** Shows leaks on these source lines in that language; a step whose line is missing is listed without it. */
    public LeakView(List<SourceExcerpt> excerpts, PageTexts texts) {
        this.source = new SourceView(excerpts, texts);
        this.texts = texts;
    }

    /**
     * An {@code article} for {@code finding}.
     *
     * @param id the element's id, by which addresses refer to the leak: letters, digits and dashes
     */
    public String html(Finding finding, String id) {
        StringBuilder target = new StringBuilder(4096);
        write(finding, id, new Html(target));
        return target.toString();
    }

    void write(Finding finding, String id, Html html) {
        html.raw("<article class=\"cl-leak cl-" + finding.certainty().id() + "\"")
                .attribute("id", id)
                .raw(" data-cl-leak tabindex=\"-1\">\n<header class=\"cl-leak-head\">\n<div class=\"cl-leak-line\">");
        rule(finding.rule(), texts, html);
        certainty(finding.certainty(), texts, html);
        new EvidenceView(texts).mark(finding, html);
        html.raw("<span class=\"cl-spacer\"></span><span class=\"cl-actions\" data-cl-actions hidden>")
                .raw("<button type=\"button\" class=\"cl-button\" data-cl-copy")
                .attribute("data-text", copied(finding))
                .raw(">")
                .text(texts.get("leak.copy"))
                .raw("</button><button type=\"button\" class=\"cl-button\" data-cl-step=\"previous\"")
                .attribute("aria-label", texts.get("leak.previous"))
                .raw(">\u2191</button><button type=\"button\" class=\"cl-button\" data-cl-step=\"next\"")
                .attribute("aria-label", texts.get("leak.next"))
                .raw(">\u2193</button></span></div>\n<h3><a")
                .attribute("href", "#" + id)
                .raw(">")
                .text(finding.explanation().message())
                .raw("</a></h3>\n");
        place(finding, html);
        html.raw("</header>\n");
        source.write(finding, html);
        finding.explanation().runtimeEvidence().ifPresent(confirmation -> new EvidenceView(texts)
                .write(confirmation, html));
        advice(finding, html);
        html.raw("</article>\n");
    }

    private static String copied(Finding finding) {
        return finding.place().file() + ":" + finding.place().line() + ": ["
                + finding.rule().id() + "] " + finding.explanation().message();
    }

    private static void place(Finding finding, Html html) {
        Place place = finding.place();
        html.raw("<p class=\"cl-where\">").element("span", "cl-file", place.file() + ":" + place.line());
        if (!place.method().isEmpty()) {
            html.element(
                    "span", "cl-method", place.className() + (place.className().isEmpty() ? "" : ".") + place.method());
        }
        html.element("span", "cl-resource", resource(finding.resource())).raw("</p>\n");
    }

    private void advice(Finding finding, Html html) {
        RuleHelp help = RuleHelp.of(finding.rule(), texts);
        String hint = finding.explanation().hint();
        html.raw("<div class=\"cl-advice\">\n<p class=\"cl-mend\"><b>")
                .text(texts.get("leak.mend"))
                .raw("</b> ")
                .text(hint.isEmpty() ? help.mend() : hint)
                .raw("</p>\n");
        finding.explanation().offeredFix().ifPresent(fix -> FixView.write(fix, texts.get("leak.mendDiff"), html));
        html.raw("<details class=\"cl-help\"><summary>")
                .text(texts.get("leak.about"))
                .raw("</summary>\n<p>")
                .text(help.why())
                .raw("</p><p>")
                .text(help.mend())
                .raw("</p><p>")
                .text(texts.get("leak.silence"))
                .raw(" ")
                .element("code", "cl-code", help.silence())
                .raw("</p><p><a rel=\"noopener noreferrer\"")
                .attribute("href", help.uri())
                .raw(">")
                .text(texts.get("leak.examples", help.rule().id()))
                .raw("</a></p></details>\n</div>\n");
    }

    /** The rule's name as a chip. */
    static void rule(LeakKind rule, PageTexts texts, Html html) {
        html.raw("<span class=\"cl-rule\" data-rule=\"" + rule.id() + "\"")
                .attribute("title", texts.named("rule", rule.id()))
                .raw(">" + rule.id() + "</span>");
    }

    /** The certainty as a badge. */
    static void certainty(Certainty certainty, PageTexts texts, Html html) {
        html.element("span", "cl-certainty cl-certainty-" + certainty.id(), texts.named("certainty", certainty.id()));
    }

    /** Simple type and variable, such as {@code Connection con}, or the kind where there is neither. */
    static String resource(Resource resource) {
        String type = resource.type().substring(resource.type().lastIndexOf('.') + 1);
        String both = (type + " " + resource.variable()).strip();
        return both.isEmpty() ? resource.kind().id() : both;
    }
}
