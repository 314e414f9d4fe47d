package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.Position;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes tokens of texts, one after the other. One thread's own. */
final class Lexer {
    private static final char SUBSTITUTE = '\u001a';

    private final Symbols symbols = new Symbols();
    private final MemberTracker members = new MemberTracker();
    private final WordCollector words = new WordCollector(symbols);
    private final BodySkipper skipper = new BodySkipper(symbols, words);
    final Tokens tokens = new Tokens(symbols);
    private char[] text = new char[0];
    private int length;
    private int at;
    private int line;
    private int lineStart;
    private @Nullable UnreadFile file;
    private int[] open = new int[1 << 8];
    private int depth;

    /**
     * Reads a text as a whole.
     *
     * @throws UnusualSourceException if it holds something that is no token
     */
    void read(String source) {
        begin(source, 0, source.length());
        line = 1;
        lineStart = 0;
        members.begin(false);
        go();
    }

    /**
     * Reads a text; of the bodies of methods, constructors and initializers only the words where that will do.
     *
     * @throws UnusualSourceException if it holds something that is no token
     */
    void readAround(SourceFile source, BodyReader reader) {
        begin(source.text(), 0, source.text().length());
        line = 1;
        lineStart = 0;
        members.begin(true);
        skipper.beginFile();
        file = new UnreadFile(source, words.words(), reader);
        go();
    }

    /**
     * Reads a body that was skipped.
     *
     * @throws UnusualSourceException if it holds something that is no token
     */
    void read(UnreadBody body) {
        begin(body.file().text(), body.begin(), body.end());
        line = body.line();
        lineStart = 1 - body.column();
        members.begin(false);
        go();
    }

    private void begin(String source, int from, int to) {
        symbols.trim();
        length = to - from;
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        source.getChars(from, to, text, 0);
        tokens.begin(text);
        at = 0;
        depth = 0;
    }

    private void go() {
        while (skipSpace()) {
            token();
        }
        tokens.end(length, line, at - lineStart + 1);
        if (depth != 0) {
            throw new UnusualSourceException("brackets do not match");
        }
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
        tokens.add(kind, at, end, symbol, line, at - lineStart + 1);
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
            int kind = symbols.kind(symbol);
            add(kind, end, symbol);
            if (depth == members.depth()) {
                members.word(kind, tokens);
            }
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
            case '{' -> openBrace();
            case '[' -> open(Token.LEFT_BRACKET);
            case ')' -> close(Token.RIGHT_PARENTHESIS);
            case '}' -> close(Token.RIGHT_BRACE);
            case ']' -> close(Token.RIGHT_BRACKET);
            case ';' -> semicolon();
            case ',' -> simple(Token.COMMA);
            case '@' -> simple(Token.AT);
            case '~' -> simple(Token.TILDE);
            case '?' -> simple(Token.QUESTION);
            case '.' -> {
                boolean isEllipsis = peek(1) == '.' && peek(2) == '.';
                add(isEllipsis ? Token.ELLIPSIS : Token.DOT, at + (isEllipsis ? 3 : 1), 0);
            }
            case ':' -> either(Token.COLON, ':', Token.DOUBLE_COLON);
            case '=' -> assign();
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

    private void semicolon() {
        if (depth == members.depth()) {
            members.semicolon();
        }
        simple(Token.SEMICOLON);
    }

    private void assign() {
        if (depth == members.depth()) {
            members.assign();
        }
        either(Token.ASSIGN, '=', Token.EQUAL);
    }

    private void openBrace() {
        if (depth == members.depth()) {
            switch (members.opens(tokens)) {
                case TYPE -> members.beginType();
                case BODY -> {
                    if (skipBody()) {
                        return;
                    }
                }
                case CODE -> {}
            }
        }
        open(Token.LEFT_BRACE);
    }

    private boolean skipBody() {
        if (!skipper.skip(text, length, at, line, lineStart)) {
            return false;
        }
        UnreadBody.Place place = new UnreadBody.Place(at, skipper.at(), line, at - lineStart + 1);
        line = skipper.line();
        lineStart = skipper.lineStart();
        at = skipper.at();
        tokens.addBody(
                new UnreadBody(Objects.requireNonNull(file), place, words.found()), new Position(line, at - lineStart));
        return true;
    }

    private void open(int kind) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = tokens.count();
        simple(kind);
    }

    private void close(int kind) {
        if (depth == 0 || tokens.kind(open[depth - 1]) != kind - 1) {
            throw new UnusualSourceException("brackets do not match");
        }
        if (depth == members.depth()) {
            members.endType();
        }
        int opening = open[--depth];
        simple(kind);
        tokens.match(opening, tokens.count() - 1);
    }
}
