package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.Fix;
import java.io.IOException;

/** Writes a fix as SARIF has it: the lines that go, as a region, and the text that comes instead. */
final class SarifFix {
    private final JsonGenerator json;
    private final Fix fix;

    private SarifFix(JsonGenerator json, Fix fix) {
        this.json = json;
        this.fix = fix;
    }

    /** Writes the elements of a file's {@code replacements}. */
    static void writeReplacements(Fix fix, JsonGenerator json) throws IOException {
        for (Fix.Hunk hunk : fix.hunks()) {
            new SarifFix(json, fix).hunk(hunk);
        }
    }

    private void hunk(Fix.Hunk hunk) throws IOException {
        int number = hunk.firstLine();
        int removed = 0;
        StringBuilder added = new StringBuilder();
        for (String line : hunk.lines()) {
            switch (line.charAt(0)) {
                case Fix.ADDED -> added.append(line, 1, line.length()).append(fix.lineEnd());
                case Fix.REMOVED -> removed++;
                default -> {
                    replacement(number, removed, added);
                    number += removed + 1;
                    removed = 0;
                    added.setLength(0);
                }
            }
        }
        replacement(number, removed, added);
    }

    private void replacement(int firstLine, int removedLines, StringBuilder added) throws IOException {
        if (removedLines == 0 && added.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeObjectFieldStart("deletedRegion");
        json.writeNumberField("startLine", firstLine);
        json.writeNumberField("startColumn", 1);
        json.writeNumberField("endLine", firstLine + removedLines);
        json.writeNumberField("endColumn", 1);
        json.writeEndObject();
        if (!added.isEmpty()) {
            json.writeObjectFieldStart("insertedContent");
            json.writeStringField("text", added.toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
