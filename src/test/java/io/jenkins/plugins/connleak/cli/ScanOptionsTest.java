package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.runOnTerminal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of scan changes something that can be seen. */
class ScanOptionsTest {
    private static final String LEAK = """
            package shop;

            import java.sql.Connection;
            import java.sql.SQLException;
            import javax.sql.DataSource;

            class %s {
                void ping(DataSource source) throws SQLException {
                    Connection con = source.getConnection();
                    con.isValid(1);
                }
            }
            """;
    private static final String HOUSE_LEAK = """
            package shop;

            class Billing {
                public void bill(String query) throws Exception {
                    Rows rows = SQLService.executeQuery(query);
                    rows.next();
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path sources;

    @BeforeEach
    void writeSources() throws IOException {
        sources = Files.createDirectory(folder.resolve("src"));
        Files.writeString(sources.resolve("Orders.java"), String.format(Locale.ROOT, LEAK, "Orders"));
        Files.writeString(sources.resolve("Billing.java"), HOUSE_LEAK);
    }

    @Test
    void printsLeaksWithTheirPathsAndTheTotals() {
        CommandLineRun scan = run("scan", sources);

        assertThat(scan.code()).isZero();
        assertThat(scan.err()).isEmpty();
        assertThat(scan.out())
                .startsWith("Orders.java:9: [never-closed] definite: ")
                .contains("    line 9: acquired: ", "1 leak in 1 file: 1 definite, 0 possible\n")
                .endsWith("2 files with 20 lines looked at, 0 silenced, 0 problems\n");
    }

    @Test
    void engineDecidesWhichRulesAreFound() {
        assertThat(leaks("--engine", "flow")).containsExactly("Orders.java never-closed");
        assertThat(leaks("--engine", "REGEX")).containsExactly("Billing.java legacy-pattern");
        assertThat(leaks("--engine", "both"))
                .containsExactly("Billing.java legacy-pattern", "Orders.java never-closed");
    }

    @Test
    void regexFileTeachesBothEngines() throws IOException {
        Files.writeString(sources.resolve("House.java"), HOUSE_LEAK.replace("SQLService.executeQuery", "House.query"));
        Path regex = regexFile("");

        assertThat(leaks("--engine", "regex", "--regex-file", regex)).containsExactly("House.java legacy-pattern");
        assertThat(leaks("--engine", "flow", "--regex-file", regex))
                .containsExactly("House.java never-closed", "Orders.java never-closed");
    }

    @Test
    void rootOfTheRegexFileIsScannedWhereNoFolderIsGiven() throws IOException {
        Files.writeString(sources.resolve("House.java"), HOUSE_LEAK.replace("SQLService.executeQuery", "House.query"));
        Path regex = regexFile("SOURCECODE_PATH=" + sources.toString().replace("\\", "\\\\") + "\n");

        assertThat(run("scan", "--engine", "regex", "--regex-file", regex).out())
                .startsWith("House.java:5: [legacy-pattern]");
    }

    @Test
    void flowModeReportsRunawayPattern() throws IOException {
        Files.writeString(
                sources.resolve("Long.java"), "class Long {\n    String x = f(\"" + "a".repeat(60) + "\");\n}\n");
        Path regex = Files.writeString(
                folder.resolve("runaway.properties"),
                Files.readString(regexFile(""))
                        .replaceFirst("(?m)^ExecutionQuery_Pattern=.*$", "ExecutionQuery_Pattern=(a*)*\\\\\\\\1b"));

        CommandLineRun scan = run("scan", "--regex-file", regex, sources);
        assertThat(scan.code()).isZero();
        assertThat(scan.err())
                .isEqualTo("Long.java:2: [limit] ExecutionQuery_Pattern backtracks too much on this line and was"
                        + " stopped; the line teaches no acquisition. Simplify the pattern: (a*)*\\1b\n");
    }

    @Test
    void saysThatNothingWasSelected() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String said = "connleak: no file was scanned: nothing in the folders is selected;"
                + " check DIR, --include and --exclude\n";

        assertThat(run("scan", empty))
                .isEqualTo(new CommandLineRun(
                        0, "No leaks found\n0 files with 0 lines looked at, 0 silenced, 0 problems\n", said));
        assertThat(run("scan", "--include", "**/*.jva", sources).err()).isEqualTo(said);
        assertThat(run("scan", "--quiet", empty)).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void ignoreFileSilences() throws IOException {
        Path ignore = Files.writeString(
                folder.resolve("ignore.properties"),
                "Billing.java=public void bill(String query) throws Exception {\n");

        CommandLineRun scan = run("scan", "--engine", "regex", "--ignore-file", ignore, sources);
        assertThat(scan.out()).startsWith("No leaks found\n").contains("1 silenced");
    }

    @Test
    void includesAndExcludesSelectFiles() throws IOException {
        Files.createDirectory(sources.resolve("old"));
        Files.writeString(sources.resolve("old/Old.java"), String.format(Locale.ROOT, LEAK, "Old"));
        Files.writeString(sources.resolve("New.jav"), String.format(Locale.ROOT, LEAK, "New"));

        assertThat(leaks()).containsExactly("Orders.java never-closed", "old/Old.java never-closed");
        assertThat(leaks("--exclude", "old/**")).containsExactly("Orders.java never-closed");
        assertThat(leaks("--include", "**/*.jav,old/*"))
                .containsExactly("New.jav never-closed", "old/Old.java never-closed");
        assertThat(leaks("--include", "*.jav", "--include", "Orders.*"))
                .containsExactly("New.jav never-closed", "Orders.java never-closed");
    }

    @Test
    void encodingIsTaken() throws IOException {
        byte[] latin = "// Gr\u00fc\u00dfe\nclass Gruss {}\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(sources.resolve("Gruss.java"), latin);

        assertThat(problems()).containsExactly(Problem.Kind.ENCODING);
        assertThat(problems("--encoding", "ISO-8859-1")).isEmpty();
        CommandLineRun wrong = run("scan", "--encoding", "no-such-encoding", sources);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("connleak: ").contains("no-such-encoding");
    }

    @Test
    void problemsAreMessages() throws IOException {
        Files.writeString(sources.resolve("Broken.java"), "class {{{");

        CommandLineRun scan = run("scan", sources);

        assertThat(scan.code()).isZero();
        assertThat(scan.err()).startsWith("Broken.java:1: [unparsable] ");
        assertThat(scan.out()).contains("1 problem");
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        assertThat(run("scan", "--threads", 1, "--json", "-", sources))
                .isEqualTo(run("scan", "--threads", 4, "--json", "-", sources));
    }

    @Test
    void lessCertainLeaksAreLeftOut() throws IOException {
        Files.writeString(
                sources.resolve("Unseen.java"),
                HOUSE_LEAK.replace("class Billing", "class Unseen").replace("Rows rows", "java.sql.ResultSet rows"));

        assertThat(certainties(report(sources))).containsExactly("definite", "possible");
        assertThat(certainties(report(sources, "--certainty", "possible"))).containsExactly("definite", "possible");
        assertThat(certainties(report(sources, "--certainty", "definite"))).containsExactly("definite");
    }

    @Test
    void tagIsInTheReport() throws IOException {
        ScanReport report = report(sources, "--job", "shop", "--release", "4.5.0", "--build", "19");
        assertThat(report.info().tag()).isEqualTo(new BuildTag("shop", "4.5.0", "19"));
    }

    @Test
    void writesEachFormOfReport() throws IOException {
        for (String form : List.of("json", "sarif", "html", "legacy")) {
            Path file = folder.resolve("report." + form);
            CommandLineRun scan = run("scan", "--engine", "both", "--" + form, file, sources);
            assertThat(scan.code()).isZero();
        }

        assertThat(folder.resolve("report.json")).content().startsWith("{").contains("\"never-closed\"");
        assertThat(folder.resolve("report.sarif")).content().contains("\"2.1.0\"", "\"never-closed\"");
        assertThat(folder.resolve("report.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("never-closed");
        assertThat(folder.resolve("report.legacy"))
                .content()
                .contains("JAVA : Billing.javaAPI : public void bill(String query) throws Exception {\n")
                .endsWith("Total 2 connection leak found in current run.'\n");
    }

    @Test
    void reportOnStandardOutputTakesThePlaceOfTheText() {
        CommandLineRun scan = run("scan", "--sarif", "-", sources);
        assertThat(scan.out()).startsWith("{").endsWith("}\n").doesNotContain("leak in 1 file");
    }

    @Test
    void quietPrintsErrorsAlone() throws IOException {
        Files.writeString(sources.resolve("Broken.java"), "class {{{");

        assertThat(run("scan", "--quiet", sources)).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(run("scan", "--quiet", "--fail-on", "any", sources))
                .isEqualTo(new CommandLineRun(1, "", "connleak: quality gate failed: 1 leak, 0 allowed\n"));
    }

    @Test
    void terminalGetsProgressAndColours() {
        CommandLineRun scan = runOnTerminal(Map.of(), "scan", sources);
        assertThat(scan.err())
                .startsWith("\r0 of 2 files")
                .contains("\r2 of 2 files, ")
                .endsWith("\r");
        assertThat(scan.out()).contains("\u001b[");

        CommandLineRun plain = runOnTerminal(Map.of("NO_COLOR", "1"), "scan", sources);
        assertThat(plain.out()).isEqualTo(run("scan", sources).out());
        assertThat(runOnTerminal(Map.of(), "scan", "--quiet", sources)).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void gateOnAnyLeakCountsThemAgainstTheThreshold() {
        assertThat(run("scan", "--fail-on", "never", sources).code()).isZero();
        assertThat(run("scan", "--fail-on", "any", sources).code()).isEqualTo(1);
        assertThat(run("scan", "--fail-on", "any", "--threshold", 1, sources).code())
                .isZero();
    }

    @Test
    void baselineTellsNewLeaksFromOldOnes() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        run("scan", "--json", baseline, sources);
        CommandLineRun same = run("scan", "--baseline", baseline, "--fail-on", "new", sources);
        assertThat(same.code()).isZero();
        assertThat(same.out()).endsWith("Compared with " + baseline + ": 0 new, 1 outstanding, 0 fixed\n");

        Files.writeString(
                sources.resolve("Returns.java"),
                String.format(Locale.ROOT, LEAK, "Returns").replace("con.isValid(1)", "con.commit()"));
        CommandLineRun more = run("scan", "--baseline", baseline, "--fail-on", "new", sources);
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.out())
                .endsWith("new: Returns.java:9: [never-closed]\nCompared with " + baseline
                        + ": 1 new, 1 outstanding, 0 fixed\n");
        assertThat(more.err()).isEqualTo("connleak: quality gate failed: 1 new leak, 0 allowed\n");
        assertThat(run("scan", "--baseline", baseline, "--fail-on", "new", "--threshold", 1, sources)
                        .code())
                .isZero();

        Files.delete(sources.resolve("Orders.java"));
        Files.delete(sources.resolve("Returns.java"));
        assertThat(run("scan", "--baseline", baseline, sources).out())
                .endsWith("Compared with " + baseline + ": 0 new, 0 outstanding, 1 fixed\n");
    }

    @Test
    void leakThatMovedWithItsLinesIsNotNew() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        run("scan", "--json", baseline, sources);
        Path orders = sources.resolve("Orders.java");
        Files.writeString(orders, "\n\n// shifted\n" + Files.readString(orders));

        assertThat(run("scan", "--baseline", baseline, "--fail-on", "new", sources)
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "[]", "{\"format\": 99}"})
    void baselineThatIsNoReportIsWrongUsage(String text) throws IOException {
        Path baseline = Files.writeString(folder.resolve("baseline.json"), text);

        CommandLineRun scan = run("scan", "--baseline", baseline, sources);

        assertThat(scan.code()).isEqualTo(2);
        assertThat(scan.out()).isEmpty();
        assertThat(scan.err())
                .startsWith("connleak: --baseline " + baseline + " can't be used: ")
                .endsWith("; name a file that --json wrote\n");
    }

    @Test
    void baselineThatCanNotBeReadIsWrongUsage() {
        Path none = folder.resolve("none.json");
        assertThat(run("scan", "--baseline", none, sources))
                .isEqualTo(new CommandLineRun(
                        2, "", "connleak: --baseline " + none + " does not exist; name a file that --json wrote\n"));
        assertThat(run("scan", "--baseline", folder, sources))
                .isEqualTo(new CommandLineRun(
                        2, "", "connleak: --baseline " + folder + " can't be read; name a file that --json wrote\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--regex-file", "--ignore-file"})
    void houseFilesThatCanNotBeUsedAreWrongUsage(String option) throws IOException {
        Path malformed = Files.writeString(folder.resolve("bad.properties"), "Method_Pattern=(\nDao.java=\n");
        Path broken = Files.writeString(folder.resolve("escape.properties"), "key=\\u12zz\n");
        for (Path each : List.of(malformed, broken, folder.resolve("none"), folder)) {
            CommandLineRun scan = run("scan", "--engine", "both", option, each, sources);
            assertThat(scan.code()).isEqualTo(2);
            assertThat(scan.out()).isEmpty();
            assertThat(scan.err()).startsWith("connleak: ").contains(each.toString());
            assertThat(scan.err().lines()).hasSize(1);
        }
    }

    @Test
    void fileInPlaceOfAFolderCanNotBeScanned() {
        CommandLineRun scan = run("scan", sources.resolve("Orders.java"));
        assertThat(scan.code()).isEqualTo(3);
        assertThat(scan.out()).isEmpty();
        assertThat(scan.err()).contains("Orders.java");
    }

    @Test
    void htmlShowsTheTrendOfTheArchive() throws IOException {
        Path page = folder.resolve("report.html");
        String archive = "embedded:" + folder.resolve("archive");
        run("scan", "--archive", archive, "--job", "shop", "--build", "18", sources);
        run("scan", "--archive", archive, "--job", "bank", "--build", "77", sources);

        run("scan", "--archive", archive, "--job", "shop", "--build", "19", "--html", page, sources);
        assertThat(page).content().contains("18").contains("<svg");
        run("history", "--archive", archive, "--html", page);
        assertThat(page).content().contains("shop", "bank", "<svg");
    }

    private List<String> leaks(Object... options) {
        return scan(options)
                .out()
                .lines()
                .filter(line -> line.contains(": ["))
                .map(line -> line.replaceFirst(":\\d+: \\[", " ").replaceFirst("\\].*", ""))
                .toList();
    }

    private List<Problem.Kind> problems(Object... options) throws IOException {
        return report(sources, options).problems().stream().map(Problem::kind).toList();
    }

    private CommandLineRun scan(Object... options) {
        return run(Stream.concat(Stream.of("scan", sources), Stream.of(options)).toArray());
    }

    private ScanReport report(Path root, Object... options) throws IOException {
        Path file = folder.resolve("asked.json");
        run(Stream.concat(Stream.of("scan", root, "--json", file), Stream.of(options))
                .toArray());
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        }
    }

    private static List<String> certainties(ScanReport report) {
        return report.findings().stream().map(each -> each.certainty().id()).toList();
    }

    private Path regexFile(String more) throws IOException {
        return Files.writeString(folder.resolve("house.properties"), """
                Method_Pattern=(public\\\\s|private\\\\s)+[\\\\w\\\\s]+\\\\s+(\\\\w+)\\\\s*\\\\(
                ExecutionQuery_Pattern=(\\\\w+)\\\\s*=\\\\s*House.query\\\\(\\\\w+\\\\)
                ExecuteUpdate_Pattern=House.update\\\\(\\\\w+\\\\)
                CloseResultSet_Pattern1=House.close\\\\(\\\\s*
                CloseResultSet_Pattern2=\\\\s*\\\\)
                """ + more);
    }
}
