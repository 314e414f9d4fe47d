package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.YieldStmt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceParserYieldTest {
    @ParameterizedTest
    @ValueSource(strings = {"7", "-1", "x", "(1)", "f(1)", "\"a\"", "null", "x > 1 ? 1 : 2", "new int[0].length"})
    void readsYieldOfAnyExpressionAsYield(String value) {
        String text = "class A { int m(int x) { return switch (x) { default -> { yield " + value + "; } }; } }";

        assertThat(new JavaSourceParser()
                        .parse(new SourceFile("A.java", text))
                        .file()
                        .orElseThrow()
                        .unit()
                        .findAll(YieldStmt.class))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { int yield; int m() { return yield + 1; } }",
                "class A { int yield(int x) { return this.yield(x); } }",
            })
    void readsOldCodeThatUsesTheWordAsAName(String text) {
        assertThat(new JavaSourceParser().parse(new SourceFile("A.java", text)).problems())
                .isEmpty();
    }
}
