package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.Optional;

/** A place among the tokens of a text, and what all parts of the quick parser do there. */
final class TokenCursor {
    final Tokens tokens;
    /** The token that comes next. */
    int next;

    TokenCursor(Tokens tokens) {
        this.tokens = tokens;
    }

    int kind() {
        return tokens.kind(next);
    }

    int kind(int ahead) {
        int token = next + ahead;
        return token < tokens.count() ? tokens.kind(token) : Token.END;
    }

    boolean is(int kind) {
        return tokens.kind(next) == kind;
    }

    /** Whether a word that is no keyword comes next. */
    boolean isWord(String word) {
        return is(Token.NAME) && tokens.name(next).equals(word);
    }

    boolean accept(int kind) {
        if (tokens.kind(next) != kind) {
            return false;
        }
        next++;
        return true;
    }

    void expect(int kind) {
        if (tokens.kind(next) != kind) {
            throw unusual();
        }
        next++;
    }

    UnusualSourceException unusual() {
        return new UnusualSourceException("an unusual token");
    }

    /** Sets a node's place: from that token to the one before the next. */
    <N extends Node> N from(int first, N node) {
        int last = next - 1;
        node.setRange(new Range(
                new Position(tokens.line(first), tokens.column(first)),
                new Position(tokens.endLine(last), tokens.endColumn(last))));
        return node;
    }

    String identifier() {
        if (!is(Token.NAME)) {
            throw unusual();
        }
        return tokens.name(next++);
    }

    SimpleName simpleName() {
        int first = next;
        return from(first, new SimpleName(null, identifier()));
    }

    /** A name with dots between its parts. */
    Name qualifiedName() {
        int first = next;
        Name name = from(first, new Name(null, null, identifier()));
        while (is(Token.DOT) && kind(1) == Token.NAME) {
            next++;
            name = from(first, new Name(null, name, identifier()));
        }
        return name;
    }

    /** The label of a jump, if there is one. */
    Optional<SimpleName> label() {
        return is(Token.NAME) ? Optional.of(simpleName()) : Optional.empty();
    }
}
