package io.jenkins.plugins.connleak.core.source;

import java.util.Arrays;

/**
 * The tokens of one text, without comments and spaces. {@code >} is always a token of its own: whoever reads an
 * expression joins those that touch. Used again for the next text; one thread's own.
 */
final class Tokens {
    private static final char SUBSTITUTE = '\u001a';

    private final Symbols symbols = new Symbols();
    private char[] text = new char[0];
    private int length;
    private int at;
    private int line;
    private int lineStart;
    private int count;
    private int[] kinds = new int[1 << 12];
    private int[] starts = new int[1 << 12];
    private int[] ends = new int[1 << 12];
    private int[] symbolOf = new int[1 << 12];
    private int[] lines = new int[1 << 12];
    private int[] columns = new int[1 << 12];
    private int[] partner = new int[1 << 12];
    private int[] open = new int[1 << 8];
    private int depth;

    /**
     * Reads a text.
     *
     * @throws UnusualSourceException if it holds something that is no token
     */
    void read(String source) {
        symbols.trim();
        length = source.length();
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        source.getChars(0, length, text, 0);
        at = 0;
        line = 1;
        lineStart = 0;
        count = 0;
        depth = 0;
        while (skipSpace()) {
            token();
        }
        add(Token.END, length, 0);
        add(Token.END, length, 0);
        count--;
        if (depth != 0) {
            throw new UnusualSourceException("brackets do not match");
        }
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

    /** The line of its last character: only a text block goes over several lines. */
    int endLine(int token) {
        return kinds[token] == Token.TEXT_BLOCK
                ? lines[token] + (int) image(token).lines().count() - 1
                : lines[token];
    }

    /** The column of its last character. */
    int endColumn(int token) {
        if (kinds[token] == Token.TEXT_BLOCK) {
            return image(token).lines().reduce("", (first, second) -> second).length();
        }
        return columns[token] + ends[token] - starts[token] - 1;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
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

    // spaces and comments

    private boolean skipSpace() {
        while (at < length) {
            char c = text[at];
            if (c == '\n') {
                at++;
                newLine();
            } else if (c == '\r') {
                at++;
                if (at < length && text[at] == '\n') {
                    at++;
                }
                newLine();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                at++;
            } else if (c == '/' && at + 1 < length && text[at + 1] == '/') {
                lineComment();
            } else if (c == '/' && at + 1 < length && text[at + 1] == '*') {
                blockComment();
            } else if (c == SUBSTITUTE && at + 1 == length) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private void lineComment() {
        while (at < length && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
    }

    private void blockComment() {
        at += 2;
        while (at + 1 < length && !(text[at] == '*' && text[at + 1] == '/')) {
            character();
        }
        if (at + 1 >= length) {
            throw new UnusualSourceException("a comment does not end");
        }
        at += 2;
    }

    private void character() {
        char c = text[at++];
        if (c == '\n' || (c == '\r' && (at >= length || text[at] != '\n'))) {
            newLine();
        }
    }

    // tokens

    private void add(int kind, int end, int symbol) {
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
        starts[count] = at;
        ends[count] = end;
        symbolOf[count] = symbol;
        lines[count] = line;
        columns[count] = at - lineStart + 1;
        partner[count] = -1;
        count++;
        at = end;
    }

    private void token() {
        char c = text[at];
        if (isNameStart(c)) {
            int end = at + 1;
            while (end < length && isNamePart(text[end])) {
                end++;
            }
            int symbol = symbols.of(text, at, end);
            add(symbols.kind(symbol), end, symbol);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"') {
            string();
        } else if (c == '\'') {
            add(Token.CHARACTER, endOfLiteral('\''), 0);
        } else {
            operator(c);
        }
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || isOtherNameStart(c);
    }

    private static boolean isOtherNameStart(char c) {
        return c >= 0x80 && Character.isJavaIdentifierStart(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || (c >= 0x80 && Character.isJavaIdentifierPart(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char peek(int ahead) {
        return at + ahead < length ? text[at + ahead] : '\0';
    }

    private void number() {
        boolean isHex = text[at] == '0' && (peek(1) == 'x' || peek(1) == 'X');
        boolean isBinary = text[at] == '0' && (peek(1) == 'b' || peek(1) == 'B');
        int end = isHex || isBinary ? at + 2 : at;
        boolean isFloating = false;
        for (; end < length; end++) {
            char c = text[end];
            boolean isExponent = isHex ? c == 'p' || c == 'P' : !isBinary && (c == 'e' || c == 'E');
            if (isExponent) {
                isFloating = true;
                if (end + 1 < length && (text[end + 1] == '+' || text[end + 1] == '-')) {
                    end++;
                }
            } else if (c == '.') {
                isFloating = true;
            } else if (!(isDigit(c) || c == '_' || (isHex && Character.digit(c, 16) >= 0))) {
                break;
            }
        }
        char suffix = end < length ? text[end] : '\0';
        if (suffix == 'l' || suffix == 'L') {
            add(Token.LONG, end + 1, 0);
        } else if (suffix == 'f' || suffix == 'F' || suffix == 'd' || suffix == 'D') {
            add(Token.FLOATING, end + 1, 0);
        } else {
            add(isFloating ? Token.FLOATING : Token.INTEGER, end, 0);
        }
    }

    private void string() {
        if (peek(1) == '"' && peek(2) == '"') {
            textBlock();
        } else {
            add(Token.STRING, endOfLiteral('"'), 0);
        }
    }

    private int endOfLiteral(char quote) {
        for (int end = at + 1; end < length; end++) {
            char c = text[end];
            if (c == quote) {
                return end + 1;
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == '\\') {
                end++;
            }
        }
        throw new UnusualSourceException("a literal does not end");
    }

    private void textBlock() {
        int end = at + 3;
        while (end + 2 < length && !(text[end] == '"' && text[end + 1] == '"' && text[end + 2] == '"')) {
            end += text[end] == '\\' ? 2 : 1;
        }
        if (end + 2 >= length) {
            throw new UnusualSourceException("a text block does not end");
        }
        int begin = at;
        add(Token.TEXT_BLOCK, end + 3, 0);
        at = begin;
        while (at < end + 3) {
            character();
        }
    }

    private void operator(char c) {
        switch (c) {
            case '(' -> open(Token.LEFT_PARENTHESIS);
            case '{' -> open(Token.LEFT_BRACE);
            case '[' -> open(Token.LEFT_BRACKET);
            case ')' -> close(Token.RIGHT_PARENTHESIS);
            case '}' -> close(Token.RIGHT_BRACE);
            case ']' -> close(Token.RIGHT_BRACKET);
            case ';' -> simple(Token.SEMICOLON);
            case ',' -> simple(Token.COMMA);
            case '@' -> simple(Token.AT);
            case '~' -> simple(Token.TILDE);
            case '?' -> simple(Token.QUESTION);
            case '.' -> {
                boolean isEllipsis = peek(1) == '.' && peek(2) == '.';
                add(isEllipsis ? Token.ELLIPSIS : Token.DOT, at + (isEllipsis ? 3 : 1), 0);
            }
            case ':' -> either(Token.COLON, ':', Token.DOUBLE_COLON);
            case '=' -> either(Token.ASSIGN, '=', Token.EQUAL);
            case '!' -> either(Token.NOT, '=', Token.NOT_EQUAL);
            case '>' -> either(Token.GREATER, '=', Token.GREATER_EQUAL);
            case '*' -> either(Token.STAR, '=', Token.STAR_ASSIGN);
            case '/' -> either(Token.SLASH, '=', Token.SLASH_ASSIGN);
            case '^' -> either(Token.XOR, '=', Token.XOR_ASSIGN);
            case '%' -> either(Token.REMAINDER, '=', Token.REMAINDER_ASSIGN);
            case '+' -> oneOf(Token.PLUS, '+', Token.INCREMENT, Token.PLUS_ASSIGN);
            case '&' -> oneOf(Token.AND, '&', Token.AND_AND, Token.AND_ASSIGN);
            case '|' -> oneOf(Token.OR, '|', Token.OR_OR, Token.OR_ASSIGN);
            case '-' -> {
                if (peek(1) == '>') {
                    add(Token.ARROW, at + 2, 0);
                } else {
                    oneOf(Token.MINUS, '-', Token.DECREMENT, Token.MINUS_ASSIGN);
                }
            }
            case '<' -> {
                if (peek(1) == '<') {
                    boolean assigns = peek(2) == '=';
                    add(assigns ? Token.LEFT_SHIFT_ASSIGN : Token.LEFT_SHIFT, at + (assigns ? 3 : 2), 0);
                } else {
                    either(Token.LESS, '=', Token.LESS_EQUAL);
                }
            }
            default -> throw new UnusualSourceException("an unusual character");
        }
    }

    private void simple(int kind) {
        add(kind, at + 1, 0);
    }

    private void either(int kind, char second, int both) {
        if (peek(1) == second) {
            add(both, at + 2, 0);
        } else {
            simple(kind);
        }
    }

    private void oneOf(int kind, char second, int twice, int assigning) {
        if (peek(1) == '=') {
            add(assigning, at + 2, 0);
        } else {
            either(kind, second, twice);
        }
    }

    private void open(int kind) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = count;
        simple(kind);
    }

    private void close(int kind) {
        if (depth == 0 || kinds[open[depth - 1]] != kind - 1) {
            throw new UnusualSourceException("brackets do not match");
        }
        int opening = open[--depth];
        simple(kind);
        partner[opening] = count - 1;
        partner[count - 1] = opening;
    }
}
