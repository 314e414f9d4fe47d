package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import org.jspecify.annotations.Nullable;

/** The part of the quick parser that reads expressions with operators, casts and lambdas. */
final class ExpressionParser {
    private static final int INSTANCEOF_LEVEL = 7;
    private static final int LOWEST_LEVEL = 1;

    private final TokenCursor cursor;
    private final QuickParser parser;

    ExpressionParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    Expression expression() {
        if (isLambda()) {
            return lambda();
        }
        int first = cursor.next;
        Expression left = conditional();
        AssignExpr.Operator operator = assignment();
        return operator == null ? left : cursor.from(first, new AssignExpr(null, left, expression(), operator));
    }

    Expression conditional() {
        int first = cursor.next;
        Expression condition = binary(LOWEST_LEVEL);
        if (!cursor.accept(Token.QUESTION)) {
            return condition;
        }
        Expression whenTrue = expression();
        cursor.expect(Token.COLON);
        Expression whenFalse = isLambda() ? lambda() : conditional();
        return cursor.from(first, new ConditionalExpr(null, condition, whenTrue, whenFalse));
    }

    // operators

    private AssignExpr.@Nullable Operator assignment() {
        AssignExpr.Operator operator =
                switch (cursor.kind()) {
                    case Token.ASSIGN -> AssignExpr.Operator.ASSIGN;
                    case Token.PLUS_ASSIGN -> AssignExpr.Operator.PLUS;
                    case Token.MINUS_ASSIGN -> AssignExpr.Operator.MINUS;
                    case Token.STAR_ASSIGN -> AssignExpr.Operator.MULTIPLY;
                    case Token.SLASH_ASSIGN -> AssignExpr.Operator.DIVIDE;
                    case Token.AND_ASSIGN -> AssignExpr.Operator.BINARY_AND;
                    case Token.OR_ASSIGN -> AssignExpr.Operator.BINARY_OR;
                    case Token.XOR_ASSIGN -> AssignExpr.Operator.XOR;
                    case Token.REMAINDER_ASSIGN -> AssignExpr.Operator.REMAINDER;
                    case Token.LEFT_SHIFT_ASSIGN -> AssignExpr.Operator.LEFT_SHIFT;
                    case Token.GREATER -> shiftAssignment();
                    default -> null;
                };
        if (operator != null) {
            cursor.next += cursor.is(Token.GREATER) ? touching() : 1;
        }
        return operator;
    }

    private AssignExpr.@Nullable Operator shiftAssignment() {
        int length = touching();
        if (cursor.kind(length - 1) != Token.GREATER_EQUAL) {
            return null;
        }
        return length == 2 ? AssignExpr.Operator.SIGNED_RIGHT_SHIFT : AssignExpr.Operator.UNSIGNED_RIGHT_SHIFT;
    }

    /** The number of tokens, three at most, that make one operator with the {@code >} that comes next. */
    private int touching() {
        int length = 1;
        while (length < 3
                && cursor.kind(length - 1) == Token.GREATER
                && cursor.tokens.touchesNext(cursor.next + length - 1)
                && (cursor.kind(length) == Token.GREATER || cursor.kind(length) == Token.GREATER_EQUAL)) {
            length++;
        }
        return length;
    }

    private Expression binary(int level) {
        int first = cursor.next;
        Expression left = unary();
        while (true) {
            if (cursor.is(Token.INSTANCEOF) && level <= INSTANCEOF_LEVEL) {
                left = instanceOf(first, left);
                continue;
            }
            BinaryExpr.Operator operator = operator();
            if (operator == null || level(operator) < level) {
                return left;
            }
            cursor.next += cursor.is(Token.GREATER) ? touching() : 1;
            Expression right = binary(level(operator) + 1);
            left = cursor.from(first, new BinaryExpr(null, left, right, operator));
        }
    }

    private BinaryExpr.@Nullable Operator operator() {
        return switch (cursor.kind()) {
            case Token.OR_OR -> BinaryExpr.Operator.OR;
            case Token.AND_AND -> BinaryExpr.Operator.AND;
            case Token.OR -> BinaryExpr.Operator.BINARY_OR;
            case Token.XOR -> BinaryExpr.Operator.XOR;
            case Token.AND -> BinaryExpr.Operator.BINARY_AND;
            case Token.EQUAL -> BinaryExpr.Operator.EQUALS;
            case Token.NOT_EQUAL -> BinaryExpr.Operator.NOT_EQUALS;
            case Token.LESS -> BinaryExpr.Operator.LESS;
            case Token.LESS_EQUAL -> BinaryExpr.Operator.LESS_EQUALS;
            case Token.GREATER_EQUAL -> BinaryExpr.Operator.GREATER_EQUALS;
            case Token.GREATER -> greater();
            case Token.LEFT_SHIFT -> BinaryExpr.Operator.LEFT_SHIFT;
            case Token.PLUS -> BinaryExpr.Operator.PLUS;
            case Token.MINUS -> BinaryExpr.Operator.MINUS;
            case Token.STAR -> BinaryExpr.Operator.MULTIPLY;
            case Token.SLASH -> BinaryExpr.Operator.DIVIDE;
            case Token.REMAINDER -> BinaryExpr.Operator.REMAINDER;
            default -> null;
        };
    }

    private BinaryExpr.@Nullable Operator greater() {
        int length = touching();
        if (cursor.kind(length - 1) == Token.GREATER_EQUAL) {
            return null;
        }
        return switch (length) {
            case 1 -> BinaryExpr.Operator.GREATER;
            case 2 -> BinaryExpr.Operator.SIGNED_RIGHT_SHIFT;
            default -> BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT;
        };
    }

    private static int level(BinaryExpr.Operator operator) {
        return switch (operator) {
            case OR -> LOWEST_LEVEL;
            case AND -> 2;
            case BINARY_OR -> 3;
            case XOR -> 4;
            case BINARY_AND -> 5;
            case EQUALS, NOT_EQUALS -> 6;
            case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> 8;
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> 9;
            case PLUS, MINUS -> 10;
            case MULTIPLY, DIVIDE, REMAINDER -> 11;
        };
    }

    private Expression instanceOf(int first, Expression left) {
        cursor.expect(Token.INSTANCEOF);
        int begin = cursor.next;
        NodeList<Modifier> modifiers = new NodeList<>();
        if (cursor.accept(Token.FINAL)) {
            modifiers.add(cursor.from(begin, new Modifier(null, Modifier.Keyword.FINAL)));
        }
        int firstOfType = cursor.next;
        ReferenceType type = parser.types.referenceType();
        if (cursor.is(Token.LEFT_PARENTHESIS) || cursor.is(Token.AT)) {
            throw cursor.unusual();
        }
        PatternExpr pattern = null;
        if (cursor.is(Token.NAME)) {
            var name = cursor.simpleName();
            pattern = cursor.from(firstOfType, new TypePatternExpr(null, modifiers, type, name));
        }
        return cursor.from(first, new InstanceOfExpr(null, left, type, pattern));
    }

    // unary operators and casts

    private Expression unary() {
        UnaryExpr.Operator operator =
                switch (cursor.kind()) {
                    case Token.INCREMENT -> UnaryExpr.Operator.PREFIX_INCREMENT;
                    case Token.DECREMENT -> UnaryExpr.Operator.PREFIX_DECREMENT;
                    case Token.PLUS -> UnaryExpr.Operator.PLUS;
                    case Token.MINUS -> UnaryExpr.Operator.MINUS;
                    case Token.NOT -> UnaryExpr.Operator.LOGICAL_COMPLEMENT;
                    case Token.TILDE -> UnaryExpr.Operator.BITWISE_COMPLEMENT;
                    default -> null;
                };
        int first = cursor.next;
        if (operator != null) {
            cursor.next++;
            return cursor.from(first, new UnaryExpr(null, unary(), operator));
        }
        if (cursor.is(Token.LEFT_PARENTHESIS) && isCast()) {
            return cast();
        }
        Expression operand = parser.primaries.primary();
        if (cursor.is(Token.INCREMENT) || cursor.is(Token.DECREMENT)) {
            boolean up = cursor.accept(Token.INCREMENT);
            cursor.next += up ? 0 : 1;
            return cursor.from(
                    first,
                    new UnaryExpr(
                            null,
                            operand,
                            up ? UnaryExpr.Operator.POSTFIX_INCREMENT : UnaryExpr.Operator.POSTFIX_DECREMENT));
        }
        return operand;
    }

    private boolean isCast() {
        Tokens tokens = cursor.tokens;
        int first = cursor.next + 1;
        int end = parser.types.skip(first);
        while (end >= 0 && tokens.kind(end) == Token.AND) {
            end = parser.types.skip(end + 1);
        }
        if (end < 0 || end != tokens.partner(cursor.next)) {
            return false;
        }
        if (TypeParser.primitive(tokens.kind(first)) != null && end == first + 1) {
            return true;
        }
        return switch (tokens.kind(end + 1)) {
            case Token.NAME,
                    Token.INTEGER,
                    Token.LONG,
                    Token.FLOATING,
                    Token.CHARACTER,
                    Token.STRING,
                    Token.TEXT_BLOCK,
                    Token.LEFT_PARENTHESIS,
                    Token.NOT,
                    Token.TILDE,
                    Token.TRUE,
                    Token.FALSE,
                    Token.NULL,
                    Token.THIS,
                    Token.SUPER,
                    Token.NEW,
                    Token.SWITCH,
                    Token.VOID -> true;
            default -> TypeParser.primitive(tokens.kind(end + 1)) != null;
        };
    }

    private Expression cast() {
        int first = cursor.next;
        cursor.expect(Token.LEFT_PARENTHESIS);
        int begin = cursor.next;
        Type type = parser.types.type();
        if (cursor.accept(Token.AND)) {
            NodeList<ReferenceType> all = new NodeList<>();
            if (!(type instanceof ReferenceType reference)) {
                throw cursor.unusual();
            }
            all.add(reference);
            all.addAll(parser.types.separatedBy(Token.AND));
            type = cursor.from(begin, new IntersectionType(null, all));
        }
        cursor.expect(Token.RIGHT_PARENTHESIS);
        Expression operand = isLambda() ? lambda() : unary();
        return cursor.from(first, new CastExpr(null, type, operand));
    }

    // lambdas

    private boolean isLambda() {
        if (cursor.is(Token.NAME)) {
            return cursor.kind(1) == Token.ARROW;
        }
        return cursor.is(Token.LEFT_PARENTHESIS)
                && cursor.tokens.kind(cursor.tokens.partner(cursor.next) + 1) == Token.ARROW;
    }

    private Expression lambda() {
        int first = cursor.next;
        NodeList<Parameter> parameters = new NodeList<>();
        boolean enclosed = cursor.accept(Token.LEFT_PARENTHESIS);
        if (!enclosed) {
            parameters.add(untyped());
        } else if (!cursor.is(Token.RIGHT_PARENTHESIS)) {
            boolean isTyped = !(cursor.is(Token.NAME)
                    && (cursor.kind(1) == Token.COMMA || cursor.kind(1) == Token.RIGHT_PARENTHESIS));
            do {
                parameters.add(isTyped ? parser.declarations.parameter() : untyped());
            } while (cursor.accept(Token.COMMA));
        }
        if (enclosed) {
            cursor.expect(Token.RIGHT_PARENTHESIS);
        }
        cursor.expect(Token.ARROW);
        return cursor.from(first, new LambdaExpr(null, parameters, lambdaBody(), enclosed));
    }

    private Parameter untyped() {
        int first = cursor.next;
        var name = cursor.simpleName();
        return cursor.from(
                first,
                new Parameter(
                        null, new NodeList<>(), new NodeList<>(), new UnknownType(), false, new NodeList<>(), name));
    }

    private Statement lambdaBody() {
        if (cursor.is(Token.LEFT_BRACE)) {
            return parser.statements.block();
        }
        int first = cursor.next;
        Expression value = expression();
        return cursor.from(first, new ExpressionStmt(null, value));
    }
}
