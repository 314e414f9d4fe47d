package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What the old service answers: {@code success}, {@code conn_leak} and {@code error}. The leaks are texts as in its logs,
 * {@code <simple file name>API : <method line>}; {@code error} is empty where there is none.
 */
public final class LegacyAnswer {
    private LegacyAnswer() {}

    /** Writes a result; {@code target} stays open. */
    public static void writeLeaks(List<Finding> leaks, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.generator(target)) {
            json.writeStartObject();
            json.writeBooleanField("success", true);
            json.writeArrayFieldStart("conn_leak");
            for (Finding leak : leaks) {
                json.writeString(LegacyReport.textOf(leak));
            }
            json.writeEndArray();
            json.writeStringField("error", "");
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Writes that there is no result, and why; {@code target} stays open. */
    public static void writeError(String error, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.generator(target)) {
            json.writeStartObject();
            json.writeBooleanField("success", false);
            json.writeArrayFieldStart("conn_leak");
            json.writeEndArray();
            json.writeStringField("error", Texts.bounded(error));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
