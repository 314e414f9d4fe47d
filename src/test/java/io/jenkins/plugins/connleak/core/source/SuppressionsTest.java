package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.SilencedFinding.By;
import io.jenkins.plugins.connleak.core.source.Suppressions.Silence;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final String RULES = "never-closed, not-closed-on-exception, not-closed-on-path, overwritten,"
            + " temporary-never-closed, field-never-closed, legacy-pattern, or all";

    @Test
    void commentSilencesItsOwnLineBehindCompleteCode() {
        assertThat(silenced("class A {", "Object a = open(); // connleak:ignore", "Object b = open();", "}"))
                .containsExactly(2);
    }

    @Test
    void commentSilencesTheLineAfterIt() {
        assertThat(silenced("class A {", "// connleak:ignore never-closed", "Object a = open();", "Object b;", "}"))
                .containsExactly(2, 3);
    }

    @Test
    void commentWithinAStatementSilencesTheNextLineToo() {
        assertThat(silenced("class A {", "Object a = // connleak:ignore", "  open();", "Object b;", "}"))
                .containsExactly(2, 3);
    }

    @Test
    void commentsMayStandBelowEachOther() {
        assertThat(silenced(
                        "class A {", "// connleak:ignore never-closed why", "// and so on", "Object a = open();", "}"))
                .contains(4);
    }

    @Test
    void commentHoldsRuleAndReason() {
        Suppressions suppressions = suppressions("// connleak:ignore never-closed  closed by the pool ", "x");

        assertThat(suppressions.silencing(finding(LeakKind.NEVER_CLOSED, 2, "c")))
                .contains(new Silence(By.COMMENT, "closed by the pool"));
        assertThat(suppressions.silencing(finding(LeakKind.OVERWRITTEN, 2, "c")))
                .isEmpty();
    }

    @Test
    void commentMayDoWithoutRule() {
        assertThat(suppressions("// connleak:ignore closed by the pool", "x")
                        .silencing(finding(LeakKind.OVERWRITTEN, 2, "c")))
                .contains(new Silence(By.COMMENT, "closed by the pool"));
        assertThat(suppressions("// connleak:ignore all closed by the pool", "x")
                        .silencing(finding(LeakKind.OVERWRITTEN, 2, "c")))
                .contains(new Silence(By.COMMENT, "closed by the pool"));
        assertThat(suppressions("// connleak:ignore *", "x").silencing(finding(LeakKind.LEGACY_PATTERN, 2, "c")))
                .contains(new Silence(By.COMMENT, ""));
    }

    @Test
    void reportsMisspeltRuleAndSilencesNothing() {
        Suppressions suppressions = suppressions("x();", "// connleak:ignore never-clsed it is", "y();");

        assertThat(suppressions.problems())
                .containsExactly(new Problem(
                        Problem.Kind.SUPPRESSION,
                        "A.java",
                        2,
                        "There is no rule 'never-clsed', so nothing is silenced here; the rules are " + RULES));
        assertThat(suppressions.silencing(finding(LeakKind.NEVER_CLOSED, 3, "c")))
                .isEmpty();
    }

    @Test
    void ignoresWhatLooksLikeACommentInAString() {
        assertThat(silenced("class A {", "String a = \"// connleak:ignore\"", "+ open();", "}"))
                .isEmpty();
        assertThat(silenced("class A { String a = \"\"\"", "  \"// connleak:ignore", "  \"\"\" + open();", "}"))
                .isEmpty();
    }

    @Test
    void annotationSilencesClassAndMethod() {
        assertThat(silenced("@SuppressWarnings(\"connleak\")", "class A {", "}", "class B {", "}"))
                .containsExactly(1, 2, 3);
        assertThat(silenced(
                        "class A {",
                        "@SuppressWarnings({\"unchecked\", \"resource\"})",
                        "void f() {",
                        "}",
                        "void g() {}",
                        "}"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void annotationOnFieldSilencesItsVariableInTheWholeClass() {
        Suppressions suppressions = suppressions(
                "class A {", "@SuppressWarnings(\"connleak\") Object c;", "void f() {", "c = open();", "}", "}");

        assertThat(suppressions.silencing(finding(LeakKind.FIELD_NEVER_CLOSED, 4, "c")))
                .contains(new Silence(By.ANNOTATION, ""));
        assertThat(suppressions.silencing(finding(LeakKind.FIELD_NEVER_CLOSED, 4, "d")))
                .isEmpty();
    }

    @Test
    void annotationOnLocalSilencesItsVariableInItsBlock() {
        Suppressions suppressions = suppressions(
                "class A { void f() {",
                "{",
                "@SuppressWarnings(\"resource\") Object c = open();",
                "c = open();",
                "}",
                "Object c = open(); } }");

        assertThat(suppressions.silencing(finding(LeakKind.OVERWRITTEN, 4, "c")))
                .contains(new Silence(By.ANNOTATION, ""));
        assertThat(suppressions.silencing(finding(LeakKind.OVERWRITTEN, 6, "c")))
                .isEmpty();
    }

    @Test
    void annotationMayNameARule() {
        Suppressions suppressions = suppressions("@SuppressWarnings(\"connleak:overwritten\") class A {", "}");

        assertThat(suppressions.silencing(finding(LeakKind.OVERWRITTEN, 2, "c")))
                .contains(new Silence(By.ANNOTATION, ""));
        assertThat(suppressions.silencing(finding(LeakKind.NEVER_CLOSED, 2, "c")))
                .isEmpty();
        assertThat(suppressions("class A {", "@SuppressWarnings(\"connleak:nothing\") int x; }")
                        .problems())
                .containsExactly(new Problem(
                        Problem.Kind.SUPPRESSION,
                        "A.java",
                        2,
                        "There is no rule 'nothing', so nothing is silenced here; the rules are " + RULES));
    }

    @Test
    void annotationMayUseConstantsOfTheFile() {
        assertThat(silenced(
                        "class A {",
                        "static final String TOOL = \"conn\" + (\"leak\"), ALL = TOOL;",
                        "@SuppressWarnings(value = A.ALL) void f() {}",
                        "@SuppressWarnings(Elsewhere.OTHER) void g() {} // connleak",
                        "}"))
                .containsExactly(3);
    }

    @Test
    void wordOfTheCompilerLeavesPatternAnalysisAlone() {
        Suppressions suppressions = suppressions("@SuppressWarnings(\"resource\") class A {", "}");

        assertThat(suppressions.silencing(finding(LeakKind.LEGACY_PATTERN, 2, "c")))
                .isEmpty();
        assertThat(suppressions.silencing(finding(LeakKind.NEVER_CLOSED, 2, "c")))
                .contains(new Silence(By.ANNOTATION, ""));
    }

    @Test
    void otherAnnotationsSilenceNothing() {
        assertThat(silenced("@SuppressWarnings(\"unchecked\") @Named(\"connleak\") class A {", "}"))
                .isEmpty();
        assertThat(silenced("@SuppressWarnings class A {", "} // connleak")).isEmpty();
    }

    private static List<Integer> silenced(String... lines) {
        Suppressions suppressions = suppressions(lines);
        return IntStream.rangeClosed(1, lines.length)
                .filter(line -> suppressions
                        .silencing(finding(LeakKind.NEVER_CLOSED, line, "none"))
                        .isPresent())
                .boxed()
                .toList();
    }

    private static Suppressions suppressions(String... lines) {
        SourceFile source = new SourceFile("A.java", String.join("\n", lines));
        Optional<ParsedFile> tree = Suppressions.wantsTree(source)
                ? new JavaSourceParser().parse(source).file()
                : Optional.empty();
        return Suppressions.of(source, tree);
    }

    private static Finding finding(LeakKind rule, int line, String variable) {
        return new Finding(
                rule,
                Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "", variable),
                new Place("A.java", line, "", "A", "f()"),
                new Explanation("leaks", List.of(), "close it"),
                Fingerprint.NONE);
    }
}
