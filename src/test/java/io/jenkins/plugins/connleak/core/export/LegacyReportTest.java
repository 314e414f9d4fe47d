package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegacyReportTest {
    private static final LegacyLog.Leak LOAD = new LegacyLog.Leak("TaskHelper.java", "public void load() {");
    private static final LegacyLog.Leak STORE = new LegacyLog.Leak("Store.java", "private static int store(int a)");

    @Test
    void writesTheLinesOfTheOriginal() throws IOException {
        assertThat(written(SampleReports.shop())).isEqualTo("""
                JAVA : LegacyTasks.javaAPI : public void nightly() {
                JAVA : OrderStore.javaAPI : OrderStore(DataSource)
                JAVA : OrderStore.javaAPI : load(long)
                JAVA : OrderStore.javaAPI : count()
                JAVA : StockStore.javaAPI : book(List<Item>)
                JAVA : StockStore.javaAPI : book(List<Item>)
                JAVA : StockStore.javaAPI : name(Connection)
                Total 7 connection leak found in current run.'
                """);
        assertThat(written(SampleReports.empty())).isEqualTo("Total 0 connection leak found in current run.'\n");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        List<LegacyLog.Leak> expected = SampleReports.shop().findings().stream()
                .map(finding -> new LegacyLog.Leak(
                        finding.place().file().replaceFirst(".*/", ""),
                        finding.place().method()))
                .toList();

        assertThat(read(written(SampleReports.shop()))).isEqualTo(new LegacyLog(expected, 7, List.of()));
        assertThat(read(written(SampleReports.empty()))).isEqualTo(new LegacyLog(List.of(), 0, List.of()));
    }

    @Test
    void writesAHostileReportAsTheLinesThatItCounts() throws IOException {
        assertThat(read(written(SampleReports.hostile())).warnings()).isEmpty();
    }

    @Test
    void readsALogBetweenOtherLines() throws IOException {
        String log = "Started by timer\r\n"
                + "[2026-01-05T01:02:03Z] \u001b[1mJAVA : \u001b[0mTaskHelper.javaAPI :     public void load() {  \r\n"
                + "JAVA : no method here\r"
                + "\r\n"
                + "JAVA : Store.javaAPI : private static int store(int a)\n"
                + "Exception in thread \"main\" java.lang.Exception: Total 2 connection leak found in current run.'\r\n"
                + "\tat com.example.Main.main(Main.java:5)";

        assertThat(read(log)).isEqualTo(new LegacyLog(List.of(LOAD, STORE), 2, List.of()));
    }

    @Test
    void takesTheFirstMarkAfterAJavaFile() throws IOException {
        LegacyLog log = read("JAVA : RestAPI : x.javaAPI : void api() { // JAVA : y.javaAPI : z\n"
                + "JAVA : NotesAPI : void odd() {\nTotal 2 connection leak found in current run.'\n");

        assertThat(log.leaks())
                .containsExactly(
                        new LegacyLog.Leak("RestAPI : x.java", "void api() { // JAVA : y.javaAPI : z"),
                        new LegacyLog.Leak("Notes", "void odd() {"));
    }

    @Test
    void reportsAMissingTotal() throws IOException {
        assertThat(read("JAVA : TaskHelper.javaAPI : public void load() {"))
                .isEqualTo(new LegacyLog(
                        List.of(LOAD), LegacyLog.NO_TOTAL, List.of("the log states no total: it may be cut off")));
    }

    @Test
    void refusesATotalThatDoesNotFit() {
        assertThatThrownBy(() -> read("JAVA : TaskHelper.javaAPI : public void load() {\n"
                        + "Total 3 connection leak found in current run.'\n"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessage("line 2: the log states 3 leaks, but lists 1 leak: it is not whole");
        assertThatThrownBy(() -> read("Total some connection leak found in current run.'\n"))
                .hasMessage("line 1: the total 'some' is no number of leaks");
    }

    @Test
    void refusesLinesThatAreCutOff() {
        assertThatThrownBy(() -> read("Started\nJAVA : TaskHelper.javaAP"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessage("line 2: a leak without its method: there is 'JAVA : ' and a file, but no 'API : '");
        assertThatThrownBy(() -> read("JAVA :  API : public void load() {"))
                .hasMessage("line 1: a leak without its file: nothing is between 'JAVA : ' and 'API : '");
        assertThatThrownBy(() -> read("\nPK\u0003\u0000")).hasMessage("line 2: there are bytes in it that are no text");
    }

    @Test
    void comesBackFromAReportMadeOfIt() throws IOException {
        String log = """
                JAVA : Store.javaAPI : null
                JAVA : TaskHelper.javaAPI : public void load() {
                JAVA : TaskHelper.javaAPI : public void load() {
                JAVA : \u00dcbung.javaAPI : void \u00e4ndern(List<Map<String, ?>> x)
                Total 4 connection leak found in current run.'
                """;
        BuildTag tag = new BuildTag("shop", "4.5.0", "19");

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            LegacyLog read = LegacyImport.read(new ByteArrayInputStream(log.getBytes(charset)), LegacyImport.MAX_BYTES);
            ScanReport report = LegacyImport.report(read.leaks(), tag, "1.2.3");

            assertThat(written(report)).isEqualTo(log);
            assertThat(report.info()).isEqualTo(new ScanInfo("1.2.3", "regex", tag, Map.of("imported", "true")));
            assertThat(report.findings())
                    .extracting(finding -> finding.fingerprint().exact())
                    .doesNotHaveDuplicates()
                    .allMatch(exact -> exact.matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void everyReportComesBackAsTheSameLog() throws IOException {
        for (ScanReport report : List.of(SampleReports.shop(), SampleReports.empty(), SampleReports.hostile())) {
            LegacyLog log = read(written(report));

            ScanReport imported = LegacyImport.report(log.leaks(), BuildTag.NONE, "");

            assertThat(written(imported).lines())
                    .containsExactlyInAnyOrderElementsOf(written(report).lines().toList());
        }
    }

    @Test
    void addsUpTheTotalsOfSeveralRuns() throws IOException {
        String run =
                "JAVA : TaskHelper.javaAPI : public void load() {\nTotal 1 connection leak found in current run.'\n";

        assertThat(read(run + run)).isEqualTo(new LegacyLog(List.of(LOAD, LOAD), 2, List.of()));
    }

    @Test
    void refusesATextThatIsNoLog() {
        assertThatThrownBy(() -> read("BUILD SUCCESS\n"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith("not a leak log: ");
        assertThatThrownBy(() -> read("")).isInstanceOf(ReportFormatException.class);
    }

    @Test
    void cutsEndlessLines() throws IOException {
        String method = "x".repeat(3 * Texts.MAX_LENGTH);

        assertThat(read("JAVA : A.javaAPI : " + method + "\nTotal 1 connection leak found in current run.'"))
                .isEqualTo(new LegacyLog(
                        List.of(new LegacyLog.Leak(
                                "A.java", method.substring(0, Texts.MAX_LENGTH - "JAVA : A.javaAPI : ".length()))),
                        1,
                        List.of()));
    }

    private static String written(ScanReport report) throws IOException {
        StringBuilder target = new StringBuilder();
        LegacyReport.write(report, target);
        return target.toString();
    }

    private static LegacyLog read(String log) throws IOException {
        return LegacyReport.read(new StringReader(log));
    }
}
