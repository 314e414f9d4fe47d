package io.jenkins.plugins.connleak.core.source;

import java.util.Arrays;

/**
 * The names of many files, each kept once: a name is found by its characters without making a string of it. Bounded: it
 * forgets everything when it has grown too large. One thread's own.
 */
final class Symbols {
    /** Far more than a large project's distinct names in one thread's share. */
    private static final int MOST = 500_000;

    private int[] table = new int[1 << 14];
    private String[] names = new String[1 << 13];
    private int[] kinds = new int[1 << 13];
    private int[] hashes = new int[1 << 13];
    private int count;

    Symbols() {
        clear();
    }

    private void clear() {
        Arrays.fill(table, 0);
        count = 1;
        Token.KEYWORDS.forEach((word, kind) -> {
            int symbol = of(word.toCharArray(), 0, word.length());
            kinds[symbol] = kind;
        });
    }

    /** To be called between files: numbers of names hold until then. */
    void trim() {
        if (count > MOST) {
            clear();
        }
    }

    /** The number of the name at that place. */
    int of(char[] text, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = hash(hash, text[i]);
        }
        return of(text, begin, end, hash);
    }

    /** The number of a name. */
    int of(String name) {
        return of(name.toCharArray(), 0, name.length());
    }

    /** The hash of a name, one character after the other, beginning with 0. */
    static int hash(int before, char next) {
        return before * 31 + next;
    }

    /** The number of the name at that place, whose hash is known. */
    int of(char[] text, int begin, int end, int hash) {
        int mask = table.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (table[slot] != 0) {
            int symbol = table[slot];
            if (hashes[symbol] == hash && is(names[symbol], text, begin, end)) {
                return symbol;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, new String(text, begin, end - begin));
    }

    private static boolean is(String name, char[] text, int begin, int end) {
        if (name.length() != end - begin) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text[begin + i]) {
                return false;
            }
        }
        return true;
    }

    private int add(int slot, int hash, String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        int symbol = count++;
        table[slot] = symbol;
        names[symbol] = name;
        hashes[symbol] = hash;
        kinds[symbol] = Token.NAME;
        if (2 * count > table.length) {
            grow();
        }
        return symbol;
    }

    private void grow() {
        table = new int[2 * table.length];
        int mask = table.length - 1;
        for (int symbol = 1; symbol < count; symbol++) {
            int slot = (hashes[symbol] ^ (hashes[symbol] >>> 15)) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = symbol;
        }
    }

    /** The name itself. */
    String name(int symbol) {
        return names[symbol];
    }

    /** {@link Token#NAME} or the keyword that it is. */
    int kind(int symbol) {
        return kinds[symbol];
    }
}
