package io.jenkins.plugins.connleak.core.source;

import java.util.Arrays;

/**
 * Tells, while the tokens of a file are made, what a brace begins that stands among the members of a type. Whether it is
 * right does not matter: a body that is skipped where no body may stand is refused by the parser.
 */
final class MemberTracker {
    /** What a brace begins. */
    enum Brace {
        TYPE,
        BODY,
        /** Anything else, whose braces belong to it. */
        CODE
    }

    private static final int NOWHERE = -1;

    private int depth;
    private boolean[] isAmongConstants = new boolean[16];
    private boolean isType;
    private boolean isEnum;
    private boolean isAssigned;
    private int record;

    /** Begins a file, in which bodies may be skipped or not. */
    void begin(boolean skipsBodies) {
        depth = skipsBodies ? 0 : NOWHERE;
        reset();
    }

    /** How many braces, and no other brackets, are open among the members of the innermost type; else this is not asked. */
    int depth() {
        return depth;
    }

    private void reset() {
        isType = false;
        isEnum = false;
        isAssigned = false;
        record = NOWHERE;
    }

    /** Takes the word that is the last token. */
    void word(int kind, Tokens tokens) {
        if (kind == Token.CLASS || kind == Token.INTERFACE || kind == Token.ENUM) {
            isType = true;
            isEnum = kind == Token.ENUM;
        } else if (kind == Token.NAME
                && record < 0
                && tokens.name(tokens.count() - 1).equals("record")) {
            record = tokens.count() - 1;
        }
    }

    void assign() {
        isAssigned = true;
    }

    void semicolon() {
        if (depth > 0) {
            isAmongConstants[depth] = false;
        }
        reset();
    }

    /** What the brace begins that is the next token. */
    Brace opens(Tokens tokens) {
        int before = tokens.count() - 1;
        if (isAssigned || (before >= 0 && tokens.kind(before) == Token.DEFAULT)) {
            return Brace.CODE;
        }
        if (isType || isRecord(tokens)) {
            return Brace.TYPE;
        }
        if (depth == 0 || isAmongConstants[depth]) {
            return Brace.CODE;
        }
        reset();
        return Brace.BODY;
    }

    private boolean isRecord(Tokens tokens) {
        return record >= 0
                && record + 2 < tokens.count()
                && tokens.kind(record + 1) == Token.NAME
                && (tokens.kind(record + 2) == Token.LEFT_PARENTHESIS || tokens.kind(record + 2) == Token.LESS);
    }

    void beginType() {
        depth++;
        if (depth == isAmongConstants.length) {
            isAmongConstants = Arrays.copyOf(isAmongConstants, 2 * depth);
        }
        isAmongConstants[depth] = isEnum;
        reset();
    }

    void endType() {
        depth--;
        reset();
    }
}
