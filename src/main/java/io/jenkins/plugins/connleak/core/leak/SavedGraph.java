package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.SavedAnalysis.Edges;
import java.util.BitSet;

/** Which answers of an analysis that was kept rest on which others. */
final class SavedGraph {
    private final Edges asked;
    private final Edges readers;

    SavedGraph(Edges asked) {
        this.asked = asked;
        this.readers = turned(asked);
    }

    /** The same edges the other way round. */
    private static Edges turned(Edges edges) {
        int count = edges.ends().length;
        int[] ends = new int[count];
        for (int target : edges.numbers()) {
            ends[target]++;
        }
        for (int i = 1; i < count; i++) {
            ends[i] += ends[i - 1];
        }
        int[] next = ends.clone();
        int[] sources = new int[edges.numbers().length];
        for (int source = count - 1; source >= 0; source--) {
            for (int i = edges.begin(source); i < edges.end(source); i++) {
                sources[--next[edges.numbers()[i]]] = source;
            }
        }
        return new Edges(ends, sources);
    }

    /** Those that rest directly on one of the questions. */
    BitSet readers(BitSet questions) {
        BitSet found = new BitSet();
        questions.stream().forEach(question -> add(readers, question, found));
        return found;
    }

    /** Those on which the questions rest and which rest on them: on the way from one of them to one of them. */
    BitSet between(BitSet from, BitSet to) {
        BitSet between = reached(asked, from);
        between.and(reached(readers, to));
        return between;
    }

    private static BitSet reached(Edges edges, BitSet from) {
        BitSet reached = (BitSet) from.clone();
        BitSet work = (BitSet) from.clone();
        while (!work.isEmpty()) {
            BitSet next = new BitSet();
            for (int each = work.nextSetBit(0); each >= 0; each = work.nextSetBit(each + 1)) {
                add(edges, each, next);
            }
            next.andNot(reached);
            reached.or(next);
            work = next;
        }
        return reached;
    }

    private static void add(Edges edges, int list, BitSet to) {
        for (int i = edges.begin(list); i < edges.end(list); i++) {
            to.set(edges.numbers()[i]);
        }
    }

    boolean asks(int question, int other) {
        for (int i = asked.begin(question); i < asked.end(question); i++) {
            if (asked.numbers()[i] == other) {
                return true;
            }
        }
        return false;
    }
}
