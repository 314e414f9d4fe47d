package io.jenkins.plugins.connleak.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One method that is too much costs no more than itself: the leak beside it is found. */
class TooMuchTest {
    private static final int DEEP = 10_000;
    private static final String LEAK =
            "void leak(java.sql.Connection c) throws Exception { c.createStatement().execute(\"x\"); }";

    @TempDir
    private Path dir;

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("parentheses", "int i = " + "(".repeat(DEEP) + "1" + ")".repeat(DEEP) + ";"),
                arguments("concatenation", "String s = " + "\"a\" + ".repeat(DEEP) + "\"b\";"),
                arguments("else if", "if (n == 0) { } " + numbered(DEEP, "else if (n == #) { c.isClosed(); } ")),
                arguments("calls", "b" + ".append(1)".repeat(DEEP) + ";"),
                arguments("blocks", "{".repeat(DEEP) + "}".repeat(DEEP)),
                arguments("statements", numbered(DEEP, "int i# = n; c.commit();\n")),
                arguments("acquisitions", numbered(DEEP / 20, "Statement s# = c.createStatement(); s#.close();\n")),
                arguments("tries", "try { ".repeat(200) + "c.commit();" + "} finally { c.rollback(); }".repeat(200)),
                arguments("conditions", numbered(500, "if (b#) { s = c.createStatement(); } if (d#) { s.close(); }\n")),
                arguments("cases", "switch (n) { " + numbered(DEEP, "case #: c.commit(); break; ") + "}"),
                arguments("lambdas", "f(" + "() -> g(".repeat(500) + "1" + ")".repeat(500) + ");"),
                arguments("loops", "while (b) { ".repeat(100) + "s = c.createStatement();" + "}".repeat(100)));
    }

    private static String numbered(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void findsTheLeakBesideIt(String name, String body) throws Exception {
        ScanReport report = scan(
                "class A { " + LEAK + "\nvoid m(Connection c, int n, Statement s) throws Exception {" + body + "}\n}");

        assertThat(report.problems()).extracting(Problem::kind).containsOnly(kindsOf(report));
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.place().method()).isEqualTo("leak(Connection)"));
    }

    /** No kinds at all, or the one that says that a limit was met. */
    private static Problem.Kind[] kindsOf(ScanReport report) {
        return report.problems().isEmpty() ? new Problem.Kind[0] : new Problem.Kind[] {Problem.Kind.LIMIT};
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsEverySpellingOfTheSameText(byte[] bytes, int line) throws Exception {
        Files.write(dir.resolve("A.java"), bytes);

        assertThat(scan().findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(line);
    }

    static Stream<Arguments> spellings() {
        String text = "class A {\n\n" + LEAK + "\n}\n";
        return Stream.of(
                arguments(text.getBytes(StandardCharsets.UTF_8), 3),
                arguments(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), 3),
                arguments(text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8), 3),
                arguments(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), 3),
                arguments(text.replace("class", "\\u0063lass").getBytes(StandardCharsets.UTF_8), 3),
                arguments(
                        text.replace("createStatement", "create\\u0053tatement").getBytes(StandardCharsets.UTF_8), 3),
                arguments(text.replace("{", "\\uuu007b").getBytes(StandardCharsets.UTF_8), 3),
                arguments((text + "\u001a").getBytes(StandardCharsets.UTF_8), 3));
    }

    @Test
    void findsTheLeakInAClassOfTwentyThousandMethods() throws Exception {
        ScanReport report = scan("class A {" + numbered(20_000, "void m#(int a) { m#(a + 1); }\n") + LEAK + "}");

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings()).hasSize(1);
    }

    private ScanReport scan(String text) throws Exception {
        Files.writeString(dir.resolve("A.java"), "import java.sql.*;" + text);
        return scan();
    }

    private ScanReport scan() throws Exception {
        ScanOptions options = new ScanOptions(
                Engine.FLOW, SourceSelection.DEFAULT, new HouseFiles(null, null), Certainty.POSSIBLE, 1, BuildTag.NONE);
        return new Scanner(options).scan(List.of(dir), ScanProgress.NONE).report();
    }
}
