package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordSearchTest {
    private final List<UnreadBody> orders = bodies("""
            class Orders {
                void load() { open("orders"); }
                void save() { rows.store(); }
            }
            """);
    private final List<UnreadBody> bills =
            bodies("class Bills { void load() { rows.read(); } void open() { close(); } }");

    @Test
    void findsBodiesWithOneOfTheWords() {
        WordSearch search = new WordSearch(word -> word.equals("open") || word.equals("rows"));

        assertThat(orders).map(search::finds).containsExactly(true, true);
        assertThat(bills).map(search::finds).containsExactly(true, false);
        assertThat(orders).map(search::finds).containsExactly(true, true);
    }

    @Test
    void findsNothingInAFileWithoutThem() {
        WordSearch search = new WordSearch("store"::equals);

        assertThat(bills).map(search::finds).containsExactly(false, false);
        assertThat(orders).map(search::finds).containsExactly(false, true);
    }

    @Test
    void looksAtTheWordsOfAFileOnce() {
        List<String> looked = new ArrayList<>();
        WordSearch search = new WordSearch(looked::add);

        assertThat(orders).map(search::finds).containsExactly(true, true);
        assertThat(looked).doesNotHaveDuplicates().contains("open", "rows", "store");
    }

    private static List<UnreadBody> bodies(String text) {
        return JavaSourceParser.around(new BodyReader())
                .parse(new SourceFile("A.java", text))
                .file()
                .orElseThrow()
                .unit()
                .findAll(BlockStmt.class)
                .stream()
                .map(UnreadBody::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
