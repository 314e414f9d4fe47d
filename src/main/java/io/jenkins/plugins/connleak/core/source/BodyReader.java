package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads bodies that were skipped, with as many parsers as there are threads that ask at a time. Safe from several threads. */
public final class BodyReader {
    private final Queue<QuickParser> idle = new ConcurrentLinkedQueue<>();

    /** The tree of a body; empty if the thorough parser has to look. */
    Optional<BlockStmt> read(UnreadBody body) {
        QuickParser known = idle.poll();
        QuickParser parser = known != null ? known : new QuickParser();
        try {
            return Optional.of(parser.body(body));
        } catch (UnusualSourceException | StackOverflowError e) {
            return Optional.empty();
        } finally {
            idle.add(parser);
        }
    }
}
