package io.jenkins.plugins.connleak.core.source;

/**
 * Goes over the body of a method without making tokens of it: from its opening brace to the one that closes it, taking
 * note of the words in between. It refuses a body whose brackets do not match, which holds characters that are no Java,
 * that makes types or bodies of its own (a lambda, an anonymous or a local class), or that is large or deep: such a body
 * is to be read at once. One thread's own.
 */
final class BodySkipper {
    /** Longer bodies, in characters, are read at once: only those can meet the limits of the analysis. */
    private static final int LONGEST = 40_000;

    /** Brackets within each other. */
    private static final int DEEPEST = 60;

    /** Each finally block doubles what the analysis has to make of a body. */
    private static final int MOST_CLEANUPS = 4;

    private static final char NONE = '\0';
    /** Stands for a parenthesis that closes the arguments of a creation. */
    private static final char CREATED = 'c';

    private static final char RECORD = 'r';
    private static final char TWO_COLONS = 'm';
    private static final char TRY = 't';
    private static final String SPACE = " \t\f";
    private static final String PLAIN = ",;.@~?=!<>*/^%+&|-";
    /** What may stand between {@code new} and the parenthesis of its arguments. */
    private static final String IN_CREATED_TYPE = "<>,.?&";

    private static final byte[] CLASSES = classes();
    private static final byte OTHER = 0;
    private static final byte SPACES = 1;
    private static final byte LINE_END = 2;
    private static final byte WORD = 3;
    private static final byte DIGIT = 4;
    private static final byte OPERATOR = 5;
    private static final byte OPENING = 6;
    private static final byte CLOSING = 7;
    private static final byte QUOTE = 8;

    private final Symbols symbols;
    private final WordCollector words;
    private int record;
    private int close;
    private final char[] open = new char[DEEPEST];
    private char[] text = new char[0];
    private int length;
    private int at;
    private int line;
    private int lineStart;
    private int depth;
    /** What stands before: an operator, or one of these constants. */
    private char last;
    /** A name of which it is not known yet whether it is that of a call; -1 for none. */
    private int name;

    private boolean isCreating;
    /** How many lists of type arguments of what is created are open. */
    private int arguments;

    private int cleanups;

    BodySkipper(Symbols symbols, WordCollector words) {
        this.symbols = symbols;
        this.words = words;
    }

    /** Begins a file. */
    void beginFile() {
        words.beginFile();
        record = symbols.of("record");
        close = symbols.of("close");
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0; c < classes.length; c++) {
            if (Character.isLetter(c) || c == '_' || c == '$') {
                classes[c] = WORD;
            } else if (c >= '0' && c <= '9') {
                classes[c] = DIGIT;
            } else if (SPACE.indexOf(c) >= 0) {
                classes[c] = SPACES;
            } else if (PLAIN.indexOf(c) >= 0 || c == ':') {
                classes[c] = OPERATOR;
            } else if (c == '\n' || c == '\r') {
                classes[c] = LINE_END;
            } else if (c == '(' || c == '[' || c == '{') {
                classes[c] = OPENING;
            } else if (c == ')' || c == ']' || c == '}') {
                classes[c] = CLOSING;
            } else if (c == '"' || c == '\'') {
                classes[c] = QUOTE;
            }
        }
        return classes;
    }

    /** The place behind the closing brace. */
    int at() {
        return at;
    }

    /** The line of the closing brace. */
    int line() {
        return line;
    }

    /** Where the line of the closing brace starts. */
    int lineStart() {
        return lineStart;
    }

    /**
     * Goes over the body that begins at a place; whether it can be left for later.
     *
     * @param source the text
     * @param sourceLength how much of it counts
     * @param begin where the opening brace is
     * @param beginLine its line
     * @param beginLineStart where its line starts
     */
    boolean skip(char[] source, int sourceLength, int begin, int beginLine, int beginLineStart) {
        text = source;
        length = Math.min(sourceLength, begin + LONGEST);
        at = begin;
        line = beginLine;
        lineStart = beginLineStart;
        depth = 0;
        last = NONE;
        name = -1;
        isCreating = false;
        cleanups = 0;
        words.begin();
        return goOn();
    }

    private boolean goOn() {
        while (at < length) {
            char c = text[at];
            byte sort = c < 128 ? CLASSES[c] : other(c);
            boolean isFine =
                    switch (sort) {
                        case SPACES -> {
                            at++;
                            yield true;
                        }
                        case LINE_END -> lineEnd();
                        case WORD -> word();
                        case DIGIT -> number();
                        case OPERATOR -> operator(c);
                        case OPENING -> opening(c);
                        case CLOSING -> closing(c);
                        case QUOTE -> literal(c);
                        default -> false;
                    };
            if (!isFine) {
                return false;
            }
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private static byte other(char c) {
        return Character.isJavaIdentifierStart(c) ? WORD : OTHER;
    }

    private boolean lineEnd() {
        if (text[at] == '\r' && at + 1 < length && text[at + 1] == '\n') {
            at++;
        }
        at++;
        line++;
        lineStart = at;
        return true;
    }

    // words

    private boolean word() {
        int begin = at;
        int end = at + 1;
        int hash = Symbols.hash(0, text[begin]);
        while (end < length && isPart(text[end])) {
            hash = Symbols.hash(hash, text[end++]);
        }
        at = end;
        int symbol = symbols.of(text, begin, end, hash);
        int kind = symbols.kind(symbol);
        if (kind != Token.NAME) {
            return keyword(kind);
        }
        if (last == RECORD) {
            return false;
        }
        settle();
        name = symbol;
        last = symbol == record ? RECORD : NONE;
        return true;
    }

    private static boolean isPart(char c) {
        return c < 128 ? CLASSES[c] == WORD || CLASSES[c] == DIGIT : Character.isJavaIdentifierPart(c);
    }

    /** Takes a name for one that is more than called. */
    private void settle() {
        if (name >= 0) {
            words.named(name);
            name = -1;
        }
    }

    private boolean keyword(int kind) {
        settle();
        char before = last;
        last = kind == Token.TRY ? TRY : NONE;
        switch (kind) {
            case Token.NEW -> {
                isCreating = before != TWO_COLONS;
                arguments = 0;
            }
            case Token.CLASS -> {
                return before == '.';
            }
            case Token.INTERFACE, Token.ENUM, Token.RESERVED -> {
                return false;
            }
            case Token.FINALLY -> {
                return ++cleanups <= MOST_CLEANUPS;
            }
            default -> {}
        }
        return true;
    }

    private boolean number() {
        settle();
        while (at < length && isPart(text[at])) {
            at++;
        }
        last = NONE;
        return true;
    }

    // operators

    private boolean operator(char c) {
        if (c == '/' && at + 1 < length) {
            if (text[at + 1] == '/') {
                return lineComment();
            }
            if (text[at + 1] == '*') {
                return blockComment();
            }
        }
        settle();
        char next = at + 1 < length ? text[at + 1] : NONE;
        if (isCreating && IN_CREATED_TYPE.indexOf(c) < 0) {
            if (c == '@') {
                return false;
            }
            isCreating = false;
        }
        arguments += c == '<' ? 1 : c == '>' ? -1 : 0;
        if (c == '-' && next == '>') {
            return false;
        }
        boolean isDouble = c == ':' && next == ':';
        at += isDouble ? 2 : 1;
        last = isDouble ? TWO_COLONS : c;
        return true;
    }

    private boolean lineComment() {
        while (at < length && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        return true;
    }

    private boolean blockComment() {
        at += 2;
        while (at + 1 < length) {
            char c = text[at];
            if (c == '*' && text[at + 1] == '/') {
                at += 2;
                return true;
            }
            if (c == '\n' || c == '\r') {
                lineEnd();
            } else {
                at++;
            }
        }
        return false;
    }

    // brackets

    private boolean opening(char c) {
        if (depth == DEEPEST || (c == '{' && last == CREATED)) {
            return false;
        }
        char bracket = c;
        if (c == '(') {
            if (isCreating) {
                bracket = CREATED;
            } else if (name >= 0) {
                words.called(name);
                name = -1;
            } else if (last == TRY) {
                words.called(close);
            }
        }
        settle();
        isCreating = isCreating && isArrayArgument(c);
        open[depth++] = bracket;
        last = c;
        at++;
        return true;
    }

    private boolean closing(char c) {
        settle();
        isCreating = isCreating && isArrayArgument(c);
        char opened = open[depth - 1];
        boolean isCreated = opened == CREATED;
        boolean matches = c == ')' ? isCreated || opened == '(' : opened == (c == '}' ? '{' : '[');
        if (!matches) {
            return false;
        }
        depth--;
        last = isCreated ? CREATED : c;
        at++;
        return true;
    }

    /** Whether a bracket is that of an array among the type arguments of what is created: {@code new List<int[]>()}. */
    private boolean isArrayArgument(char c) {
        return arguments > 0 && (c == '[' || c == ']');
    }

    // literals

    private boolean literal(char quote) {
        settle();
        last = NONE;
        if (quote == '"' && at + 2 < length && text[at + 1] == '"' && text[at + 2] == '"') {
            return textBlock();
        }
        for (int end = at + 1; end < length; end++) {
            char c = text[end];
            if (c == quote) {
                at = end + 1;
                return true;
            }
            if (c == '\n' || c == '\r') {
                return false;
            }
            if (c == '\\') {
                end++;
            }
        }
        return false;
    }

    private boolean textBlock() {
        at += 3;
        while (at + 2 < length) {
            char c = text[at];
            if (c == '"' && text[at + 1] == '"' && text[at + 2] == '"') {
                at += 3;
                return true;
            }
            if (c == '\\' && text[at + 1] != '\n' && text[at + 1] != '\r') {
                at += 2;
            } else if (c == '\n' || c == '\r') {
                lineEnd();
            } else {
                at++;
            }
        }
        return false;
    }
}
