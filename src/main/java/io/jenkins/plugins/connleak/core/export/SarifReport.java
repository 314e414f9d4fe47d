package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * A report in SARIF 2.1.0, in UTF-8; equal reports give equal bytes.
 *
 * <p>Definite leaks are errors, possible ones warnings. The path of a leak is a code flow; its fingerprints are the partial
 * fingerprints {@code connleakExact/v1} and {@code connleakContext/v1}. Silenced leaks are results with a suppression,
 * problems are notifications of the invocation. Files are addressed relative to {@code SRCROOT}.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String HOME = "https://github.com/jenkinsci/connleak-plugin";
    private static final String VERSION_PATTERN = "\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?";

    private final JsonGenerator json;
    private final SarifResults results;

    private SarifReport(JsonGenerator json) {
        this.json = json;
        this.results = new SarifResults(json);
    }

    /** Writes {@code report} and flushes {@code target}, which stays open. */
    public static void write(ScanReport report, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.generator(target)) {
            new SarifReport(json).log(report);
        }
        target.write('\n');
        target.flush();
    }

    /**
     * Writes the log of a report that {@link JsonReport} wrote, one leak at a time, and flushes {@code target}, which stays
     * open: the report is never held as a whole.
     *
     * @param report opens the report, which is read twice
     */
    public static void copy(JsonReportParts.Opener report, OutputStream target) throws IOException {
        ScanReport head;
        try (InputStream source = report.open()) {
            head = JsonReportParts.head(source);
        }
        try (JsonGenerator json = Json.generator(target)) {
            SarifReport sarif = new SarifReport(json);
            sarif.begin(head);
            try (InputStream source = report.open()) {
                JsonReportParts.read(source, sarif.results);
            }
            sarif.end(head);
        }
        target.write('\n');
        target.flush();
    }

    private void log(ScanReport report) throws IOException {
        begin(report);
        for (Finding finding : report.findings()) {
            results.write(finding);
        }
        for (SilencedFinding silenced : report.silenced()) {
            results.write(silenced);
        }
        end(report);
    }

    private void begin(ScanReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(report.info());
        identity(report.info().tag());
        json.writeStringField("columnKind", "utf16CodeUnits");
        roots();
        invocation(report);
        json.writeArrayFieldStart("results");
    }

    private void end(ScanReport report) throws IOException {
        json.writeEndArray();
        properties(report);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(ScanInfo info) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "connleak");
        json.writeStringField("version", Texts.bounded(info.toolVersion()));
        if (info.toolVersion().matches(VERSION_PATTERN)) {
            json.writeStringField("semanticVersion", info.toolVersion());
        }
        json.writeStringField("informationUri", HOME);
        SarifRules.write(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void identity(BuildTag tag) throws IOException {
        if (tag.equals(BuildTag.NONE)) {
            return;
        }
        json.writeObjectFieldStart("automationDetails");
        String job = tag.job().isEmpty() ? "connleak" : tag.job();
        json.writeStringField("id", Texts.bounded(job + "/" + tag.release() + "/" + tag.buildNumber()));
        json.writeEndObject();
    }

    private void roots() throws IOException {
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(SarifResults.ROOT);
        results.message("description", "The root of the sources that were scanned.");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void invocation(ScanReport report) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Problem problem : report.problems()) {
            notification(problem);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void notification(Problem problem) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("descriptor");
        json.writeStringField("id", problem.kind().id());
        json.writeNumberField("index", problem.kind().ordinal());
        json.writeEndObject();
        json.writeStringField("level", SarifRules.level(problem.kind()));
        results.message("message", problem.message());
        if (!problem.file().isEmpty()) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            results.physicalLocation(problem.file(), problem.line());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void properties(ScanReport report) throws IOException {
        ScanInfo info = report.info();
        json.writeObjectFieldStart("properties");
        json.writeStringField("engine", Texts.bounded(info.engine()));
        json.writeStringField("job", Texts.bounded(info.tag().job()));
        json.writeStringField("release", Texts.bounded(info.tag().release()));
        json.writeStringField("buildNumber", Texts.bounded(info.tag().buildNumber()));
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : info.options().entrySet()) {
            json.writeStringField(Texts.bounded(option.getKey()), Texts.bounded(option.getValue()));
        }
        json.writeEndObject();
        if (!report.evidence().equals(RuntimeEvidence.NONE)) {
            json.writeFieldName("runTimeEvidence");
            EvidenceJson.write(report.evidence(), json);
        }
        json.writeEndObject();
    }
}
