package io.jenkins.plugins.connleak.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the words of a file's bodies, each kept once for the file. One thread's own. */
final class WordCollector {
    private final Symbols symbols;
    private int[] ofFile = new int[0];
    private int[] seenInFile = new int[0];
    private int[] seenInBody = new int[0];
    private int file;
    private int body;
    private List<String> words = new ArrayList<>();
    private int[] found = new int[64];
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

    /** Takes note of a name. */
    void add(int symbol) {
        int word = word(symbol);
        if (seenInBody[symbol] != body) {
            seenInBody[symbol] = body;
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = word;
        }
    }

    private int word(int symbol) {
        if (symbol >= ofFile.length) {
            int size = Math.max(symbol + 1, 2 * ofFile.length);
            ofFile = Arrays.copyOf(ofFile, size);
            seenInFile = Arrays.copyOf(seenInFile, size);
            seenInBody = Arrays.copyOf(seenInBody, size);
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

    /** The places among the file's words of those of the body, each once. */
    int[] found() {
        return Arrays.copyOf(found, count);
    }
}
