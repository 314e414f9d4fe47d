package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import org.jspecify.annotations.Nullable;

/** The part of the quick parser that reads names, literals, calls, creations and what follows them. */
final class PrimaryParser {
    private static final int QUOTES_OF_TEXT_BLOCK = 3;

    private final TokenCursor cursor;
    private final QuickParser parser;

    PrimaryParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    Expression primary() {
        int first = cursor.next;
        Expression value = prefix();
        while (true) {
            switch (cursor.kind()) {
                case Token.DOT -> value = member(first, value);
                case Token.LEFT_BRACKET -> {
                    cursor.next++;
                    Expression index = parser.expressions.expression();
                    cursor.expect(Token.RIGHT_BRACKET);
                    value = cursor.from(first, new ArrayAccessExpr(null, value, index));
                }
                case Token.DOUBLE_COLON -> value = methodReference(first, value);
                default -> {
                    return value;
                }
            }
        }
    }

    private Expression prefix() {
        int first = cursor.next;
        switch (cursor.kind()) {
            case Token.NAME -> {
                return named();
            }
            case Token.LEFT_PARENTHESIS -> {
                cursor.next++;
                Expression inner = parser.expressions.expression();
                cursor.expect(Token.RIGHT_PARENTHESIS);
                return cursor.from(first, new EnclosedExpr(null, inner));
            }
            case Token.THIS -> {
                cursor.next++;
                return cursor.from(first, new ThisExpr(null, (Name) null));
            }
            case Token.SUPER -> {
                cursor.next++;
                return cursor.from(first, new SuperExpr(null, (Name) null));
            }
            case Token.NEW -> {
                return creation(first, null);
            }
            case Token.SWITCH -> {
                return parser.switches.expression();
            }
            case Token.VOID -> {
                Type type = parser.types.typeOrVoid();
                return classLiteral(first, type);
            }
            default -> {
                return TypeParser.primitive(cursor.kind()) != null ? ofType() : literal();
            }
        }
    }

    private Expression literal() {
        int token = cursor.next++;
        Tokens tokens = cursor.tokens;
        return cursor.from(
                token,
                switch (tokens.kind(token)) {
                    case Token.INTEGER -> new IntegerLiteralExpr(null, tokens.image(token));
                    case Token.LONG -> new LongLiteralExpr(null, tokens.image(token));
                    case Token.FLOATING -> new DoubleLiteralExpr(null, tokens.image(token));
                    case Token.CHARACTER -> new CharLiteralExpr(null, unquoted(token, 1));
                    case Token.STRING -> new StringLiteralExpr(null, unquoted(token, 1));
                    case Token.TEXT_BLOCK -> new TextBlockLiteralExpr(null, textBlock(token));
                    case Token.TRUE -> new BooleanLiteralExpr(null, true);
                    case Token.FALSE -> new BooleanLiteralExpr(null, false);
                    case Token.NULL -> new NullLiteralExpr(null);
                    default -> throw cursor.unusual();
                });
    }

    private String unquoted(int token, int quotes) {
        String image = cursor.tokens.image(token);
        return image.substring(quotes, image.length() - quotes);
    }

    /** What stands behind the line end that follows the opening quotes. */
    private String textBlock(int token) {
        String text = unquoted(token, QUOTES_OF_TEXT_BLOCK);
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 0
                || text.indexOf('\r') >= 0
                || !text.substring(0, lineEnd).isEmpty()) {
            throw cursor.unusual();
        }
        return text.substring(lineEnd + 1);
    }

    // names and types

    private Expression named() {
        int first = cursor.next;
        switch (cursor.kind(1)) {
            case Token.LEFT_PARENTHESIS -> {
                var name = cursor.simpleName();
                return cursor.from(first, new MethodCallExpr(null, null, null, name, arguments()));
            }
            case Token.DOT, Token.LESS, Token.LEFT_BRACKET, Token.DOUBLE_COLON -> {
                int end = parser.types.skip(first);
                if (end >= 0 && isBehindType(end)) {
                    return ofType();
                }
            }
            default -> {}
        }
        var name = cursor.simpleName();
        return cursor.from(first, new NameExpr(null, name));
    }

    private boolean isBehindType(int token) {
        Tokens tokens = cursor.tokens;
        if (tokens.kind(token) == Token.DOUBLE_COLON) {
            return true;
        }
        int member = tokens.kind(token + 1);
        return tokens.kind(token) == Token.DOT
                && (member == Token.CLASS || member == Token.THIS || member == Token.SUPER);
    }

    /** Something that begins with a type: a class literal, a method reference, or an enclosing object. */
    private Expression ofType() {
        int first = cursor.next;
        int behind = parser.types.skip(first);
        if (behind < 0) {
            throw cursor.unusual();
        }
        int member = cursor.tokens.kind(behind + 1);
        boolean isMethodReference = cursor.tokens.kind(behind) == Token.DOUBLE_COLON;
        if (!isMethodReference && (member == Token.THIS || member == Token.SUPER)) {
            return enclosing(first, member);
        }
        Type type = parser.types.type();
        return isMethodReference
                ? methodReference(first, cursor.from(first, new TypeExpr(null, type)))
                : classLiteral(first, type);
    }

    private Expression enclosing(int first, int member) {
        Name name = cursor.qualifiedName();
        cursor.expect(Token.DOT);
        cursor.expect(member);
        if (cursor.is(Token.LEFT_PARENTHESIS)) {
            throw cursor.unusual();
        }
        return cursor.from(first, member == Token.THIS ? new ThisExpr(null, name) : new SuperExpr(null, name));
    }

    private Expression classLiteral(int first, Type type) {
        cursor.expect(Token.DOT);
        cursor.expect(Token.CLASS);
        return cursor.from(first, new ClassExpr(null, type));
    }

    // what follows

    private Expression member(int first, Expression scope) {
        cursor.expect(Token.DOT);
        if (cursor.is(Token.NEW)) {
            return creation(first, scope);
        }
        NodeList<Type> typeArguments = cursor.is(Token.LESS) ? parser.types.arguments() : null;
        var name = cursor.simpleName();
        if (cursor.is(Token.LEFT_PARENTHESIS)) {
            return cursor.from(first, new MethodCallExpr(null, scope, typeArguments, name, arguments()));
        }
        // as the thorough parser does: with an empty list behind super, and none elsewhere
        NodeList<Type> none = scope.isSuperExpr() && typeArguments == null ? new NodeList<>() : typeArguments;
        return cursor.from(first, new FieldAccessExpr(null, scope, none, name));
    }

    private Expression methodReference(int first, Expression scope) {
        cursor.expect(Token.DOUBLE_COLON);
        NodeList<Type> typeArguments = cursor.is(Token.LESS) ? parser.types.arguments() : null;
        String name = cursor.accept(Token.NEW) ? "new" : cursor.identifier();
        return cursor.from(first, new MethodReferenceExpr(null, scope, typeArguments, name));
    }

    NodeList<Expression> arguments() {
        cursor.expect(Token.LEFT_PARENTHESIS);
        NodeList<Expression> arguments = new NodeList<>();
        if (!cursor.is(Token.RIGHT_PARENTHESIS)) {
            do {
                arguments.add(parser.expressions.expression());
            } while (cursor.accept(Token.COMMA));
        }
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return arguments;
    }

    // creations

    private Expression creation(int first, @Nullable Expression scope) {
        cursor.expect(Token.NEW);
        if (cursor.is(Token.LESS)) {
            throw cursor.unusual();
        }
        Type type = parser.types.elementType();
        if (cursor.is(Token.LEFT_BRACKET)) {
            return arrayCreation(first, type);
        }
        if (!(type instanceof ClassOrInterfaceType created)) {
            throw cursor.unusual();
        }
        NodeList<Expression> arguments = arguments();
        var body = cursor.is(Token.LEFT_BRACE) ? parser.declarations.members("") : null;
        return cursor.from(first, new ObjectCreationExpr(null, scope, created, null, arguments, body));
    }

    private Expression arrayCreation(int first, Type type) {
        NodeList<ArrayCreationLevel> levels = new NodeList<>();
        while (cursor.is(Token.LEFT_BRACKET) && (levels.isEmpty() || isDimensionNext(levels))) {
            int begin = cursor.next++;
            Expression size = cursor.is(Token.RIGHT_BRACKET) ? null : parser.expressions.expression();
            cursor.expect(Token.RIGHT_BRACKET);
            levels.add(cursor.from(begin, new ArrayCreationLevel(null, size, new NodeList<>())));
        }
        ArrayInitializerExpr initializer = cursor.is(Token.LEFT_BRACE) ? arrayInitializer() : null;
        return cursor.from(first, new ArrayCreationExpr(null, type, levels, initializer));
    }

    /** Behind a dimension without a size only others without one follow. */
    private boolean isDimensionNext(NodeList<ArrayCreationLevel> levels) {
        return levels.get(levels.size() - 1).getDimension().isPresent() || cursor.kind(1) == Token.RIGHT_BRACKET;
    }

    ArrayInitializerExpr arrayInitializer() {
        int first = cursor.next;
        cursor.expect(Token.LEFT_BRACE);
        NodeList<Expression> values = new NodeList<>();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            values.add(initializer());
            if (!cursor.accept(Token.COMMA) && !cursor.is(Token.RIGHT_BRACE)) {
                throw cursor.unusual();
            }
        }
        cursor.expect(Token.RIGHT_BRACE);
        return cursor.from(first, new ArrayInitializerExpr(null, values));
    }

    /** The first value of a variable: an expression, or the elements of an array. */
    Expression initializer() {
        return cursor.is(Token.LEFT_BRACE) ? arrayInitializer() : parser.expressions.expression();
    }
}
