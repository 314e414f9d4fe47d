package io.jenkins.plugins.connleak.plugin.actions;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.connleak.core.export.JsonReportParts;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.plugin.rows.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Source lines as JSON: {@code {"version": 1, "excerpts": [{"file": "a/B.java", "firstLine": 7, "lines": ["..."]}]}}.
 * Read as a stream, because a page wants the lines of one file or two out of thousands.
 */
final class SourcesJson {
    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private SourcesJson() {}

    static void write(List<SourceExcerpt> excerpts, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("excerpts");
            for (SourceExcerpt excerpt : excerpts) {
                json.writeStartObject();
                json.writeStringField("file", excerpt.file());
                json.writeNumberField("firstLine", excerpt.firstLine());
                json.writeArrayFieldStart("lines");
                for (String line : excerpt.lines()) {
                    json.writeString(line);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** The excerpts of {@code files}, in the order in which they were written. */
    static List<SourceExcerpt> read(InputStream in, Set<String> files) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            List<SourceExcerpt> excerpts = new ArrayList<>();
            boolean complete = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("excerpts")) {
                    readAll(json, files, excerpts);
                    complete = true;
                } else {
                    json.skipChildren();
                }
            }
            expect(complete && json.currentToken() == JsonToken.END_OBJECT);
            return excerpts;
        }
    }

    /** Where the excerpts stand in the file, in the order in which they were written. */
    static List<SourceSpan> spans(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            List<SourceSpan> spans = new ArrayList<>();
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("excerpts")) {
                    expect(json.currentToken() == JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        long from = json.currentTokenLocation().getByteOffset();
                        SourceExcerpt excerpt = readOne(json);
                        long to = json.currentLocation().getByteOffset();
                        spans.add(new SourceSpan(
                                excerpt.file(),
                                excerpt.firstLine(),
                                excerpt.lastLine(),
                                new JsonReportParts.Span(from, Math.toIntExact(to - from))));
                    }
                } else {
                    json.skipChildren();
                }
            }
            return spans;
        }
    }

    /** The excerpt that stands at a span. */
    static SourceExcerpt read(byte[] part) throws IOException {
        try (JsonParser json = FACTORY.createParser(part)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            return readOne(json);
        }
    }

    private static void readAll(JsonParser json, Set<String> files, List<SourceExcerpt> excerpts) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            SourceExcerpt excerpt = readOne(json);
            if (files.contains(excerpt.file())) {
                excerpts.add(excerpt);
            }
        }
        expect(json.currentToken() == JsonToken.END_ARRAY);
    }

    private static SourceExcerpt readOne(JsonParser json) throws IOException {
        String file = "";
        int firstLine = 1;
        List<String> lines = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "file" -> file = json.getText();
                case "firstLine" -> firstLine = json.getIntValue();
                case "lines" -> readLines(json, lines);
                default -> json.skipChildren();
            }
        }
        expect(json.currentToken() == JsonToken.END_OBJECT);
        return new SourceExcerpt(file, firstLine, lines);
    }

    private static void readLines(JsonParser json, List<String> lines) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            lines.add(json.getText());
        }
        expect(json.currentToken() == JsonToken.END_ARRAY);
    }

    private static void expect(boolean asWritten) throws IOException {
        if (!asWritten) {
            throw new IOException("these are not the source lines of a report");
        }
    }
}
