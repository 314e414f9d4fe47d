package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<ScanReport> reports() {
        return List.of(SampleReports.shop(), SampleReports.hostile(), SampleReports.empty(), SampleReports.mended());
    }

    @Test
    void copiesAReportWithoutReadingItAsAWhole() throws IOException {
        for (ScanReport report : List.of(SampleReports.shop(), SampleReports.empty())) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonReport.write(report, json);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            SarifReport.write(report, whole);
            ByteArrayOutputStream copied = new ByteArrayOutputStream();
            SarifReport.copy(() -> new ByteArrayInputStream(json.toByteArray()), copied);

            assertThat(copied.toString(StandardCharsets.UTF_8)).isEqualTo(whole.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void writesEveryPartOfTheReport() throws IOException {
        Golden.assertSame("report.sarif", written(SampleReports.shop()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidAgainstTheSchema(ScanReport report) throws IOException {
        assertThat(schema().validate(MAPPER.readTree(written(report)))).isEmpty();
    }

    @Test
    void writesWhatGoesAndWhatComesOfAFix() throws IOException {
        JsonNode fixes = MAPPER.readTree(written(SampleReports.mended())).at("/runs/0/results/0/fixes");

        assertThat(fixes).isEqualTo(MAPPER.readTree("""
                [{"description": {"text": "Acquire it in a try-with-resources statement."},
                  "artifactChanges": [{
                    "artifactLocation": {"uri": "src/Shop.java", "uriBaseId": "SRCROOT"},
                    "replacements": [
                      {"deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 4, "endColumn": 1},
                       "insertedContent": {"text": "  try (A a = open()) {\\r\\n    a.use();\\r\\n  }\\r\\n"}},
                      {"deletedRegion": {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 1},
                       "insertedContent": {"text": "// end\\r\\n"}}]}]}]
                """));
    }

    @Test
    void theSchemaRefusesALogWithoutATool() throws IOException {
        JsonNode broken = MAPPER.readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}");

        assertThat(schema().validate(broken).stream().map(ValidationMessage::getMessage))
                .containsExactly("/runs/0: required property 'tool' not found");
    }

    @Test
    void pointsToTheRuleOfEachResult() throws IOException {
        JsonNode run = MAPPER.readTree(written(SampleReports.shop())).at("/runs/0");
        List<String> pointedTo = new ArrayList<>();
        run.get("results")
                .forEach(result -> pointedTo.add(run.at("/tool/driver/rules")
                        .get(result.get("ruleIndex").intValue())
                        .get("id")
                        .textValue()));

        List<String> expected = new ArrayList<>(SampleReports.shop().findings().stream()
                .map(Finding::rule)
                .map(LeakKind::id)
                .toList());
        expected.add("never-closed");
        assertThat(pointedTo).isEqualTo(expected);
    }

    @Test
    void addressesHostileFilesByUrisThatGiveTheirNamesBack() throws IOException {
        JsonNode run = MAPPER.readTree(written(SampleReports.hostile())).at("/runs/0");
        String uri = run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .textValue();

        String file = SampleReports.hostile().findings().get(0).place().file();
        assertThat(uri).matches("[A-Za-z0-9%._~/-]+");
        assertThat(URI.create(uri).getPath()).isEqualTo(file.replace('\uD800', '\uFFFD'));
    }

    @ParameterizedTest
    @CsvSource({
        "src/A.java, src/A.java",
        "a b/ü#?.java, a%20b/%C3%BC%23%3F.java",
        "c:odd/100%.java, c%3Aodd/100%25.java",
        "/opt/x y/A.java, file:///opt/x%20y/A.java"
    })
    void encodesPaths(String file, String uri) {
        assertThat(FileUri.of(file)).isEqualTo(uri);
    }

    @Test
    void helpsWithEveryRule() {
        for (LeakKind rule : LeakKind.values()) {
            RuleHelp help = RuleHelp.of(rule);
            assertThat(help.why()).endsWith(".");
            assertThat(help.mend()).endsWith(".");
            assertThat(help.uri())
                    .isEqualTo(
                            "https://github.com/jenkinsci/connleak-plugin/blob/main/docs/rules/" + rule.id() + ".md");
        }
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream source =
                Objects.requireNonNull(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(MAPPER.readTree(source), config);
        }
    }

    private static byte[] written(ScanReport report) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        SarifReport.write(report, target);
        return target.toByteArray();
    }
}
