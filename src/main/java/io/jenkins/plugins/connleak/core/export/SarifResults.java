package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.IOException;
import java.util.List;

/** The results of a SARIF log and what they are made of. */
final class SarifResults implements JsonReportParts.Sink {
    /** The base that relative file addresses refer to. */
    static final String ROOT = "SRCROOT";

    private final JsonGenerator json;

    SarifResults(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void finding(Finding finding, JsonReportParts.Span span) throws IOException {
        write(finding);
    }

    @Override
    public void silenced(SilencedFinding silenced, JsonReportParts.Span span) throws IOException {
        write(silenced);
    }

    @Override
    public void problem(Problem problem) {
        // problems are notifications, which stand before the results
    }

    void write(Finding finding) throws IOException {
        json.writeStartObject();
        result(finding);
        json.writeEndObject();
    }

    void write(SilencedFinding silenced) throws IOException {
        json.writeStartObject();
        result(silenced.finding());
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", silenced.by() == SilencedFinding.By.IGNORE_LIST ? "external" : "inSource");
        json.writeStringField("status", "accepted");
        if (!silenced.reason().isEmpty()) {
            json.writeStringField("justification", Texts.bounded(silenced.reason()));
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void result(Finding finding) throws IOException {
        json.writeStringField("ruleId", finding.rule().id());
        json.writeNumberField("ruleIndex", finding.rule().ordinal());
        json.writeStringField("level", finding.certainty() == Certainty.DEFINITE ? "error" : "warning");
        message("message", finding.explanation().message());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physicalLocation(finding.place().file(), finding.place().line());
        logicalLocation(finding.place());
        json.writeEndObject();
        json.writeEndArray();
        codeFlow(finding.explanation().path());
        fingerprints(finding.fingerprint());
        if (finding.explanation().offeredFix().isPresent()) {
            fix(finding.explanation().offeredFix().get());
        }
        if (finding.explanation().runtimeEvidence().isPresent()) {
            stacks(finding.explanation().runtimeEvidence().get());
        }
        properties(finding);
    }

    /** The stacks with which running programs leaked it. */
    private void stacks(Confirmation confirmation) throws IOException {
        json.writeArrayFieldStart("stacks");
        for (EvidenceSite site : confirmation.sites()) {
            json.writeStartObject();
            message(
                    "message",
                    Texts.counted(site.sightings().count(), "connection") + " leaked at run time ("
                            + EvidenceText.seen(site.sightings()) + ")");
            json.writeArrayFieldStart("frames");
            for (StackFrame frame : site.frames()) {
                json.writeStartObject();
                json.writeObjectFieldStart("location");
                message("message", frame.text());
                json.writeArrayFieldStart("logicalLocations");
                json.writeStartObject();
                json.writeStringField("fullyQualifiedName", Texts.bounded(frame.className() + "." + frame.method()));
                json.writeStringField("kind", "function");
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void fix(Fix fix) throws IOException {
        json.writeArrayFieldStart("fixes");
        json.writeStartObject();
        message("description", "Acquire it in a try-with-resources statement.");
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        artifactLocation(fix.file());
        json.writeArrayFieldStart("replacements");
        SarifFix.writeReplacements(fix, json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void logicalLocation(Place place) throws IOException {
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", Texts.bounded(place.method()));
        StringBuilder qualified = new StringBuilder();
        for (String part : List.of(place.packageName(), place.className())) {
            qualified.append(part).append(part.isEmpty() ? "" : ".");
        }
        json.writeStringField("fullyQualifiedName", Texts.bounded(qualified + place.method()));
        json.writeStringField("kind", "function");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void codeFlow(List<PathStep> path) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("codeFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("locations");
        for (int index = 0; index < path.size(); index++) {
            PathStep step = path.get(index);
            json.writeStartObject();
            json.writeObjectFieldStart("location");
            physicalLocation(step.file(), step.line());
            message("message", step.text());
            json.writeEndObject();
            json.writeArrayFieldStart("kinds");
            json.writeString(step.kind().id());
            json.writeEndArray();
            json.writeNumberField("executionOrder", index + 1);
            json.writeStringField("importance", "essential");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void fingerprints(Fingerprint fingerprint) throws IOException {
        if (fingerprint.equals(Fingerprint.NONE)) {
            return;
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("connleakExact/v1", Texts.bounded(fingerprint.exact()));
        json.writeStringField("connleakContext/v1", Texts.bounded(fingerprint.context()));
        json.writeEndObject();
    }

    private void properties(Finding finding) throws IOException {
        Resource resource = finding.resource();
        json.writeObjectFieldStart("properties");
        json.writeStringField("resourceType", Texts.bounded(resource.type()));
        json.writeStringField("variable", Texts.bounded(resource.variable()));
        json.writeStringField("resourceKind", resource.kind().id());
        json.writeStringField("certainty", finding.certainty().id());
        json.writeStringField("hint", Texts.bounded(finding.explanation().hint()));
        if (finding.explanation().runtimeEvidence().isPresent()) {
            json.writeFieldName("runTimeEvidence");
            EvidenceJson.write(finding.explanation().runtimeEvidence().get(), json);
        }
        json.writeEndObject();
    }

    /** A field of a location object: that line of that file; line 0 stands for the whole file. */
    void physicalLocation(String file, int line) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        artifactLocation(file);
        if (line > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", line);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void artifactLocation(String file) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileUri.of(file));
        if (FileUri.isRelative(file)) {
            json.writeStringField("uriBaseId", ROOT);
        }
        json.writeEndObject();
    }

    /** A field that holds a message object; braces of the text are doubled, as they would be placeholders. */
    void message(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", Texts.bounded(text).replace("{", "{{").replace("}", "}}"));
        json.writeEndObject();
    }
}
