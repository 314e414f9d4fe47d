package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.FINISHED;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;

/** The schemas under {@code docs/schema} say what is written, and refuse what is not. */
class DocumentSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final BuildTag TAG = new BuildTag("shop", "4.5.0", "19");

    @Test
    void everyDocumentOfAFullResultFitsItsSchema() throws IOException {
        ResultContext context = new ResultContext(
                new ResultContext.Revision("main", "c0ffee42"),
                Optional.of(new ResultContext.Changes(
                        new TreeSet<>(Set.of(1)), 3, List.of(new ResultContext.FirstSeen("shop", "112")))),
                "passed",
                Map.of("confirmed", 1));
        ArchivedResult plain = ArchivedResults.result(
                TAG, "117", List.of(finding(LeakKind.NEVER_CLOSED, 10), finding(LeakKind.LEGACY_PATTERN, 20)));
        ArchivedResult full = new ArchivedResult(
                plain.source(), plain.build(), FINISHED, plain.durationMillis(), plain.report(), context);

        assertThat(complaints(full, new DocumentOptions(true, 30))).isEmpty();
        assertThat(complaints(plain, DocumentOptions.DEFAULT)).isEmpty();
    }

    @Test
    void documentsOfHostileNamesFitTheirSchema() throws IOException {
        String endless = "$x\u0000".repeat(7_000);
        ArchivedResult result =
                ArchivedResults.result(new BuildTag(endless, endless, endless), endless, ArchivedResults.findings(3));

        assertThat(complaints(result, new DocumentOptions(true, 1))).isEmpty();
    }

    @Test
    void schemasRefuseWhatIsNotWritten() throws IOException {
        assertThat(schema("connleak_builds.v2").validate(MAPPER.readTree("{\"_id\":\"x\"}")))
                .isNotEmpty();
        assertThat(schema("connleak_findings.v2").validate(MAPPER.readTree("{\"schemaVersion\":1}")))
                .isNotEmpty();
        assertThat(schema("connleak_nightly_build").validate(MAPPER.readTree("{\"total\":7}")))
                .isNotEmpty();
    }

    private static List<String> complaints(ArchivedResult result, DocumentOptions options) throws IOException {
        Map<ResultDocuments.Part, JsonSchema> schemas = Map.of(
                ResultDocuments.Part.BUILD, schema("connleak_builds.v2"),
                ResultDocuments.Part.FINDING, schema("connleak_findings.v2"),
                ResultDocuments.Part.LEGACY, schema("connleak_nightly_build"));
        List<String> complaints = new ArrayList<>();
        new ResultDocuments(result, options)
                .<IOException>each(
                        (part, document) -> schemas.get(part).validate(MAPPER.readTree(json(document))).stream()
                                .map(ValidationMessage::getMessage)
                                .forEach(complaints::add));
        return complaints;
    }

    private static String json(Document document) {
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build());
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs", "schema", name + ".schema.json")));
    }
}
