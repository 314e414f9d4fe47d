package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of one text, without comments and spaces. {@code >} is always a token of its own: whoever reads an
 * expression joins those that touch. A body that is skipped is one token. One thread's own.
 */
final class Tokens {
    private final Symbols symbols;
    private char[] text = new char[0];
    private int count;
    private int[] kinds = new int[1 << 12];
    private int[] starts = new int[1 << 12];
    private int[] ends = new int[1 << 12];
    private int[] symbolOf = new int[1 << 12];
    private int[] lines = new int[1 << 12];
    private int[] columns = new int[1 << 12];
    private int[] partner = new int[1 << 12];
    private final List<UnreadBody> bodies = new ArrayList<>();
    private final List<Position> bodyEnds = new ArrayList<>();

    Tokens(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Begins with a text, of which there are no tokens yet. */
    void begin(char[] ofText) {
        text = ofText;
        count = 0;
        bodies.clear();
        bodyEnds.clear();
    }

    /** Adds a token that is no bracket. */
    void add(int kind, int start, int end, int symbol, int line, int column) {
        if (count == kinds.length) {
            int size = 2 * count;
            kinds = Arrays.copyOf(kinds, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            symbolOf = Arrays.copyOf(symbolOf, size);
            lines = Arrays.copyOf(lines, size);
            columns = Arrays.copyOf(columns, size);
            partner = Arrays.copyOf(partner, size);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        symbolOf[count] = symbol;
        lines[count] = line;
        columns[count] = column;
        partner[count] = -1;
        count++;
    }

    /** Adds what stands for a body that was skipped. */
    void addBody(UnreadBody body, Position lastCharacter) {
        add(Token.BODY, body.begin(), body.end(), bodies.size(), body.line(), body.column());
        bodies.add(body);
        bodyEnds.add(lastCharacter);
    }

    /** Adds two tokens for the end of the text, of which one is counted. */
    void end(int at, int line, int column) {
        add(Token.END, at, at, 0, line, column);
        add(Token.END, at, at, 0, line, column);
        count--;
    }

    /** Takes note of two brackets that belong together. */
    void match(int opening, int closing) {
        partner[opening] = closing;
        partner[closing] = opening;
    }

    /** The body that a token stands for. */
    UnreadBody body(int token) {
        return bodies.get(symbolOf[token]);
    }

    int count() {
        return count;
    }

    int kind(int token) {
        return kinds[token];
    }

    int line(int token) {
        return lines[token];
    }

    /** From 1, as the number of characters, a tab being one. */
    int column(int token) {
        return columns[token];
    }

    /** The line of its last character: only text blocks and bodies go over several lines. */
    int endLine(int token) {
        return switch (kinds[token]) {
            case Token.TEXT_BLOCK -> lines[token] + (int) image(token).lines().count() - 1;
            case Token.BODY -> bodyEnds.get(symbolOf[token]).line;
            default -> lines[token];
        };
    }

    /** The column of its last character. */
    int endColumn(int token) {
        if (kinds[token] == Token.TEXT_BLOCK) {
            return image(token).lines().reduce("", (first, second) -> second).length();
        }
        return kinds[token] == Token.BODY
                ? bodyEnds.get(symbolOf[token]).column
                : columns[token] + ends[token] - starts[token] - 1;
    }

    /** The name or keyword. */
    String name(int token) {
        return symbols.name(symbolOf[token]);
    }

    /** The text of a literal. */
    String image(int token) {
        return new String(text, starts[token], ends[token] - starts[token]);
    }

    /** The bracket that belongs to a bracket; -1 for anything else. */
    int partner(int token) {
        return partner[token];
    }

    /** Whether nothing stands between a token and the next. */
    boolean touchesNext(int token) {
        return ends[token] == starts[token + 1];
    }
}
