package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.List;

/** The markup of run-time evidence, the same on pages of Jenkins and in the command line's HTML. */
public final class EvidenceView {
    /** Most places of one list on a page. */
    static final int MAX_SHOWN = 200;

    /** Id of leaks at whose very line connections leaked at run time, in filters and addresses. */
    public static final String SEEN = "seen";

    /** Id of leaks in whose method, but at another line, connections leaked at run time. */
    public static final String NEAR = "near";

    private final PageTexts texts;

    public EvidenceView(PageTexts texts) {
        this.texts = texts;
    }

    /** {@link #SEEN} or {@link #NEAR}; empty for a leak of which the logs say nothing. */
    public static String stateOf(Finding finding) {
        return finding.explanation()
                .runtimeEvidence()
                .map(confirmation -> confirmation.sameLine() ? SEEN : NEAR)
                .orElse("");
    }

    /** What logs say beside what they say of the leaks; empty if that is nothing. */
    public String html(RuntimeEvidence evidence) {
        StringBuilder target = new StringBuilder(1024);
        write(evidence, new Html(target));
        return target.toString();
    }

    void write(RuntimeEvidence evidence, Html html) {
        list("unmatched", evidence.unmatched(), html);
        list("exhaustions", evidence.exhaustions(), html);
    }

    private void list(String name, List<EvidenceSite> sites, Html html) {
        if (sites.isEmpty()) {
            return;
        }
        html.raw("<div class=\"cl-evidence cl-evidence-" + name + "\"><h3>")
                .text(texts.get("evidence." + name))
                .raw("</h3>\n<p class=\"cl-note\">")
                .text(texts.get("evidence." + name + ".note"))
                .raw("</p>\n");
        int shown = Math.min(MAX_SHOWN, sites.size());
        if (shown < sites.size()) {
            html.element("p", "cl-limit", texts.get("evidence.firstOf", shown, sites.size()));
        }
        html.raw("<ul class=\"cl-stacks\">\n");
        sites.subList(0, shown).forEach(site -> stack(site, "evidence.count." + name, html));
        html.raw("</ul></div>\n");
    }

    /** The section of one leak. */
    void write(Confirmation confirmation, Html html) {
        Sightings all = confirmation.sightings();
        html.raw("<section class=\"cl-evidence\"><h4>")
                .text(texts.get("evidence.title"))
                .raw("</h4>\n<p>")
                .text(texts.get(confirmation.sameLine() ? "evidence.leaked" : "evidence.leakedNear", all.count()))
                .raw(" ");
        seen(all, html);
        html.raw("</p>\n");
        if (!confirmation.sameLine()) {
            html.element("p", "cl-note", texts.get("evidence.otherLine")).raw("\n");
        }
        html.raw("<ul class=\"cl-stacks\">\n");
        confirmation.sites().forEach(site -> stack(site, "evidence.count.unmatched", html));
        html.raw("</ul></section>\n");
    }

    private void stack(EvidenceSite site, String count, Html html) {
        html.raw("<li><span class=\"cl-stack-head\"><b>")
                .text(texts.get(count, site.sightings().count()))
                .raw("</b> ");
        seen(site.sightings(), html);
        html.raw("</span>");
        if (site.frames().isEmpty()) {
            html.element("span", "cl-note", texts.get("evidence.noStack"));
        } else {
            html.raw("<ol class=\"cl-frames\">");
            for (StackFrame frame : site.frames()) {
                html.raw("<li>").text(frame.text()).raw("</li>");
            }
            html.raw("</ol>");
        }
        html.raw("</li>\n");
    }

    private void seen(Sightings seen, Html html) {
        html.element("span", "cl-tool", String.join(", ", seen.tools()));
        if (!seen.pools().isEmpty()) {
            html.raw(" ").element("span", "cl-pool", texts.get("evidence.pool", String.join(", ", seen.pools())));
        }
        if (!seen.first().isEmpty()) {
            boolean isOnce = seen.first().equals(seen.last());
            html.raw(" ")
                    .element(
                            "span",
                            "cl-when",
                            isOnce ? seen.first() : texts.get("evidence.fromTo", seen.first(), seen.last()));
        }
    }

    /** The mark of a leak in a table; nothing for a leak of which the logs say nothing. */
    void mark(Finding finding, Html html) {
        String state = stateOf(finding);
        if (!state.isEmpty()) {
            html.raw(" <span class=\"cl-seen\"")
                    .attribute("title", texts.named("evidence", state))
                    .raw(">")
                    .text(texts.named("page.evidence", state))
                    .raw("</span>");
        }
    }
}
