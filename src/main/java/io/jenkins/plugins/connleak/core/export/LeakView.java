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

    /** Shows leaks on these source lines; a step whose line is missing is listed without it. */
    public LeakView(List<SourceExcerpt> excerpts) {
        this.source = new SourceView(excerpts);
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
        rule(finding.rule(), html);
        certainty(finding.certainty(), html);
        html.raw("<span class=\"cl-spacer\"></span><span class=\"cl-actions\" data-cl-actions hidden>")
                .raw("<button type=\"button\" class=\"cl-button\" data-cl-copy")
                .attribute("data-text", copied(finding))
                .raw(">Copy</button><button type=\"button\" class=\"cl-button\" data-cl-step=\"previous\" ")
                .raw("aria-label=\"Previous leak\">\u2191</button><button type=\"button\" class=\"cl-button\" ")
                .raw("data-cl-step=\"next\" aria-label=\"Next leak\">\u2193</button></span></div>\n<h3>")
                .raw("<a")
                .attribute("href", "#" + id)
                .raw(">")
                .text(finding.explanation().message())
                .raw("</a></h3>\n");
        place(finding, html);
        html.raw("</header>\n");
        source.write(finding, html);
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

    private static void advice(Finding finding, Html html) {
        RuleHelp help = RuleHelp.of(finding.rule());
        html.raw("<div class=\"cl-advice\">\n<p class=\"cl-mend\"><b>Mend</b> ")
                .text(
                        finding.explanation().hint().isEmpty()
                                ? help.mend()
                                : finding.explanation().hint())
                .raw("</p>\n<details class=\"cl-help\"><summary>About this rule</summary>\n<p>")
                .text(help.why())
                .raw("</p><p>")
                .text(help.mend())
                .raw("</p><p>To silence this leak, put a comment above it: ")
                .element("code", "cl-code", help.silence())
                .raw("</p><p><a rel=\"noopener noreferrer\"")
                .attribute("href", help.uri())
                .raw(">Examples of ")
                .text(help.rule().id())
                .raw("</a></p></details>\n</div>\n");
    }

    /** The rule's name as a chip. */
    static void rule(LeakKind rule, Html html) {
        html.raw("<span class=\"cl-rule\" data-rule=\"" + rule.id() + "\"")
                .attribute("title", rule.title())
                .raw(">" + rule.id() + "</span>");
    }

    /** The certainty as a badge. */
    static void certainty(Certainty certainty, Html html) {
        html.raw("<span class=\"cl-certainty cl-certainty-" + certainty.id() + "\">" + certainty.id() + "</span>");
    }

    /** Simple type and variable, such as {@code Connection con}, or the kind where there is neither. */
    static String resource(Resource resource) {
        String type = resource.type().substring(resource.type().lastIndexOf('.') + 1);
        String both = (type + " " + resource.variable()).strip();
        return both.isEmpty() ? resource.kind().id() : both;
    }
}
