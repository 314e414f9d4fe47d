package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;

/** The part of the quick parser that reads statements, but for switches. */
final class StatementParser {
    private final TokenCursor cursor;
    private final QuickParser parser;

    StatementParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    BlockStmt block() {
        int first = cursor.next;
        cursor.expect(Token.LEFT_BRACE);
        NodeList<Statement> statements = new NodeList<>();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            statements.add(statement());
        }
        cursor.expect(Token.RIGHT_BRACE);
        return cursor.from(first, new BlockStmt(null, statements));
    }

    Statement statement() {
        int first = cursor.next;
        return switch (cursor.kind()) {
            case Token.LEFT_BRACE -> block();
            case Token.SEMICOLON -> {
                cursor.next++;
                yield cursor.from(first, new EmptyStmt(null));
            }
            case Token.IF -> choice();
            case Token.WHILE -> {
                cursor.next++;
                Expression condition = condition();
                yield cursor.from(first, new WhileStmt(null, condition, statement()));
            }
            case Token.DO -> doLoop();
            case Token.FOR -> forLoop();
            case Token.SWITCH -> parser.switches.statement();
            case Token.TRY -> attempt();
            case Token.SYNCHRONIZED -> {
                cursor.next++;
                Expression lock = condition();
                yield cursor.from(first, new SynchronizedStmt(null, lock, block()));
            }
            case Token.NAME -> named();
            default -> jumpOrSimple();
        };
    }

    private Statement jumpOrSimple() {
        int first = cursor.next;
        switch (cursor.kind()) {
            case Token.RETURN -> {
                cursor.next++;
                Expression value = cursor.is(Token.SEMICOLON) ? null : parser.expressions.expression();
                cursor.expect(Token.SEMICOLON);
                return cursor.from(first, new ReturnStmt(null, value));
            }
            case Token.THROW -> {
                cursor.next++;
                Expression thrown = parser.expressions.expression();
                cursor.expect(Token.SEMICOLON);
                return cursor.from(first, new ThrowStmt(null, thrown));
            }
            case Token.BREAK -> {
                cursor.next++;
                var label = cursor.label().orElse(null);
                cursor.expect(Token.SEMICOLON);
                return cursor.from(first, new BreakStmt(null, label));
            }
            case Token.CONTINUE -> {
                cursor.next++;
                var label = cursor.label().orElse(null);
                cursor.expect(Token.SEMICOLON);
                return cursor.from(first, new ContinueStmt(null, label));
            }
            case Token.ASSERT -> {
                cursor.next++;
                Expression check = parser.expressions.expression();
                Expression message = cursor.accept(Token.COLON) ? parser.expressions.expression() : null;
                cursor.expect(Token.SEMICOLON);
                return cursor.from(first, new AssertStmt(null, check, message));
            }
            case Token.THIS, Token.SUPER -> {
                return cursor.kind(1) == Token.LEFT_PARENTHESIS ? delegation() : simple();
            }
            case Token.AT, Token.FINAL, Token.ABSTRACT, Token.STATIC, Token.STRICTFP, Token.CLASS, Token.INTERFACE -> {
                return declared();
            }
            default -> {
                return simple();
            }
        }
    }

    private Expression condition() {
        cursor.expect(Token.LEFT_PARENTHESIS);
        Expression condition = parser.expressions.expression();
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return condition;
    }

    private Statement choice() {
        int first = cursor.next++;
        Expression condition = condition();
        Statement whenTrue = statement();
        Statement whenFalse = cursor.accept(Token.ELSE) ? statement() : null;
        return cursor.from(first, new IfStmt(null, condition, whenTrue, whenFalse));
    }

    private Statement doLoop() {
        int first = cursor.next++;
        Statement body = statement();
        cursor.expect(Token.WHILE);
        Expression condition = condition();
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new DoStmt(null, body, condition));
    }

    private Statement named() {
        if (cursor.kind(1) == Token.COLON) {
            return labelled();
        }
        return cursor.isWord("yield") ? yielding() : simple();
    }

    /** A result of a switch expression, unless older code has given something that name. */
    private Statement yielding() {
        switch (cursor.kind(1)) {
            case Token.LEFT_PARENTHESIS, Token.INCREMENT, Token.DECREMENT -> throw cursor.unusual();
            case Token.NAME,
                    Token.INTEGER,
                    Token.LONG,
                    Token.FLOATING,
                    Token.CHARACTER,
                    Token.STRING,
                    Token.TEXT_BLOCK,
                    Token.NEW,
                    Token.THIS,
                    Token.SUPER,
                    Token.NULL,
                    Token.TRUE,
                    Token.FALSE,
                    Token.SWITCH,
                    Token.NOT,
                    Token.TILDE,
                    Token.PLUS,
                    Token.MINUS -> {}
            default -> {
                return simple();
            }
        }
        int first = cursor.next++;
        Expression value = parser.expressions.expression();
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new YieldStmt(null, value));
    }

    private Statement labelled() {
        int first = cursor.next;
        var label = cursor.simpleName();
        cursor.expect(Token.COLON);
        return cursor.from(first, new LabeledStmt(null, label, statement()));
    }

    private Statement delegation() {
        int first = cursor.next;
        boolean isThis = cursor.is(Token.THIS);
        cursor.next++;
        NodeList<Expression> arguments = parser.primaries.arguments();
        if (!cursor.accept(Token.SEMICOLON)) {
            throw cursor.unusual();
        }
        return cursor.from(first, new ExplicitConstructorInvocationStmt(null, null, isThis, null, arguments));
    }

    // declarations and expressions

    /** Whether the declaration of a variable begins at that token, modifiers being behind it. */
    private boolean isDeclaration(int token) {
        int name = parser.types.skip(token);
        if (name < 0 || cursor.tokens.kind(name) != Token.NAME) {
            return false;
        }
        return switch (cursor.tokens.kind(name + 1)) {
            case Token.ASSIGN, Token.SEMICOLON, Token.COMMA, Token.COLON, Token.LEFT_BRACKET -> true;
            default -> false;
        };
    }

    private Statement simple() {
        int first = cursor.next;
        if (cursor.is(Token.NAME)) {
            if (cursor.isWord("record") && cursor.kind(1) == Token.NAME && isHeadOfRecord(cursor.kind(2))) {
                return local(first, parser.declarations.modifiers());
            }
            if (isDeclaration(first)) {
                return variables(first, parser.declarations.modifiers());
            }
        } else if (TypeParser.primitive(cursor.kind()) != null && isDeclaration(first)) {
            return variables(first, parser.declarations.modifiers());
        }
        Expression value = parser.expressions.expression();
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new ExpressionStmt(null, value));
    }

    private static boolean isHeadOfRecord(int kind) {
        return kind == Token.LEFT_PARENTHESIS || kind == Token.LESS;
    }

    /** A local class or variable that begins with modifiers. */
    private Statement declared() {
        int first = cursor.next;
        Modifiers modifiers = parser.declarations.modifiers();
        return cursor.is(Token.CLASS) || cursor.is(Token.INTERFACE) || cursor.isWord("record")
                ? local(first, modifiers)
                : variables(first, modifiers);
    }

    private Statement local(int first, Modifiers modifiers) {
        var type = parser.declarations.type(first, modifiers);
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            return cursor.from(first, new LocalClassDeclarationStmt(null, declaration));
        }
        if (type instanceof RecordDeclaration declaration) {
            return cursor.from(first, new LocalRecordDeclarationStmt(null, declaration));
        }
        throw cursor.unusual();
    }

    private Statement variables(int first, Modifiers modifiers) {
        Expression variables = parser.declarations.localVariables(first, modifiers);
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new ExpressionStmt(null, variables));
    }

    // loops

    private Statement forLoop() {
        int first = cursor.next++;
        cursor.expect(Token.LEFT_PARENTHESIS);
        NodeList<Expression> initialization = new NodeList<>();
        if (!cursor.is(Token.SEMICOLON)) {
            int begin = cursor.next;
            Modifiers modifiers = parser.declarations.modifiers();
            if (!modifiers.isEmpty() || isDeclaration(begin)) {
                VariableDeclarationExpr variable = parser.declarations.localVariables(begin, modifiers);
                if (cursor.accept(Token.COLON)) {
                    return forEach(first, variable);
                }
                initialization.add(variable);
            } else {
                expressions(initialization);
            }
        }
        cursor.expect(Token.SEMICOLON);
        Expression compare = cursor.is(Token.SEMICOLON) ? null : parser.expressions.expression();
        cursor.expect(Token.SEMICOLON);
        NodeList<Expression> update = new NodeList<>();
        if (!cursor.is(Token.RIGHT_PARENTHESIS)) {
            expressions(update);
        }
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return cursor.from(first, new ForStmt(null, initialization, compare, update, statement()));
    }

    private void expressions(NodeList<Expression> into) {
        do {
            into.add(parser.expressions.expression());
        } while (cursor.accept(Token.COMMA));
    }

    private Statement forEach(int first, VariableDeclarationExpr variable) {
        Expression iterable = parser.expressions.expression();
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return cursor.from(first, new ForEachStmt(null, variable, iterable, statement()));
    }

    // try

    private Statement attempt() {
        int first = cursor.next++;
        NodeList<Expression> resources = new NodeList<>();
        if (cursor.accept(Token.LEFT_PARENTHESIS)) {
            do {
                resources.add(resource());
            } while (cursor.accept(Token.SEMICOLON) && !cursor.is(Token.RIGHT_PARENTHESIS));
            cursor.expect(Token.RIGHT_PARENTHESIS);
        }
        BlockStmt block = block();
        NodeList<CatchClause> catches = new NodeList<>();
        while (cursor.is(Token.CATCH)) {
            catches.add(caught());
        }
        BlockStmt last = cursor.accept(Token.FINALLY) ? block() : null;
        return cursor.from(first, new TryStmt(null, resources, block, catches, last));
    }

    private Expression resource() {
        int first = cursor.next;
        Modifiers modifiers = parser.declarations.modifiers();
        return !modifiers.isEmpty() || isDeclaration(first)
                ? parser.declarations.localVariables(first, modifiers)
                : parser.expressions.expression();
    }

    private CatchClause caught() {
        int first = cursor.next;
        cursor.expect(Token.CATCH);
        cursor.expect(Token.LEFT_PARENTHESIS);
        int firstOfAll = cursor.next;
        Modifiers modifiers = parser.declarations.modifiers();
        int firstType = cursor.next;
        NodeList<ReferenceType> types = new NodeList<>();
        types.addAll(parser.types.separatedBy(Token.OR));
        Type type = types.size() == 1 ? types.get(0) : cursor.from(firstType, new UnionType(null, types));
        // as the thorough parser does: without modifiers it begins with the last part of the first type's name
        int begin = modifiers.isEmpty() ? parser.types.skip(firstType) - 1 : firstOfAll;
        var name = cursor.simpleName();
        Parameter parameter = cursor.from(
                begin,
                new Parameter(
                        null, modifiers.keywords(), modifiers.annotations(), type, false, new NodeList<>(), name));
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return cursor.from(first, new CatchClause(null, parameter, block()));
    }
}
