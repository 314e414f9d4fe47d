package io.jenkins.plugins.connleak.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The logs of programs that really leak, and what is in each of them. */
final class ExpectedLogs {
    private static final JsonNode ALL = read();

    private ExpectedLogs() {}

    private static JsonNode read() {
        try (InputStream in = open("expected.json")) {
            return new ObjectMapper().readTree(in).get("logs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        ALL.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What is said of a log. */
    static JsonNode of(String name) {
        return ALL.get(name);
    }

    static InputStream open(String name) {
        return Objects.requireNonNull(ExpectedLogs.class.getResourceAsStream("/runtime/" + name), name);
    }
}
