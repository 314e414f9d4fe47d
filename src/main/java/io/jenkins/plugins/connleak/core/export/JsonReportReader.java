package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@link JsonReport}'s form: top-level lists element by element, everything else in one piece.
 *
 * <p>Fields may come in any order, as other tools sort them. What format 1 does not have is refused, so that a report is
 * never half understood.
 */
final class JsonReportReader {
    /** What the field {@code tool} says. */
    static final String TOOL = "connleak";

    /** Most elements that a top-level list may have. */
    static final int MAX_ELEMENTS = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Finding> findings = new ArrayList<>();
    private final List<SilencedFinding> silenced = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, JsonNode> rest = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final boolean headOnly;

    JsonReportReader() {
        this(false);
    }

    /** @param headOnly whether leaks and silenced leaks are passed over */
    JsonReportReader(boolean headOnly) {
        this.headOnly = headOnly;
    }

    ScanReport read(InputStream source) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(decoded(source))) {
            return read(parser);
        } catch (JsonEOFException cutOff) {
            throw new ReportFormatException("the report is cut off at " + position(cutOff), cutOff);
        } catch (StreamConstraintsException tooMuch) {
            throw new ReportFormatException(
                    "the report is beyond this reader's limits: " + tooMuch.getOriginalMessage(), tooMuch);
        } catch (JsonProcessingException noJson) {
            throw new ReportFormatException(
                    "not JSON at " + position(noJson) + ": " + Texts.printable(noJson.getOriginalMessage()), noJson);
        } catch (CharacterCodingException notUtf8) {
            throw new ReportFormatException("not a report of connleak, or cut off: it is not UTF-8", notUtf8);
        }
    }

    private static Reader decoded(InputStream source) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String position(JsonProcessingException exception) {
        JsonLocation location = exception.getLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private ScanReport read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new ReportFormatException("the report is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new ReportFormatException("not a report of connleak: it does not begin with an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field(name, parser);
            seen.add(name);
        }
        if (parser.nextToken() != null) {
            throw new ReportFormatException("the report goes on after its end, at line "
                    + parser.currentTokenLocation().getLineNr());
        }
        return report();
    }

    private void field(String name, JsonParser parser) throws IOException {
        if (headOnly && (name.equals("findings") || name.equals("silenced"))) {
            parser.skipChildren();
            return;
        }
        switch (name) {
            case "format" -> checkFormat(parser);
            case "findings" -> elements(name, parser, view -> findings.add(finding(view)));
            case "silenced" -> elements(name, parser, view -> silenced.add(silenced(view)));
            case "problems" -> elements(name, parser, view -> problems.add(problem(view)));
            case "tool", "version", "engine", "tag", "options", "figures", "evidence" ->
                rest.put(name, Json.MAPPER.readTree(parser));
            default ->
                throw new ReportFormatException("not a report of connleak in format " + JsonReport.FORMAT
                        + ": it has a field '" + Texts.printable(JsonView.shortened(name)) + "'");
        }
    }

    private static void checkFormat(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new ReportFormatException("not a report of connleak: its field 'format' is not a whole number");
        }
        String format = parser.getText();
        if (!format.equals(String.valueOf(JsonReport.FORMAT))) {
            throw new ReportFormatException("the report has format " + format + ", this version reads format "
                    + JsonReport.FORMAT + " only: use the connleak that wrote it, or a newer one");
        }
    }

    private interface ElementReader {
        void read(JsonView element) throws IOException;
    }

    private static void elements(String name, JsonParser parser, ElementReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ReportFormatException(name + " must be a list");
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == MAX_ELEMENTS) {
                throw new ReportFormatException(name + " has more than " + MAX_ELEMENTS + " elements");
            }
            JsonView element = new JsonView(Json.MAPPER.readTree(parser), name + "[" + index + "]");
            reader.read(element);
            element.end();
        }
    }

    private ScanReport report() throws ReportFormatException {
        for (String required : List.of("format", "findings", "silenced", "problems")) {
            if (!seen.contains(required)) {
                throw new ReportFormatException("not a report of connleak: it lacks the field '" + required + "'");
            }
        }
        JsonView view = new JsonView(Json.MAPPER.createObjectNode().setAll(rest), "the report");
        if (!view.text("tool").equals(TOOL)) {
            throw new ReportFormatException("not a report of connleak: its field 'tool' is '"
                    + Texts.printable(JsonView.shortened(view.text("tool"))) + "'");
        }
        ScanInfo info = new ScanInfo(
                view.text("version"),
                view.text("engine"),
                tag(view.object("tag")),
                view.object("options").allTexts());
        RuntimeEvidence evidence =
                view.has("evidence") ? EvidenceJson.evidence(view.object("evidence")) : RuntimeEvidence.NONE;
        return new ScanReport(info, figures(view.object("figures")), findings, silenced, problems, evidence);
    }

    private static BuildTag tag(JsonView view) throws ReportFormatException {
        BuildTag tag = new BuildTag(view.text("job"), view.text("release"), view.text("buildNumber"));
        view.end();
        return tag;
    }

    private static ScanFigures figures(JsonView view) throws ReportFormatException {
        ScanFigures figures = new ScanFigures(
                view.count("files"),
                view.count("parsedFiles"),
                view.number("lines", Long.MAX_VALUE),
                view.count("methods"));
        view.end();
        return figures;
    }

    static Finding finding(JsonView view) throws ReportFormatException {
        Finding finding = new Finding(
                view.constant("rule", LeakKind.class, LeakKind::id),
                view.constant("certainty", Certainty.class, Certainty::id),
                resource(view.object("resource")),
                place(view.object("place")),
                new Explanation(view.text("message"), path(view.objects("path")), view.text("hint")),
                fingerprint(view.object("fingerprint")));
        Finding mended = view.has("fix")
                ? finding.withFix(fix(view.object("fix"), finding.place().file()))
                : finding;
        return view.has("evidence") ? mended.withEvidence(EvidenceJson.confirmation(view.object("evidence"))) : mended;
    }

    private static Fix fix(JsonView view, String file) throws ReportFormatException {
        List<Fix.Hunk> hunks = new ArrayList<>();
        for (JsonView hunk : view.objects("hunks")) {
            hunks.add(new Fix.Hunk(hunk.count("line"), hunk.texts("lines")));
            hunk.end();
        }
        Fix fix = new Fix(file, view.text("lineEnd"), hunks);
        if (!fix.isWellFormed()) {
            throw new ReportFormatException("the fix of a leak in '" + Texts.printable(JsonView.shortened(file))
                    + "' is no change of a file's lines");
        }
        view.end();
        return fix;
    }

    private static Resource resource(JsonView view) throws ReportFormatException {
        Resource resource = new Resource(
                view.constant("kind", ResourceKind.class, ResourceKind::id), view.text("type"), view.text("variable"));
        view.end();
        return resource;
    }

    private static Place place(JsonView view) throws ReportFormatException {
        Place place = new Place(
                view.text("file"), view.count("line"), view.text("package"), view.text("class"), view.text("method"));
        view.end();
        return place;
    }

    private static List<PathStep> path(List<JsonView> views) throws ReportFormatException {
        List<PathStep> path = new ArrayList<>(views.size());
        for (JsonView view : views) {
            path.add(new PathStep(
                    view.text("file"),
                    view.count("line"),
                    view.constant("kind", PathStep.Kind.class, PathStep.Kind::id),
                    view.text("text")));
            view.end();
        }
        return path;
    }

    private static Fingerprint fingerprint(JsonView view) throws ReportFormatException {
        Fingerprint fingerprint = new Fingerprint(view.text("exact"), view.text("context"));
        view.end();
        return fingerprint;
    }

    static SilencedFinding silenced(JsonView view) throws ReportFormatException {
        JsonView inner = view.object("finding");
        SilencedFinding silenced = new SilencedFinding(
                finding(inner),
                view.constant("by", SilencedFinding.By.class, SilencedFinding.By::id),
                view.text("reason"));
        inner.end();
        return silenced;
    }

    static Problem problem(JsonView view) throws ReportFormatException {
        return new Problem(
                view.constant("kind", Problem.Kind.class, Problem.Kind::id),
                view.text("file"),
                view.count("line"),
                view.text("message"));
    }
}
