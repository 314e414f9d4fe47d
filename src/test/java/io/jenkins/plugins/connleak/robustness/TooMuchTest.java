package io.jenkins.plugins.connleak.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
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

    private static final String LEAK_BESIDE = "2 leak(Connection) temporary-never-closed";

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
                arguments("tries", "try { ".repeat(200) + "c.commit();" + "} finally { c.rollback(); }".repeat(200)),
                arguments("cases", "switch (n) { " + numbered(DEEP, "case #: c.commit(); break; ") + "}"),
                arguments("lambdas", "f(" + "() -> g(".repeat(500) + "1" + ")".repeat(500) + ");"));
    }

    private static String numbered(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void findsNothingButTheLeakBesideIt(String name, String body) throws Exception {
        ScanReport report = scanBeside(body);

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings()).extracting(TooMuchTest::place).containsExactly(LEAK_BESIDE);
    }

    @Test
    void givesUpAMethodThatCostsTooMuchAndFindsTheLeakBesideIt() throws Exception {
        ScanReport report = scanBeside(numbered(DEEP / 20, "Statement s# = c.createStatement(); s#.close();\n"));

        assertThat(report.problems())
                .containsExactly(new Problem(
                        Problem.Kind.LIMIT,
                        "A.java",
                        3,
                        "Method m(Connection,int,Statement) was not analysed: more than 600000000 values of"
                                + " variables to follow in one method. Split it."));
        assertThat(report.findings()).extracting(TooMuchTest::place).containsExactly(LEAK_BESIDE);
    }

    @Test
    void findsTheLeakInAHundredLoops() throws Exception {
        ScanReport report = scanBeside("while (b) { ".repeat(100) + "\ns = c.createStatement();" + "}".repeat(100));

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings())
                .extracting(TooMuchTest::place)
                .containsExactly(LEAK_BESIDE, "4 m(Connection,int,Statement) overwritten");
    }

    @Test
    void findsEveryLeakAmongMoreWaysThanThereAreAtoms() throws Exception {
        ScanReport report = scanBeside(
                numbered(60, "\nStatement t# = null; if (b#) { t# = c.createStatement(); } if (d#) { t#.close(); }"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings())
                .extracting(TooMuchTest::place)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(LEAK_BESIDE),
                                IntStream.range(4, 64)
                                        .mapToObj(line -> line + " m(Connection,int,Statement) not-closed-on-path"))
                        .toList());
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

    private static String place(Finding finding) {
        return finding.place().line() + " " + finding.place().method() + " "
                + finding.rule().id();
    }

    private ScanReport scanBeside(String body) throws Exception {
        return scan("\nclass A { " + LEAK + "\nvoid m(Connection c, int n, Statement s) throws Exception {" + body
                + "}\n}");
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
