package io.jenkins.plugins.connleak.core.source;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The words of a body by their places among the words of its file, each once: first those that are not called, then those
 * that are both, then those that are only called.
 *
 * @param places the places
 * @param named how many are not called
 * @param both how many are not only called
 */
record Words(int[] places, int named, int both) {
    /** A part of them. */
    Set<String> between(int begin, int end, UnreadFile file) {
        return new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return new Texts(begin, end, file);
            }

            @Override
            public int size() {
                return end - begin;
            }
        };
    }

    /** Goes over some of the words. */
    private final class Texts implements Iterator<String> {
        private final int end;
        private final UnreadFile file;
        private int next;

        Texts(int begin, int end, UnreadFile file) {
            this.next = begin;
            this.end = end;
            this.file = file;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public String next() {
            if (next >= end) {
                throw new NoSuchElementException();
            }
            return file.word(places[next++]);
        }
    }
}
