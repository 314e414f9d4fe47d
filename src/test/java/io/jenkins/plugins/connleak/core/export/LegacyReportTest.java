package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
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
    void reportsAWrongTotal() throws IOException {
        assertThat(read("JAVA : TaskHelper.javaAPI : public void load() {\n"
                        + "Total 3 connection leak found in current run.'\n"))
                .isEqualTo(new LegacyLog(List.of(LOAD), 3, List.of("the log states 3 leaks, but lists 1 leak")));
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
