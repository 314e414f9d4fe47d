package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that a body is taken to have in it, read late or at once. */
class BodyWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thing.go();                   | go",
                "a.b.Thing.go();               | Thing go",
                "new a.Thing<Other>();         | Thing Other",
                "own = 3;                      | own",
                "other.field = 3;              | field",
                "int i = other.field.part;     | field part",
                "int i = Thing.FIELD;          | Thing FIELD",
                "use(Thing::go);               | use go",
                "use(() -> 1);                 | use",
                "Map<String, List<Thing>> t;   | Map List Thing",
                "Thing[] many = null;          | Thing",
                "Object o = (Thing) null;      | Thing",
                "for (Thing t : things()) { }  | Thing things",
            })
    void haveEveryNameThatMattersInThem(String body, String words) {
        Set<String> late = body(body).words();
        MethodBody lowered = body(body);

        assertThat(late).contains(words.split(" "));
        assertThat(BodyWords.of(lowered.graph())).contains(words.split(" ")).doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thing                     | Thing",
                "a.b.Thing                 | a b Thing",
                "Map<String, ? extends T>  | Map String extends T",
                "Thing[]                   | Thing",
                "<T>                       | T",
                "<>                        | ''",
            })
    void areCutOutOfATypeAsItIsWritten(String type, String words) {
        List<String> found = new ArrayList<>();
        BodyWords.in(type, found::add);

        assertThat(String.join(" ", found)).isEqualTo(words);
    }

    private static MethodBody body(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        SourceFile source = new SourceFile("A.java", "class A { int own; void m() { %s } }".formatted(text));
        return analysis.lower(analysis.parser().parse(source).file().orElseThrow()).types().get(0).methods().stream()
                .filter(method -> method.signature().name().equals("m"))
                .findFirst()
                .flatMap(MethodModel::body)
                .orElseThrow();
    }
}
