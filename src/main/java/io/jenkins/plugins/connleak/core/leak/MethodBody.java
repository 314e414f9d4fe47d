package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.FlowLimitException;
import io.jenkins.plugins.connleak.core.source.UnparsableBodyException;
import io.jenkins.plugins.connleak.core.source.UnreadBody;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of one method. Its graph may be made only when somebody asks for it, once, by the thread that asks first. Safe
 * from several threads.
 */
final class MethodBody {
    private final int line;
    private final @Nullable Supplier<Set<String>> words;
    private final @Nullable UnreadBody unread;
    private @Nullable Supplier<FlowGraph> lowering;
    private volatile @Nullable FlowGraph graph;
    private volatile @Nullable RuntimeException failure;

    private MethodBody(
            int line,
            @Nullable Supplier<Set<String>> words,
            @Nullable UnreadBody unread,
            @Nullable Supplier<FlowGraph> lowering,
            @Nullable FlowGraph graph) {
        this.line = line;
        this.words = words;
        this.unread = unread;
        this.lowering = lowering;
        this.graph = graph;
    }

    /** A body whose graph is there. */
    static MethodBody of(FlowGraph graph) {
        return new MethodBody(graph.nodes().get(0).line(), null, null, null, graph);
    }

    /**
     * A body whose graph is made when it is asked for.
     *
     * @param line the line that it begins in, from 1
     * @param words tells the names in it, and maybe more
     * @param lowering makes the graph; raises {@link FlowLimitException} if the body has to be given up
     */
    static MethodBody later(int line, Supplier<Set<String>> words, Supplier<FlowGraph> lowering) {
        return new MethodBody(line, words, null, lowering, null);
    }

    /**
     * A body that the parser has skipped, whose graph is made when it is asked for.
     *
     * @param unread the body
     * @param lowering makes the graph; raises {@link FlowLimitException} if the body has to be given up
     */
    static MethodBody later(UnreadBody unread, Supplier<FlowGraph> lowering) {
        return new MethodBody(unread.line(), unread::words, unread, lowering, null);
    }

    /** The line that it begins in. */
    int line() {
        return line;
    }

    /**
     * The simple names that it mentions: of what it calls and makes, of fields, of types; there may be more. A body that
     * does not have a name in it does nothing with what is called so.
     */
    Set<String> words() {
        Supplier<Set<String>> known = words;
        return known != null ? known.get() : BodyWords.of(graph());
    }

    /** Those of its words that name what it calls; there may be more. */
    Set<String> called() {
        return unread != null ? unread.called() : words();
    }

    /** Those of its words that do not only name what it calls; there may be more. */
    Set<String> named() {
        return unread != null ? unread.named() : words();
    }

    /** The body as the parser has skipped it, if it has. */
    Optional<UnreadBody> unread() {
        return Optional.ofNullable(unread);
    }

    /** Whether the graph has been made, or could not be. */
    boolean isLowered() {
        return graph != null || failure != null;
    }

    /**
     * The graph.
     *
     * @throws FlowLimitException if the body is too large
     * @throws UnparsableBodyException if it is no Java
     */
    FlowGraph graph() {
        FlowGraph known = graph;
        return known != null ? known : lower();
    }

    private synchronized FlowGraph lower() {
        FlowGraph known = graph;
        if (known != null) {
            return known;
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        try {
            known = Objects.requireNonNull(lowering).get();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            lowering = null;
        }
        graph = known;
        return known;
    }
}
