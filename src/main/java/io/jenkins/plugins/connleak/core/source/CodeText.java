package io.jenkins.plugins.connleak.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Java text told apart into code and comments, strings, text blocks and character literals being code. It goes by the
 * lexical rules alone, so it works on text that does not parse.
 */
public final class CodeText {
    /**
     * A comment of the form {@code // …}.
     *
     * @param line its line, from 1
     * @param text what follows the slashes
     */
    public record LineComment(int line, String text) {}

    private enum State {
        CODE,
        STRING,
        CHARACTER,
        TEXT_BLOCK,
        LINE_COMMENT,
        BLOCK_COMMENT
    }

    private final String text;
    private final StringBuilder code;
    private final StringBuilder bare;
    private final StringBuilder comment = new StringBuilder();
    private final List<LineComment> lineComments = new ArrayList<>();
    private State state = State.CODE;
    private int line = 1;
    private int at;
    private int begin = -1;

    private CodeText(String text) {
        this.text = text;
        this.code = new StringBuilder(text.length());
        this.bare = new StringBuilder(text.length());
    }

    /** Reads the whole text. */
    public static CodeText of(String text) {
        CodeText result = new CodeText(text);
        while (result.at < text.length()) {
            result.step();
        }
        result.endLineComment();
        return result;
    }

    /** The lines with their comments replaced by spaces. */
    public List<String> lines() {
        return code.toString().lines().toList();
    }

    /** The text, as long as it was, with comments and literals replaced by spaces. */
    CharSequence bare() {
        return bare;
    }

    /** Where the literal or comment begins that the end of the text leaves open; -1 if none is. */
    int open() {
        return state == State.CODE || state == State.LINE_COMMENT ? -1 : begin;
    }

    /** The comments to the end of a line, from top to bottom. */
    public List<LineComment> lineComments() {
        return List.copyOf(lineComments);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            lineEnd(c);
            return;
        }
        switch (state) {
            case CODE -> inCode(c);
            case STRING -> inLiteral(c, "\"");
            case CHARACTER -> inLiteral(c, "'");
            case TEXT_BLOCK -> inLiteral(c, "\"\"\"");
            case LINE_COMMENT -> {
                comment.append(c);
                blank(1);
            }
            case BLOCK_COMMENT -> {
                if (text.startsWith("*/", at)) {
                    state = State.CODE;
                    blank(2);
                } else {
                    blank(1);
                }
            }
        }
    }

    /** A literal that is not closed ends with its line, as the compiler would say. */
    private void lineEnd(char c) {
        endLineComment();
        if (state == State.STRING || state == State.CHARACTER || state == State.LINE_COMMENT) {
            state = State.CODE;
        }
        if (c == '\n' || !text.startsWith("\r\n", at)) {
            line++;
        }
        code.append(c);
        bare.append(c);
        at++;
    }

    private void inCode(char c) {
        begin = at;
        if (text.startsWith("//", at)) {
            state = State.LINE_COMMENT;
            blank(2);
        } else if (text.startsWith("/*", at)) {
            state = State.BLOCK_COMMENT;
            blank(2);
        } else if (text.startsWith("\"\"\"", at)) {
            state = State.TEXT_BLOCK;
            keep(3);
        } else {
            state = c == '"' ? State.STRING : c == '\'' ? State.CHARACTER : State.CODE;
            keep(1);
        }
    }

    private void inLiteral(char c, String end) {
        if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' && text.charAt(at + 1) != '\r') {
            keep(2);
        } else if (text.startsWith(end, at)) {
            state = State.CODE;
            keep(end.length());
        } else {
            keep(1);
        }
    }

    private void endLineComment() {
        if (state == State.LINE_COMMENT) {
            lineComments.add(new LineComment(line, comment.toString()));
            comment.setLength(0);
        }
    }

    private void keep(int count) {
        code.append(text, at, at + count);
        bare.append(isBare(count) ? text.substring(at, at + count) : " ".repeat(count));
        at += count;
    }

    /** Whether the next characters are code: not a literal, nor the quotation marks that begin one. */
    private boolean isBare(int count) {
        return count == 1 && state == State.CODE && text.charAt(at) != '"' && text.charAt(at) != '\'';
    }

    private void blank(int count) {
        code.append(" ".repeat(count));
        bare.append(" ".repeat(count));
        at += count;
    }
}
