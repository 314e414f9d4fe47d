package io.jenkins.plugins.connleak.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read from the archive, and what was not.
 *
 * @param items what could be read, in the order that the question asks for
 * @param skipped what was not read
 * @param <T> what was asked for
 */
public record Reading<T>(List<T> items, Skipped skipped) {
    public Reading {
        items = List.copyOf(items);
    }

    /**
     * Documents that were left out.
     *
     * @param damaged documents that are not connleak's, or lack what is needed
     * @param newer documents that a newer version of connleak wrote
     * @param beyond documents beyond the bound of what is read at once
     */
    public record Skipped(int damaged, int newer, int beyond) {
        /** Nothing was left out. */
        public static final Skipped NONE = new Skipped(0, 0, 0);

        /** Both. */
        public Skipped plus(Skipped other) {
            return new Skipped(damaged + other.damaged, newer + other.newer, beyond + other.beyond);
        }

        /** A sentence per reason, for people; none if nothing was left out. */
        public List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            if (damaged > 0) {
                sentences.add(documents(damaged) + " of the archive can't be read and "
                        + (damaged == 1 ? "was" : "were") + " skipped: damaged, or not written by connleak");
            }
            if (newer > 0) {
                sentences.add(documents(newer) + " of the archive " + (newer == 1 ? "was" : "were")
                        + " written by a newer connleak and skipped; read them with that version");
            }
            if (beyond > 0) {
                sentences.add(documents(beyond) + " of the archive or more " + (beyond == 1 ? "was" : "were")
                        + " left out: so many are not read at once; ask for less");
            }
            return List.copyOf(sentences);
        }

        private static String documents(int count) {
            return count + (count == 1 ? " document" : " documents");
        }
    }
}
