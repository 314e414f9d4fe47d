package io.jenkins.plugins.connleak.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the words of a file's bodies, each kept once for the file. One thread's own. */
final class WordCollector {
    private static final int NAMED = 1;
    private static final int CALLED = 2;

    private final Symbols symbols;
    private int[] ofFile = new int[0];
    private int[] seenInFile = new int[0];
    private int[] seenInBody = new int[0];
    private int[] uses = new int[0];
    private int file;
    private int body;
    private List<String> words = new ArrayList<>();
    private int[] found = new int[64];
    private int[] symbolOf = new int[64];
    private int count;

    WordCollector(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Begins a file. */
    void beginFile() {
        file++;
        words = new ArrayList<>();
    }

    /** Begins a body. */
    void begin() {
        body++;
        count = 0;
    }

    /** Takes note of the name of something that is called. */
    void called(int symbol) {
        add(symbol, CALLED);
    }

    /** Takes note of a name that is not that of a call. */
    void named(int symbol) {
        add(symbol, NAMED);
    }

    private void add(int symbol, int use) {
        int word = word(symbol);
        if (seenInBody[symbol] != body) {
            seenInBody[symbol] = body;
            uses[symbol] = 0;
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
                symbolOf = Arrays.copyOf(symbolOf, 2 * count);
            }
            symbolOf[count] = symbol;
            found[count++] = word;
        }
        uses[symbol] |= use;
    }

    private int word(int symbol) {
        if (symbol >= ofFile.length) {
            int size = Math.max(symbol + 1, 2 * ofFile.length);
            ofFile = Arrays.copyOf(ofFile, size);
            seenInFile = Arrays.copyOf(seenInFile, size);
            seenInBody = Arrays.copyOf(seenInBody, size);
            uses = Arrays.copyOf(uses, size);
        }
        if (seenInFile[symbol] != file) {
            seenInFile[symbol] = file;
            ofFile[symbol] = words.size();
            words.add(symbols.name(symbol));
        }
        return ofFile[symbol];
    }

    /** The words of the file so far; grows until the next file begins. */
    List<String> words() {
        return words;
    }

    /** The words of the body so far. */
    Words found() {
        int[] sorted = new int[count];
        int named = take(NAMED, sorted, 0);
        int both = take(NAMED | CALLED, sorted, named);
        take(CALLED, sorted, both);
        return new Words(sorted, named, both);
    }

    private int take(int use, int[] into, int from) {
        int next = from;
        for (int i = 0; i < count; i++) {
            if (uses[symbolOf[i]] == use) {
                into[next++] = found[i];
            }
        }
        return next;
    }
}
