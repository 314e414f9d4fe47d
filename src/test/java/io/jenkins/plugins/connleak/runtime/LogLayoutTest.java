package io.jenkins.plugins.connleak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What stands around the lines of a log. */
class LogLayoutTest {
    private static final String STACK = """
            java.lang.Exception: Apparent connection leak detected
            \tat com.zaxxer.hikari.HikariDataSource.getConnection(HikariDataSource.java:99)
            \tat com.example.shop.OrderDao.findOpenOrders(OrderDao.java:19)
            \tat java.base/java.lang.Thread.run(Thread.java:840)
            """;
    private static final String HEAD =
            "2026-11-21 00:03:16.129 WARN [HikariPool-1:housekeeper] ProxyLeakTask - Connection leak detection triggered for"
                    + " conn0: url=jdbc:h2:mem:shop on thread main, stack trace follows\n";
    private static final String SITE = "com.example.shop.OrderDao.findOpenOrders(OrderDao.java:19)";
    private static final String FOUND = "conn0: url=jdbc:h2:mem:shop HikariPool-1 2026-11-21 00:03:16 [" + SITE + "]";

    @Test
    void readsPlainLines() throws Exception {
        assertThat(read(HEAD + STACK)).containsExactly(FOUND);
    }

    @Test
    void takesAnEmptyLineBeforeTheStackForPartOfTheReport() throws Exception {
        assertThat(read(HEAD + "\n" + STACK)).containsExactly(FOUND);
    }

    @Test
    void readsPackedLogs() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEAD + STACK).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(new ByteArrayInputStream(packed.toByteArray()))).containsExactly(FOUND);
    }

    @Test
    void readsOtherEncodingsByTheirMark() throws Exception {
        for (var encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            byte[] bytes = ("\uFEFF" + HEAD + STACK).getBytes(encoding);
            assertThat(read(new ByteArrayInputStream(bytes))).containsExactly(FOUND);
        }
    }

    @Test
    void keepsServicesOfDockerComposeApart() throws Exception {
        List<String> web =
                (HEAD + STACK).lines().map(line -> "web-1     | " + line).toList();
        List<String> batch = (HEAD + STACK)
                .replace("OrderDao", "Nightly")
                .lines()
                .map(line -> "my-batch-2 | " + line)
                .toList();
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < web.size(); i++) {
            mixed.append(web.get(i)).append('\n').append(batch.get(i)).append('\n');
        }
        assertThat(read(mixed.toString())).containsExactlyInAnyOrder(FOUND, FOUND.replace("OrderDao", "Nightly"));
    }

    @Test
    void takesNoLayoutWithBarsForAService() throws Exception {
        String piped = "WARN  | main | " + HEAD;
        assertThat(read(piped + STACK)).containsExactly(FOUND.replace(" 2026-11-21 00:03:16", ""));
    }

    @Test
    void joinsLinesThatAContainerSplit() throws Exception {
        int middle = HEAD.length() / 2;
        String split = "2026-11-20T23:59:16.000000000Z stdout P " + HEAD.substring(0, middle) + "\n"
                + "2026-11-20T23:59:16.000000001Z stdout F " + HEAD.substring(middle)
                + prefixed(STACK, "2026-11-20T23:59:17.000000002Z stdout F ");
        assertThat(read(split)).containsExactly(FOUND);
    }

    @Test
    void takesOffSeveralPrefixes() throws Exception {
        String text = prefixed(HEAD + STACK, "[2026-11-21T07:00:00.123Z] \u001b[32mapi_1  | \u001b[0m");
        assertThat(read(text)).containsExactly(FOUND);
    }

    @Test
    void takesOffTimesOfKubectlBeforeStacks() throws Exception {
        String text = prefixed(HEAD + STACK, "[pod/shop-0/app] ");
        assertThat(read(text)).containsExactly(FOUND);
        assertThat(read(HEAD + prefixed(STACK, "2026-11-21T00:03:16.129000000Z ")))
                .containsExactly(FOUND);
    }

    @Test
    void readsWhatIsAroundAConsoleNote() throws Exception {
        String note = "\u001b[8mha:////4AAAA+base64/==\u001b[0m";
        assertThat(read(prefixed(HEAD + STACK, note))).containsExactly(FOUND);
    }

    @Test
    void readsJsonOfElastic() throws Exception {
        String json = "{\"@timestamp\":\"2026-11-21T00:03:16.129Z\",\"log.level\":\"WARN\",\"message\":"
                + quoted(HEAD.substring(24).strip())
                + ",\"error\":{\"type\":\"java.lang.Exception\",\"message\":\"Apparent connection leak detected\","
                + "\"stack_trace\":" + quoted(STACK) + "}}\n";
        assertThat(read(json)).containsExactly(FOUND);
    }

    @Test
    void readsJsonInsideJsonOfDocker() throws Exception {
        String inner = "{\"message\":" + quoted(HEAD.strip()) + ",\"stack_trace\":" + quoted(STACK) + "}\n";
        String outer =
                "{\"log\":" + quoted(inner) + ",\"stream\":\"stdout\",\"time\":\"2026-11-21T01:00:00.123456789Z\"}\n";
        assertThat(read(outer)).containsExactly(FOUND);
    }

    @Test
    void readsPlainLinesInsideJsonOfDocker() throws Exception {
        String text = (HEAD + STACK)
                .lines()
                .map(line -> "{\"log\":" + quoted(line + "\n") + ",\"stream\":\"stdout\",\"time\":\"x\"}\n")
                .collect(Collectors.joining());
        assertThat(read(text)).containsExactly(FOUND);
    }

    @Test
    void readsFramesThatAreObjectsOfJson() throws Exception {
        String json = "{\"timestamp\":\"2026-11-21T00:03:16.129+01:00\",\"message\":" + quoted(HEAD.strip())
                + ",\"exception\":{\"refId\":1,\"exceptionType\":\"java.lang.Exception\","
                + "\"message\":\"Apparent connection leak detected\",\"frames\":["
                + "{\"class\":\"com.zaxxer.hikari.HikariDataSource\",\"method\":\"getConnection\",\"line\":99},"
                + "{\"class\":\"com.example.shop.OrderDao\",\"method\":\"findOpenOrders\",\"line\":19}]}}\n";
        assertThat(read(json)).containsExactly(FOUND);
    }

    @Test
    void takesWhatOnlyLooksLikeJsonForALine() throws Exception {
        assertThat(read("{ " + HEAD.strip() + " }\n" + STACK)).hasSize(1);
    }

    @Test
    void readsTomcatsOneLineLayout() throws Exception {
        String text = HEAD.replace("2026-11-21", "21-Nov-2026")
                + STACK.replace("java.lang.Exception", "\tjava.lang.Exception").replace("\tat", "\t\tat");
        assertThat(read(text)).containsExactly(FOUND);
    }

    @Test
    void readsTheStackThatAgroalWritesInOneLine() throws Exception {
        String text = "2026-11-21 00:01:23.303 INFO io.agroal.pool -- Datasource 'main': Connection leak of conn5: x\n"
                + "2026-11-21 00:01:23.304 INFO io.agroal.pool -- Datasource 'main': Leaked connection conn5: x acquired"
                + " at: [java.base/java.lang.Thread.getStackTrace(Thread.java:1619),"
                + " io.agroal.pool.ConnectionPool.getConnection(ConnectionPool.java:292),"
                + " com.example.shop.OrderDao.findOpenOrders(OrderDao.java:19)]\n";
        EvidenceReader reader = new EvidenceReader(EvidenceLimits.DEFAULT);
        reader.read("app.log", () -> stream(text));
        assertThat(reader.result().leaks()).singleElement().satisfies(site -> {
            assertThat(site.frames()).extracting(StackFrame::text).containsExactly(SITE);
            assertThat(site.sightings().count()).isEqualTo(1);
            assertThat(site.sightings().pools()).containsExactly("main");
        });
        assertThat(reader.result().totals().leaks()).isEqualTo(1);
    }

    @Test
    void givesNoReportTheStackOfAnotherEvent() throws Exception {
        String other = """
                2026-11-21 00:04:00.000 ERROR com.example.Other - failed
                java.lang.IllegalStateException: no
                \tat com.example.Other.fail(Other.java:7)
                """;
        assertThat(read(HEAD + other))
                .containsExactly("conn0: url=jdbc:h2:mem:shop HikariPool-1 2026-11-21 00:03:16 []");
    }

    @Test
    void cutsEndlessLines() throws Exception {
        String endless = "x".repeat(3 * LogLines.MAX_LENGTH);
        assertThat(read(endless + "\n" + HEAD + STACK)).containsExactly(FOUND);
    }

    @Test
    void readsTimesOfManyLayouts() {
        assertThat(List.of(
                        LogTime.of("2026-11-21T00:03:15.459Z ERROR"),
                        LogTime.of("2026-11-21 00:03:15,459 ERROR"),
                        LogTime.of("[2026-11-21T00:22:57.202+0000] []"),
                        LogTime.of("2026/11/21 00:03:15 x"),
                        LogTime.of("21-Nov-2026 00:03:15.459 SEVERE"),
                        LogTime.of("Nov 21, 2026 12:05:23 AM okhttp3.x log"),
                        LogTime.of("Nov 2, 2026 1:05:23 PM okhttp3.x log"),
                        LogTime.of("00:20:16,977 INFO"),
                        LogTime.of("Nov 21, 2026 1:x"),
                        LogTime.of("99-Foo-2026 00:03:15.459"),
                        LogTime.of("")))
                .containsExactly(
                        "2026-11-21 00:03:15",
                        "2026-11-21 00:03:15",
                        "2026-11-21 00:22:57",
                        "2026-11-21 00:03:15",
                        "2026-11-21 00:03:15",
                        "2026-11-21 00:05:23",
                        "2026-11-02 13:05:23",
                        "",
                        "",
                        "",
                        "");
    }

    private static String prefixed(String text, String prefix) {
        return text.lines().map(line -> prefix + line + "\n").collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(String text) throws IOException, InterruptedException {
        return read(stream(text));
    }

    private static List<String> read(InputStream log) throws IOException, InterruptedException {
        Recorder recorder = new Recorder();
        EvidenceReader.read(log, Long.MAX_VALUE, recorder, ForeignCode.load());
        List<String> found = new ArrayList<>();
        for (LeakReport report : recorder.leaks) {
            List<String> frames = report.frames().stream().map(StackFrame::text).toList();
            found.add((report.head().connection() + " " + report.head().pool() + " "
                                    + report.at().time())
                            .stripTrailing()
                    + " " + frames);
        }
        return found;
    }
}
