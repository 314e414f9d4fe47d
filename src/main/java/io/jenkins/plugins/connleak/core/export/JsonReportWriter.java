package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes {@link JsonReport}'s form, token by token. */
final class JsonReportWriter {
    private final JsonGenerator json;

    private JsonReportWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(ScanReport report, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.generator(target)) {
            new JsonReportWriter(json).report(report);
        }
        target.write('\n');
        target.flush();
    }

    private void report(ScanReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", JsonReport.FORMAT);
        json.writeStringField("tool", JsonReportReader.TOOL);
        info(report.info());
        figures(report.figures());
        if (!report.evidence().equals(RuntimeEvidence.NONE)) {
            json.writeFieldName("evidence");
            EvidenceJson.write(report.evidence(), json);
        }
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("silenced");
        for (SilencedFinding silenced : report.silenced()) {
            json.writeStartObject();
            json.writeStringField("by", silenced.by().id());
            text("reason", silenced.reason());
            json.writeFieldName("finding");
            finding(silenced.finding());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (Problem problem : report.problems()) {
            problem(problem);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void info(ScanInfo info) throws IOException {
        text("version", info.toolVersion());
        text("engine", info.engine());
        BuildTag tag = info.tag();
        json.writeObjectFieldStart("tag");
        text("job", tag.job());
        text("release", tag.release());
        text("buildNumber", tag.buildNumber());
        json.writeEndObject();
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : info.options().entrySet()) {
            text(option.getKey(), option.getValue());
        }
        json.writeEndObject();
    }

    private void figures(ScanFigures figures) throws IOException {
        json.writeObjectFieldStart("figures");
        json.writeNumberField("files", figures.files());
        json.writeNumberField("parsedFiles", figures.parsedFiles());
        json.writeNumberField("lines", figures.lines());
        json.writeNumberField("methods", figures.methods());
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("certainty", finding.certainty().id());
        Resource resource = finding.resource();
        json.writeObjectFieldStart("resource");
        json.writeStringField("kind", resource.kind().id());
        text("type", resource.type());
        text("variable", resource.variable());
        json.writeEndObject();
        Place place = finding.place();
        json.writeObjectFieldStart("place");
        text("file", place.file());
        json.writeNumberField("line", place.line());
        text("package", place.packageName());
        text("class", place.className());
        text("method", place.method());
        json.writeEndObject();
        text("message", finding.explanation().message());
        json.writeArrayFieldStart("path");
        for (PathStep step : finding.explanation().path()) {
            step(step);
        }
        json.writeEndArray();
        text("hint", finding.explanation().hint());
        if (finding.explanation().offeredFix().isPresent()) {
            fix(finding.explanation().offeredFix().get());
        }
        if (finding.explanation().runtimeEvidence().isPresent()) {
            json.writeFieldName("evidence");
            EvidenceJson.write(finding.explanation().runtimeEvidence().get(), json);
        }
        json.writeObjectFieldStart("fingerprint");
        text("exact", finding.fingerprint().exact());
        text("context", finding.fingerprint().context());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The file is that of the finding. */
    private void fix(Fix fix) throws IOException {
        json.writeObjectFieldStart("fix");
        json.writeStringField("lineEnd", fix.lineEnd());
        json.writeArrayFieldStart("hunks");
        for (Fix.Hunk hunk : fix.hunks()) {
            json.writeStartObject();
            json.writeNumberField("line", hunk.firstLine());
            json.writeArrayFieldStart("lines");
            for (String line : hunk.lines()) {
                json.writeString(Texts.bounded(line));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(PathStep step) throws IOException {
        json.writeStartObject();
        text("file", step.file());
        json.writeNumberField("line", step.line());
        json.writeStringField("kind", step.kind().id());
        text("text", step.text());
        json.writeEndObject();
    }

    private void problem(Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", problem.kind().id());
        text("file", problem.file());
        json.writeNumberField("line", problem.line());
        text("message", problem.message());
        json.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(Texts.bounded(name), Texts.bounded(value));
    }
}
