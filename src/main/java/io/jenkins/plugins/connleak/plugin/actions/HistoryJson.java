package io.jenkins.plugins.connleak.plugin.actions;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is known of a report's leaks from other builds, as JSON: {@code {"version": 1, "new": [0, 7], "jobs": ["", "shop"],
 * "firstJobs": [0, 0, 1], "firstBuilds": [3, 4, 12]}}; leaks go by their place in the report, jobs by theirs in
 * {@code jobs}. The leaks that were fixed are not in it.
 */
final class HistoryJson {
    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private HistoryJson() {}

    static void write(LeakHistory history, OutputStream out) throws IOException {
        Map<String, Integer> jobs = new LinkedHashMap<>();
        int[] firstJobs = history.firstSeen().stream()
                .mapToInt(first -> jobs.computeIfAbsent(first.job(), name -> jobs.size()))
                .toArray();
        int[] firstBuilds =
                history.firstSeen().stream().mapToInt(FirstSeen::build).toArray();
        int[] added = history.added().stream().mapToInt(Integer::intValue).toArray();
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            writeArray(json, "new", added);
            json.writeArrayFieldStart("jobs");
            for (String job : jobs.keySet()) {
                json.writeString(job);
            }
            json.writeEndArray();
            writeArray(json, "firstJobs", firstJobs);
            writeArray(json, "firstBuilds", firstBuilds);
            json.writeEndObject();
        }
    }

    private static void writeArray(JsonGenerator json, String name, int[] numbers) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** Reads what was written of a report with so many leaks, and puts the {@code fixed} ones to it. */
    static LeakHistory read(InputStream in, int leaks, List<Finding> fixed) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            List<Integer> added = List.of();
            List<String> jobs = List.of();
            List<Integer> firstJobs = List.of();
            List<Integer> firstBuilds = List.of();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "new" -> added = numbers(json, leaks);
                    case "jobs" -> jobs = texts(json, leaks);
                    case "firstJobs" -> firstJobs = numbers(json, leaks);
                    case "firstBuilds" -> firstBuilds = numbers(json, leaks);
                    default -> json.skipChildren();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT);
            expect(firstJobs.size() == leaks && firstBuilds.size() == leaks);
            return new LeakHistory(new TreeSet<>(added), firstSeen(jobs, firstJobs, firstBuilds), fixed);
        }
    }

    private static List<FirstSeen> firstSeen(List<String> jobs, List<Integer> firstJobs, List<Integer> firstBuilds)
            throws IOException {
        Map<FirstSeen, FirstSeen> known = new LinkedHashMap<>();
        List<FirstSeen> all = new ArrayList<>(firstJobs.size());
        for (int i = 0; i < firstJobs.size(); i++) {
            expect(firstJobs.get(i) < jobs.size());
            FirstSeen first = new FirstSeen(jobs.get(firstJobs.get(i)), firstBuilds.get(i));
            all.add(known.computeIfAbsent(first, one -> one));
        }
        return all;
    }

    private static List<Integer> numbers(JsonParser json, int limit) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY);
        List<Integer> numbers = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT && numbers.size() < limit) {
            int number = json.getIntValue();
            expect(number >= 0);
            numbers.add(number);
        }
        expect(json.currentToken() == JsonToken.END_ARRAY);
        return numbers;
    }

    private static List<String> texts(JsonParser json, int limit) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY);
        List<String> texts = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING && texts.size() < limit) {
            texts.add(json.getText());
        }
        expect(json.currentToken() == JsonToken.END_ARRAY);
        return texts;
    }

    private static void expect(boolean asWritten) throws IOException {
        if (!asWritten) {
            throw new IOException("this is not the history of the report's leaks");
        }
    }
}
