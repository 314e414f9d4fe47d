package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the skipped bodies of a file share: its text and its words. Safe from several threads. */
public final class UnreadFile {
    private final SourceFile source;
    private final List<String> words;
    private final BodyReader reader;
    private JavaSourceParser.@Nullable Outcome whole;

    /** @param words its words; may grow until the file has been looked at */
    UnreadFile(SourceFile source, List<String> words, BodyReader reader) {
        this.source = source;
        this.words = words;
        this.reader = reader;
    }

    /** Its words by their places. */
    String word(int place) {
        return words.get(place);
    }

    int wordCount() {
        return words.size();
    }

    String text() {
        return source.text();
    }

    BlockStmt read(UnreadBody body) {
        return reader.read(body).orElseGet(() -> readThoroughly(body));
    }

    private BlockStmt readThoroughly(UnreadBody body) {
        JavaSourceParser.Outcome outcome = whole();
        Position begin = new Position(body.line(), body.column());
        Optional<BlockStmt> block = outcome.file()
                .flatMap(file -> file.unit().findFirst(BlockStmt.class, each -> each.getBegin()
                        .filter(begin::equals)
                        .isPresent()));
        return block.orElseThrow(() -> new UnparsableBodyException(outcome.problems()));
    }

    /** The whole file as the thorough parser sees it. */
    private synchronized JavaSourceParser.Outcome whole() {
        JavaSourceParser.Outcome known = whole;
        if (known == null) {
            known = new JavaSourceParser().parse(source);
            whole = known;
        }
        return known;
    }
}
