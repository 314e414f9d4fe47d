package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;

/** The part of the quick parser that reads switches. Patterns as labels are left to the thorough parser. */
final class SwitchParser {
    private final TokenCursor cursor;
    private final QuickParser parser;

    SwitchParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    Statement statement() {
        int first = cursor.next;
        Expression selector = selector();
        return cursor.from(first, new SwitchStmt(null, selector, entries()));
    }

    Expression expression() {
        int first = cursor.next;
        Expression selector = selector();
        return cursor.from(first, new SwitchExpr(null, selector, entries()));
    }

    private Expression selector() {
        cursor.expect(Token.SWITCH);
        cursor.expect(Token.LEFT_PARENTHESIS);
        Expression selector = parser.expressions.expression();
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return selector;
    }

    private NodeList<SwitchEntry> entries() {
        cursor.expect(Token.LEFT_BRACE);
        NodeList<SwitchEntry> entries = new NodeList<>();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            entries.add(entry());
        }
        cursor.expect(Token.RIGHT_BRACE);
        return entries;
    }

    private SwitchEntry entry() {
        int first = cursor.next;
        NodeList<Expression> labels = new NodeList<>();
        boolean isDefault = cursor.accept(Token.DEFAULT);
        if (!isDefault) {
            cursor.expect(Token.CASE);
            do {
                labels.add(label());
            } while (cursor.accept(Token.COMMA));
        }
        if (cursor.accept(Token.ARROW)) {
            return arrow(first, labels, isDefault);
        }
        cursor.expect(Token.COLON);
        NodeList<Statement> statements = new NodeList<>();
        while (!cursor.is(Token.CASE) && !cursor.is(Token.DEFAULT) && !cursor.is(Token.RIGHT_BRACE)) {
            statements.add(parser.statements.statement());
        }
        return cursor.from(
                first, new SwitchEntry(null, labels, SwitchEntry.Type.STATEMENT_GROUP, statements, isDefault, null));
    }

    private Expression label() {
        Tokens tokens = cursor.tokens;
        int behind = parser.types.skip(cursor.next);
        boolean isPattern = behind >= 0
                && (tokens.kind(behind) == Token.NAME
                        || (tokens.kind(behind) == Token.LEFT_PARENTHESIS && tokens.kind(cursor.next) == Token.NAME));
        if (isPattern || cursor.is(Token.DEFAULT) || cursor.is(Token.FINAL)) {
            throw cursor.unusual();
        }
        return parser.expressions.conditional();
    }

    private SwitchEntry arrow(int first, NodeList<Expression> labels, boolean isDefault) {
        SwitchEntry.Type type;
        Statement statement;
        if (cursor.is(Token.LEFT_BRACE)) {
            type = SwitchEntry.Type.BLOCK;
            statement = parser.statements.block();
        } else if (cursor.is(Token.THROW)) {
            type = SwitchEntry.Type.THROWS_STATEMENT;
            statement = parser.statements.statement();
        } else {
            type = SwitchEntry.Type.EXPRESSION;
            int begin = cursor.next;
            Expression value = parser.expressions.expression();
            cursor.expect(Token.SEMICOLON);
            statement = cursor.from(begin, new ExpressionStmt(null, value));
        }
        NodeList<Statement> statements = new NodeList<>();
        statements.add(statement);
        return cursor.from(first, new SwitchEntry(null, labels, type, statements, isDefault, null));
    }
}
