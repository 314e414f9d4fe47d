package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Run-time evidence as JSON, the same in connleak's own form and among the properties of SARIF. */
final class EvidenceJson {
    private EvidenceJson() {}

    /** Writes the value of a field: what logs say of one leak. */
    static void write(Confirmation confirmation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("sameLine", confirmation.sameLine());
        sites("sites", confirmation.sites(), json);
        json.writeEndObject();
    }

    /** Writes the value of a field: what logs say beside that. */
    static void write(RuntimeEvidence evidence, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("totals");
        for (Map.Entry<String, Integer> total : evidence.totals().byName().entrySet()) {
            json.writeNumberField(total.getKey(), total.getValue());
        }
        json.writeEndObject();
        sites("unmatched", evidence.unmatched(), json);
        sites("exhaustions", evidence.exhaustions(), json);
        json.writeEndObject();
    }

    private static void sites(String name, List<EvidenceSite> sites, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (EvidenceSite site : sites) {
            Sightings seen = site.sightings();
            json.writeStartObject();
            json.writeNumberField("count", seen.count());
            texts("tools", seen.tools(), json);
            texts("pools", seen.pools(), json);
            json.writeStringField("first", Texts.bounded(seen.first()));
            json.writeStringField("last", Texts.bounded(seen.last()));
            json.writeArrayFieldStart("frames");
            for (StackFrame frame : site.frames()) {
                json.writeStartObject();
                json.writeStringField("class", Texts.bounded(frame.className()));
                json.writeStringField("method", Texts.bounded(frame.method()));
                json.writeStringField("file", Texts.bounded(frame.file()));
                json.writeNumberField("line", frame.line());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(Texts.bounded(text));
        }
        json.writeEndArray();
    }

    static Confirmation confirmation(JsonView view) throws ReportFormatException {
        Confirmation confirmation = new Confirmation(view.flag("sameLine"), sites(view.objects("sites")));
        view.end();
        return confirmation;
    }

    static RuntimeEvidence evidence(JsonView view) throws ReportFormatException {
        JsonView totals = view.object("totals");
        EvidenceTotals counted = new EvidenceTotals(
                totals.count("files"),
                totals.count("leaks"),
                totals.count("returned"),
                totals.count("exhaustions"),
                totals.count("confirmed"),
                totals.count("unmatched"));
        totals.end();
        RuntimeEvidence evidence =
                new RuntimeEvidence(counted, sites(view.objects("unmatched")), sites(view.objects("exhaustions")));
        view.end();
        return evidence;
    }

    private static List<EvidenceSite> sites(List<JsonView> views) throws ReportFormatException {
        List<EvidenceSite> sites = new ArrayList<>(views.size());
        for (JsonView view : views) {
            List<StackFrame> frames = new ArrayList<>();
            for (JsonView frame : view.objects("frames")) {
                frames.add(new StackFrame(
                        frame.text("class"), frame.text("method"), frame.text("file"), frame.count("line")));
                frame.end();
            }
            sites.add(new EvidenceSite(
                    frames,
                    new Sightings(
                            view.count("count"),
                            view.texts("tools"),
                            view.texts("pools"),
                            view.text("first"),
                            view.text("last"))));
            view.end();
        }
        return sites;
    }
}
