package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

        assertThat(outcome.problems())
                .containsExactly(new Problem(
                        Problem.Kind.UNPARSABLE,
                        "A.java",
                        2,
                        "This is not Java that can be parsed, so what it is part of was not analysed:"
                                + " Parse error. Found \"=\""));
    }

    @Test
    void givesUpWhatHasNoWholeMember() {
        JavaSourceParser.Outcome outcome =
                new JavaSourceParser().parse(new SourceFile("A.java", "(".repeat(100) + "\n" + ")".repeat(100)));

        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .startsWith("This file is not Java that can be parsed, so it was not analysed: "));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void keepsTheMembersThatAreWhole(String text, String saved) {
        JavaSourceParser.Outcome outcome = new JavaSourceParser().parse(new SourceFile("A.java", text));

        assertThat(outcome.problems()).singleElement().satisfies(problem -> assertThat(problem.kind())
                .isEqualTo(Problem.Kind.UNPARSABLE));
        assertThat(shown(outcome)).isEqualTo(saved);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(
                        "class A { void m() { int i = ; } void n() { a(); } }",
                        "class A { void m(); void n() { a(); } }"),
                arguments(
                        "class A {\n int x y;\n void n() { a(); } }",
                        "class A { int x; void n() { a(); } void $lost(); }"),
                arguments(
                        "class A {\n A(int i) { this.i = ; }\n { j = ; }\n void n() { a(); } }",
                        "class A { void n() { a(); } void $lost(); void $lost(); }"),
                arguments(
                        "class A {\n String s = \"abc;\n void n() { a(); } }",
                        "class A { void n() { a(); } void $lost(); }"),
                arguments(
                        "class A { void n() {\n use(STR.\"a\\{b}\"); }\n void m() { a(); } }",
                        "class A { void n(); void m() { a(); } }"),
                arguments(
                        "class A { void n() { a(); } }\n }\nclass B { void m() { b(); } }",
                        "class A { void n() { a(); } } class B { void m() { b(); } }"),
                arguments(
                        "class A {\n<<<<<<< HEAD\n void m() { a(); }\n=======\n>>>>>>> b\n void n() { b(); } }",
                        "class A { void m() { a(); } void n() { b(); } void $lost(); }"),
                arguments(
                        "enum E {\n X { void x() { a( } }; void n() { a(); } }",
                        "enum E { X; void n() { a(); } void $lost(); }"));
    }

    @ParameterizedTest
    @MethodSource("cut")
    void keepsTheMembersBeforeTheEndOfACutText(String text, String saved) {
        JavaSourceParser.Outcome outcome = new JavaSourceParser().parse(new SourceFile("A.java", text));

        assertThat(outcome.problems()).hasSize(1);
        assertThat(shown(outcome)).isEqualTo(saved);
    }

    static Stream<Arguments> cut() {
        String whole = "class A { void n() { a(); }\n";
        return Stream.of(
                arguments(whole, "class A { void n() { a(); } void $lost(); }"),
                arguments(whole + "void k() { b();", "class A { void n() { a(); } void k(); }"),
                arguments(whole + "void k() { String s = \"abc", "class A { void n() { a(); } void k(); }"),
                arguments(whole + "void k() { b(\"\"\"\n abc", "class A { void n() { a(); } void k(); }"),
                arguments(
                        whole + "void k() { }\n/* not closed",
                        "class A { void n() { a(); } void k() { } void $lost(); }"),
                arguments(
                        whole + "void k() { }\nvoid z(int a",
                        "class A { void n() { a(); } void k() { } void $lost(); }"),
                arguments(
                        whole + "class I {\nint i;", "class A { void n() { a(); } class I { int i; void $lost(); } }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { void m() { enum E { X, Y } a(); } }",
                "class A { void m() { enum E implements I { X(1) { }, Y; E(int i) { } } a(); } }",
                "class A {\rvoid m() {\r\tenum E { X }\r\ta(); } }",
            })
    void knowsLocalEnums(String text) {
        JavaSourceParser.Outcome outcome = new JavaSourceParser().parse(new SourceFile("A.java", text));

        assertThat(outcome.problems()).isEmpty();
        assertThat(shown(outcome)).contains("class E").endsWith("a(); } }").doesNotContain("X");
    }

    private static String shown(JavaSourceParser.Outcome outcome) {
        return outcome.file()
                .orElseThrow()
                .unit()
                .toString()
                .replaceAll("\\s+", " ")
                .trim();
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
