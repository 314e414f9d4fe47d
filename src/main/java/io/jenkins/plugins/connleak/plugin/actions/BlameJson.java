package io.jenkins.plugins.connleak.plugin.actions;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who wrote the lines of a report's leaks, as JSON: {@code {"version": 1, "blames": [{"leak": 0, "author": "Anna", "commit":
 * "c0ffee...", "authored": 1700000000}]}}; leaks go by their place in the report, times are seconds since 1970.
 */
final class BlameJson {
    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private BlameJson() {}

    static void write(Map<Integer, Blame> blames, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("blames");
            for (Map.Entry<Integer, Blame> blame : blames.entrySet()) {
                json.writeStartObject();
                json.writeNumberField("leak", blame.getKey());
                json.writeStringField("author", blame.getValue().author());
                json.writeStringField("commit", blame.getValue().commit());
                json.writeNumberField("authored", blame.getValue().authoredSeconds());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Reads what was written of a report with so many leaks. */
    static Map<Integer, Blame> read(InputStream in, int leaks) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            Map<Integer, Blame> blames = new TreeMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("blames")) {
                    expect(json.currentToken() == JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        readOne(json, leaks, blames);
                    }
                    expect(json.currentToken() == JsonToken.END_ARRAY);
                } else {
                    json.skipChildren();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT);
            return blames;
        }
    }

    private static void readOne(JsonParser json, int leaks, Map<Integer, Blame> blames) throws IOException {
        int leak = -1;
        String author = "";
        String commit = "";
        long authored = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "leak" -> leak = json.getValueAsInt(-1);
                case "author" -> author = json.getValueAsString("");
                case "commit" -> commit = json.getValueAsString("");
                case "authored" -> authored = json.getValueAsLong(-1);
                default -> json.skipChildren();
            }
        }
        Blame blame = new Blame(author, commit, authored);
        expect(json.currentToken() == JsonToken.END_OBJECT && leak >= 0 && leak < leaks && blame.isWellFormed());
        blames.put(leak, blame);
    }

    private static void expect(boolean asWritten) throws IOException {
        if (!asWritten) {
            throw new IOException("these are not the authors of the report's leaks");
        }
    }
}
