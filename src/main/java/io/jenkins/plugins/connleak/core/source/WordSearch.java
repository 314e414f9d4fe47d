package io.jenkins.plugins.connleak.core.source;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds skipped bodies that have one of some words in them. The words of a file are looked at once for all of its bodies
 * that are asked about one after the other. One thread's own.
 */
public final class WordSearch {
    private final Predicate<String> wanted;
    private @Nullable UnreadFile file;
    private boolean[] hits = {};
    private boolean hasHit;

    /** A search for words of which {@code wanted} always says the same. */
    public WordSearch(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Whether one of the words is in a body. */
    public boolean finds(UnreadBody body) {
        if (body.file() != file) {
            look(body.file());
        }
        return hasHit && body.hasWordAt(hits);
    }

    private void look(UnreadFile next) {
        file = next;
        hits = new boolean[next.wordCount()];
        hasHit = false;
        for (int i = 0; i < hits.length; i++) {
            hits[i] = wanted.test(next.word(i));
            hasHit |= hits[i];
        }
    }
}
