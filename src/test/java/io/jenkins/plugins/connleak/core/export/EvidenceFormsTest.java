package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Run-time evidence in the forms of the report. */
class EvidenceFormsTest {
    private static final StackFrame LEAKING =
            new StackFrame("org.example.shop.OrderStore", "load", "OrderStore.java", 19);
    private static final StackFrame HOSTILE = new StackFrame("a<script>", "<init>", "\"&\u001b[31m", 0);
    private static final Sightings SEEN = new Sightings(
            3, List.of("Druid", "HikariCP"), List.of("main"), "2026-11-20 23:59:20", "2026-11-21 00:03:16");
    private static final Sightings ONCE = new Sightings(1, List.of("c3p0"), List.of(), "", "");
    private static final ScanReport REPORT = report();

    private static ScanReport report() {
        ScanReport shop = SampleReports.shop();
        List<Finding> findings = new ArrayList<>(shop.findings());
        findings.set(0, findings.get(0).withEvidence(new Confirmation(true, List.of(site(SEEN, LEAKING, HOSTILE)))));
        findings.set(1, findings.get(1).withEvidence(new Confirmation(false, List.of(site(ONCE, LEAKING)))));
        SilencedFinding known = shop.silenced().get(0);
        SilencedFinding silenced = new SilencedFinding(
                known.finding().withEvidence(new Confirmation(true, List.of(site(ONCE)))), known.by(), known.reason());
        return new ScanReport(
                shop.info(),
                shop.figures(),
                findings,
                List.of(silenced),
                shop.problems(),
                new RuntimeEvidence(
                        new EvidenceTotals(2, 9, 1, 4, 2, 1),
                        List.of(site(SEEN, HOSTILE, LEAKING), site(ONCE)),
                        List.of(site(ONCE, LEAKING))));
    }

    private static EvidenceSite site(Sightings seen, StackFrame... frames) {
        return new EvidenceSite(List.of(frames), seen);
    }

    @Test
    void readsBackWhatItWroteAsJson() throws IOException {
        assertThat(JsonReport.read(new ByteArrayInputStream(json()))).isEqualTo(REPORT);
    }

    @Test
    void keepsTheEvidenceInTheHeadOfAReport() throws IOException {
        assertThat(JsonReportParts.evidence(new ByteArrayInputStream(json()))).isEqualTo(REPORT.evidence());
        assertThat(JsonReportParts.head(new ByteArrayInputStream(json())).evidence())
                .isEqualTo(REPORT.evidence());
    }

    @Test
    void refusesEvidenceThatIsNone() {
        for (String[] change : new String[][] {
            {"\"sameLine\": true", "\"sameLine\": 1"},
            {"\"confirmed\": 2", "\"confirmed\": -2"},
            {"\"exhaustions\": [", "\"more\": ["}
        }) {
            assertThatThrownBy(() -> JsonReport.read(new ByteArrayInputStream(new String(json(), StandardCharsets.UTF_8)
                            .replace(change[0], change[1])
                            .getBytes(StandardCharsets.UTF_8))))
                    .as(change[1])
                    .isInstanceOf(ReportFormatException.class);
        }
    }

    @Test
    void writesText() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.plain().write(REPORT, text);
        Golden.assertSame("evidence.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesHtml() throws IOException {
        String page = "";
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            PageTexts texts = PageTexts.of(locale);
            page += new LeakView(List.of(), texts).html(REPORT.findings().get(0), "leak-1")
                    + new LeakView(List.of(), texts).html(REPORT.findings().get(1), "leak-2")
                    + new EvidenceView(texts).html(REPORT.evidence());
        }
        assertThat(page).doesNotContain("<script");
        Golden.assertSame("evidence.html", page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void marksRowsAndCountsOnTheWholePage() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReport.write(REPORT, List.of(), List.of(), PageTexts.ENGLISH, target);
        assertThat(target.toString(StandardCharsets.UTF_8))
                .contains(
                        "data-evidence=\"seen\"",
                        "data-evidence=\"near\"",
                        "<select class=\"cl-input\" name=\"evidence\"",
                        "<dt>Seen at run time</dt><dd>2</dd><dd class=\"cl-note\">9 leaked connections</dd>",
                        "<section class=\"cl-panel\" id=\"evidence\">",
                        "<a href=\"#evidence\">At run time</a>");
    }

    @Test
    void hidesWhatThereIsNotOnThePage() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        HtmlReport.write(SampleReports.shop(), List.of(), List.of(), PageTexts.ENGLISH, target);
        assertThat(target.toString(StandardCharsets.UTF_8))
                .doesNotContain("data-evidence=", "name=\"evidence\"", "id=\"evidence\"", "Seen at run time</dt>");
    }

    @Test
    void writesStacksAndPropertiesAsSarif() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        SarifReport.write(REPORT, target);
        JsonNode run =
                new ObjectMapper().readTree(target.toByteArray()).get("runs").get(0);
        JsonNode first = run.get("results").get(0);
        assertThat(first.at("/stacks/0/message/text").asText())
                .isEqualTo("3 connections leaked at run time (Druid, HikariCP, pool main, 2026-11-20 23:59:20 to"
                        + " 2026-11-21 00:03:16)");
        assertThat(first.at("/stacks/0/frames/0/location/message/text").asText())
                .isEqualTo("org.example.shop.OrderStore.load(OrderStore.java:19)");
        assertThat(first.at("/properties/runTimeEvidence/sites/0/count").asInt())
                .isEqualTo(3);
        assertThat(run.get("results").get(2).has("stacks")).isFalse();
        assertThat(run.at("/properties/runTimeEvidence/totals").toString())
                .isEqualTo(
                        "{\"files\":2,\"leaks\":9,\"returned\":1,\"exhaustions\":4,\"confirmed\":2,\"unmatched\":1}");

        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        byte[] json = json();
        SarifReport.copy(() -> new ByteArrayInputStream(json), copied);
        assertThat(copied.toByteArray()).isEqualTo(target.toByteArray());
    }

    private static byte[] json() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        JsonReport.write(REPORT, target);
        return target.toByteArray();
    }
}
