package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceParserTest {
    private static final int NESTED = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "// nothing",
                "package a;",
                "@Deprecated package a;",
                "open module a.b { requires transitive java.sql; exports a; provides X with Y; }",
                "record P(int x, int... y) { P { check(x); } }",
                "sealed interface S permits A {} non-sealed class A implements S {}",
                "class A { int f(Object o) { return switch (o) { case null -> 0; case P(int x, var _) when x > 1 -> x; default -> 1; }; } }",
                "class A { boolean f(Object o) { return o instanceof P(var x, P(int y, _)) && x > y; } }",
                "class A { String s = \"\"\"\n  a \"b\"\n  \"\"\"; }",
                "class A { void f() { try (var _ = g()) {} catch (Exception _) {} list.forEach(_ -> {}); } }",
                "class A { A(int x) { check(x); super(); } }",
                "import module java.base;\nvoid main() { IO.println(1); }",
                "String greeting() { return \"\"; }\nint x = 3;\nvoid main() {}",
                "class A { int record, sealed, permits, when, module, yield_, var; }",
                "class A { int \\u0061b = 1; char c = '\\u005c''; }",
                "class \\u0041 \\u007b \\u007d",
            })
    void parsesEveryFormOfJava(String text) {
        JavaSourceParser.Outcome outcome = new JavaSourceParser().parse(new SourceFile("A.java", text));

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.file()).isPresent();
    }

    @Test
    void reportsWhatIsNotJavaWithItsLine() {
        JavaSourceParser.Outcome outcome =
                new JavaSourceParser().parse(new SourceFile("A.java", "class A {\n  int = ;\n}"));

        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNPARSABLE))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("This file is not Java that can be parsed, so it was not analysed:"
                                + " Parse error. Found \"=\""));
    }

    @Test
    void reportsNestingThatItsStackDoesNotHold() throws Exception {
        String nested = "class A { int f() { return " + "(".repeat(NESTED) + "1" + ")".repeat(NESTED) + "; } }";
        AtomicReference<JavaSourceParser.Outcome> outcome = new AtomicReference<>();
        Thread small = new Thread(
                null,
                () -> outcome.set(new JavaSourceParser().parse(new SourceFile("A.java", nested))),
                "small",
                512 * 1024);
        small.start();
        small.join();

        assertThat(outcome.get().file()).isEmpty();
        assertThat(outcome.get().problems())
                .isEqualTo(List.of(new Problem(
                        Problem.Kind.LIMIT,
                        "A.java",
                        0,
                        "This file's expressions are nested too deeply to be parsed, so it was not analysed")));
    }
}
