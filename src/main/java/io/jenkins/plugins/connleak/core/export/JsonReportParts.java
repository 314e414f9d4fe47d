package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads {@link JsonReport}'s form in parts: once from end to end, telling where each leak stands in the file, and later one
 * leak alone from its bytes. So a page of one leak costs the same however large the report is.
 */
public final class JsonReportParts {
    /** Takes what a report holds, one by one, in the order of the file. */
    public interface Sink {
        /** A leak, and the bytes of the file that hold it. */
        void finding(Finding finding, Span span) throws IOException;

        /** A silenced leak, and the bytes of the file that hold it. */
        void silenced(SilencedFinding silenced, Span span) throws IOException;

        /** A problem. */
        void problem(Problem problem) throws IOException;
    }

    /**
     * Bytes of a file.
     *
     * @param offset place of the first, from 0
     * @param length how many
     */
    public record Span(long offset, int length) {}

    /** Opens a report, from its beginning each time. */
    @FunctionalInterface
    public interface Opener {
        /** The report's bytes, to be closed by who reads them. */
        InputStream open() throws IOException;
    }

    private JsonReportParts() {}

    /** The report without its leaks and its silenced leaks; {@code source} stays open. */
    public static ScanReport head(InputStream source) throws IOException {
        return new JsonReportReader(true).read(source);
    }

    /**
     * The run-time evidence of a report as {@link JsonReport#write} wrote it, which stands before the leaks: those are not
     * read. {@code source} stays open.
     */
    public static RuntimeEvidence evidence(InputStream source) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(source)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("evidence")) {
                    JsonNode node = Json.MAPPER.readTree(parser);
                    return EvidenceJson.evidence(new JsonView(node, name));
                }
                if (name.equals("findings")) {
                    break;
                }
                parser.skipChildren();
            }
            return RuntimeEvidence.NONE;
        } catch (JsonProcessingException damaged) {
            throw new ReportFormatException(
                    "the report is damaged: " + Texts.printable(damaged.getOriginalMessage()), damaged);
        }
    }

    /**
     * Reads a report as {@link JsonReport#write} wrote it; {@code source} stays open.
     *
     * @throws ReportFormatException if it is not a report of format 1, cut off or damaged
     */
    public static void read(InputStream source, Sink sink) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(source)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ReportFormatException("not a report of connleak: it does not begin with an object");
            }
            boolean known = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                known |= name.equals("format") && isKnown(parser);
                field(name, parser, sink);
            }
            if (!known || parser.currentToken() != JsonToken.END_OBJECT) {
                throw new ReportFormatException("not a whole report of connleak in format " + JsonReport.FORMAT);
            }
        } catch (JsonProcessingException damaged) {
            throw new ReportFormatException(
                    "the report is damaged: " + Texts.printable(damaged.getOriginalMessage()), damaged);
        }
    }

    /** Reads a leak from the bytes at its span. */
    public static Finding finding(byte[] bytes) throws IOException {
        return JsonReportReader.finding(view(bytes));
    }

    /** Reads a silenced leak from the bytes at its span. */
    public static SilencedFinding silenced(byte[] bytes) throws IOException {
        return JsonReportReader.silenced(view(bytes));
    }

    private static JsonView view(byte[] bytes) throws IOException {
        try {
            return new JsonView(Json.MAPPER.readTree(bytes), "the leak");
        } catch (JsonProcessingException damaged) {
            throw new ReportFormatException(
                    "the report is damaged: " + Texts.printable(damaged.getOriginalMessage()), damaged);
        }
    }

    private static boolean isKnown(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getIntValue() == JsonReport.FORMAT;
    }

    private static void field(String name, JsonParser parser, Sink sink) throws IOException {
        switch (name) {
            case "findings" ->
                elements(name, parser, (view, span) -> sink.finding(JsonReportReader.finding(view), span));
            case "silenced" ->
                elements(name, parser, (view, span) -> sink.silenced(JsonReportReader.silenced(view), span));
            case "problems" -> elements(name, parser, (view, span) -> sink.problem(JsonReportReader.problem(view)));
            default -> parser.skipChildren();
        }
    }

    private interface ElementReader {
        void read(JsonView element, Span span) throws IOException;
    }

    private static void elements(String name, JsonParser parser, ElementReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ReportFormatException(name + " must be a list");
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == JsonReportReader.MAX_ELEMENTS) {
                throw new ReportFormatException(name + " has more than " + index + " elements");
            }
            long from = parser.currentTokenLocation().getByteOffset();
            JsonNode element = Json.MAPPER.readTree(parser);
            long to = parser.currentLocation().getByteOffset();
            reader.read(new JsonView(element, name + "[" + index + "]"), new Span(from, Math.toIntExact(to - from)));
        }
    }
}
