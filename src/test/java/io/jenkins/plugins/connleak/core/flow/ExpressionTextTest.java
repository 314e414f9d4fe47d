package io.jenkins.plugins.connleak.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.expr.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTextTest {
    private final JavaParser parser = new JavaParser(
            new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25).setAttributeComments(false));

    @Test
    void writesEveryExpressionOfTheCorpusAsThePrettyPrinterDoes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<Expression> expressions = parser.parse(Files.readString(file))
                        .getResult()
                        .orElseThrow()
                        .findAll(Expression.class);
                expressions.forEach(
                        expression -> assertThat(ExpressionText.of(expression)).isEqualTo(expression.toString()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.c",
                "this.a != A.this.b",
                "(a + 'x') == \"\\\"y\"",
                "a.<B>c(1L, 0x1F, 1.5e3f, true)",
                "f(null).g().h[1]",
                "!a.isB() && c instanceof D",
                "a >>> 2 >= b",
            })
    void writesEveryFormAsThePrettyPrinterDoes(String text) {
        Expression expression = parser.parseExpression(text).getResult().orElseThrow();

        assertThat(ExpressionText.of(expression)).isEqualTo(expression.toString());
    }
}
