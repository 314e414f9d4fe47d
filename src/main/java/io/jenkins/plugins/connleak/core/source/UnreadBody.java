package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body that was skipped: where it stands, which words are in it, and how to read it after all. It holds the text of its
 * file. Safe from several threads.
 */
public final class UnreadBody {
    static final DataKey<UnreadBody> KEY = new DataKey<>() {};

    /** Odd, and with its bits well mixed, so that each character changes most of a mark. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final UnreadFile file;
    private final int begin;
    private final int end;
    private final int line;
    private final int column;
    private final Words words;

    /** @param place where its braces are */
    UnreadBody(UnreadFile file, Place place, Words words) {
        this.file = file;
        this.begin = place.begin();
        this.end = place.end();
        this.line = place.line();
        this.column = place.column();
        this.words = words;
    }

    /**
     * Where a body stands in its file.
     *
     * @param begin index of its opening brace
     * @param end index behind its closing brace
     * @param line line of its opening brace, from 1
     * @param column column of its opening brace, from 1
     */
    record Place(int begin, int end, int line, int column) {}

    /** What stands for a body that was skipped, if it was. */
    public static Optional<UnreadBody> of(BlockStmt block) {
        return block.containsData(KEY) ? Optional.of(block.getData(KEY)) : Optional.empty();
    }

    /** The file that it stands in. */
    public UnreadFile file() {
        return file;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** The line of its opening brace, from 1. */
    public int line() {
        return line;
    }

    int column() {
        return column;
    }

    /**
     * Tells what is written before it and in it from other texts: from the end of the body before it in its file, so that
     * its declaration is a part of that.
     *
     * @param previous the body before it; null for the first one
     */
    public long mark(@Nullable UnreadBody previous) {
        String text = file.text();
        long mark = 1;
        for (int i = previous == null ? 0 : previous.end; i < end; i++) {
            mark = mark * MULTIPLIER + text.charAt(i);
        }
        return mark;
    }

    /** Bodies by their places in one file. */
    public static Comparator<UnreadBody> inOrder() {
        return Comparator.comparingInt(UnreadBody::begin);
    }

    /** All names in it. */
    public Set<String> words() {
        return words.between(0, words.places().length, file);
    }

    /** Whether it has a word whose place in its file is marked. */
    boolean hasWordAt(boolean[] marked) {
        for (int place : words.places()) {
            if (marked[place]) {
                return true;
            }
        }
        return false;
    }

    /** The names of what it calls. */
    public Set<String> called() {
        return words.between(words.named(), words.places().length, file);
    }

    /** The names in it but for those that it only calls. */
    public Set<String> named() {
        return words.between(0, words.both(), file);
    }

    /**
     * The syntax tree of it, made anew.
     *
     * @throws UnparsableBodyException if it is no Java
     */
    public BlockStmt read() {
        return file.read(this);
    }
}
