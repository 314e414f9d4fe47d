package io.jenkins.plugins.connleak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each log of a program that really leaks, against what is known to be in it. */
class LeakLogCorpusTest {
    private static final Map<String, String> LABELS =
            Map.of("DBCP1", "Commons DBCP 1", "DBCP2", "Commons DBCP 2", "pgjdbc", "PostgreSQL driver");

    static Stream<String> logs() {
        return ExpectedLogs.names().stream();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void readsEachReportWhole(String name) throws Exception {
        JsonNode expected = ExpectedLogs.of(name);
        List<String> wanted = new ArrayList<>();
        for (JsonNode report : expected.path("reports")) {
            String tool = report.get("pool").asText();
            wanted.add(String.join(
                    " | ",
                    LABELS.getOrDefault(tool, tool),
                    "line " + report.get("line").asInt(),
                    "conn " + text(report, "conn"),
                    "thread " + text(report, "thread"),
                    "frames " + frames(report),
                    "connection " + report.path("connectionObject").asBoolean(true)));
        }
        List<String> found = new ArrayList<>();
        for (LeakReport report : recorded(name).leaks) {
            found.add(String.join(
                    " | ",
                    report.head().tool().label(),
                    "line " + report.at().line(),
                    "conn " + report.head().connection(),
                    "thread " + report.head().thread(),
                    "frames " + shown(report),
                    "connection " + report.isConnection()));
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(found).hasSize(expected.get("leakReports").asInt());
    }

    @ParameterizedTest
    @MethodSource("logs")
    void countsAcquisitionSites(String name) throws Exception {
        Map<String, Integer> wanted = new TreeMap<>();
        ExpectedLogs.of(name)
                .get("acquisitionSites")
                .properties()
                .forEach(site ->
                        wanted.put(inJavaForm(site.getKey()), site.getValue().asInt()));
        Map<String, Integer> found = new TreeMap<>();
        for (LeakReport report : recorded(name).leaks) {
            if (!report.frames().isEmpty()) {
                found.merge(report.frames().get(0).text(), 1, Integer::sum);
            }
        }
        assertThat(found).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void seesWhatCameBack(String name) throws Exception {
        List<String> wanted = new ArrayList<>();
        for (JsonNode each : ExpectedLogs.of(name).get("returned")) {
            wanted.add(each.get("line").asInt() + " " + each.get("conn").asText() + " " + text(each, "thread"));
        }
        assertThat(recorded(name).returned).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void countsARefusedRequestOnce(String name) throws Exception {
        JsonNode expected = ExpectedLogs.of(name);
        Map<String, Integer> wanted = new TreeMap<>();
        for (JsonNode each : expected.get("exhaustion")) {
            wanted.merge(text(each, "site"), 1, Integer::sum);
        }
        Recorder recorder = recorded(name);
        assertThat(recorder.refused).isEqualTo(wanted);
        assertThat(recorder.refused.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(expected.get("exhaustionEvents").asInt());
    }

    /** What a pool tells of its own name, its leaks say. */
    @ParameterizedTest
    @MethodSource("logs")
    void namesPoolsWhereReportsDo(String name) throws Exception {
        List<LeakReport> found = recorded(name).leaks;
        int index = 0;
        for (JsonNode report : ExpectedLogs.of(name).path("reports")) {
            if (report.hasNonNull("poolName")) {
                assertThat(found.get(index).head().pool())
                        .isEqualTo(report.get("poolName").asText());
            }
            index++;
        }
    }

    /** Where the tool says enough, what is left when all is added up is what the program really leaked. */
    @ParameterizedTest
    @MethodSource("logs")
    void addsUpToWhatReallyLeaked(String name) throws Exception {
        JsonNode expected = ExpectedLogs.of(name);
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        reader.read(name, () -> ExpectedLogs.open(name));
        EvidenceLog log = reader.result();
        int falseAlarms = falseAlarms(name, expected);
        boolean isSilent = List.of(
                        "mariadb-server.log",
                        "mariadb-too-many-logback.log",
                        "mongodb-driver-logback.log",
                        "p6spy-logback.log",
                        "postgresql-server.log",
                        "postgresql-too-many-logback.log",
                        "ucp-jul-fine.log",
                        "ucp-logback.log")
                .contains(name);
        int wanted = isSilent ? 0 : expected.get("trulyLeakedConnections").asInt() + falseAlarms;
        assertThat(log.totals().leaks()).isEqualTo(wanted);
        assertThat(log.totals().exhaustions())
                .isEqualTo(expected.get("exhaustionEvents").asInt());
        assertThat(log.problems()).isEmpty();
        if (!name.startsWith("dbcp1")) {
            int bySite = log.leaks().stream()
                    .map(EvidenceSite::sightings)
                    .mapToInt(seen -> seen.count())
                    .sum();
            assertThat(bySite).isEqualTo(wanted);
        }
    }

    /** Slow borrowers whose return the log does not tell. */
    private static int falseAlarms(String name, JsonNode expected) {
        return expected.path("falseAlarms").isObject() && !name.equals("agroal-logback.log") ? 1 : 0;
    }

    private static String frames(JsonNode report) {
        if (!report.has("appFrames")) {
            return inJavaForm(report.get("site").asText());
        }
        List<String> own = new ArrayList<>();
        for (JsonNode frame : report.get("appFrames")) {
            if (own.size() < EvidenceSite.MAX_FRAMES && frame.asText().startsWith("com.example.shop.")) {
                own.add(frame.asText());
            }
        }
        return own.toString();
    }

    private static String shown(LeakReport report) {
        boolean isGo = report.head().tool() == Tool.GO_TRACE;
        return isGo
                ? report.frames().get(0).text()
                : report.frames().stream().map(StackFrame::text).toList().toString();
    }

    /** Go's {@code pkg.function file.go:14} as {@code pkg.function(file.go:14)}. */
    private static String inJavaForm(String site) {
        int blank = site.lastIndexOf(' ');
        return blank < 0 ? site : site.substring(0, blank) + "(" + site.substring(blank + 1) + ")";
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : "";
    }

    private static Recorder recorded(String name) throws Exception {
        Recorder recorder = new Recorder();
        try (InputStream log = ExpectedLogs.open(name)) {
            EvidenceReader.read(log, Long.MAX_VALUE, recorder, ForeignCode.load());
        }
        return recorder;
    }
}
