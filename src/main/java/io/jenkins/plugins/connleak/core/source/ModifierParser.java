package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import org.jspecify.annotations.Nullable;

/** The part of the quick parser that reads modifiers and annotations. */
final class ModifierParser {
    private final TokenCursor cursor;
    private final QuickParser parser;

    ModifierParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    Modifiers modifiers() {
        NodeList<Modifier> keywords = new NodeList<>();
        NodeList<AnnotationExpr> annotations = new NodeList<>();
        while (true) {
            int first = cursor.next;
            if (cursor.is(Token.AT) && cursor.kind(1) != Token.INTERFACE) {
                annotations.add(annotation());
                continue;
            }
            Modifier.Keyword keyword = keyword();
            if (keyword == null) {
                return new Modifiers(keywords, annotations);
            }
            cursor.next++;
            keywords.add(cursor.from(first, new Modifier(null, keyword)));
        }
    }

    private Modifier.@Nullable Keyword keyword() {
        return switch (cursor.kind()) {
            case Token.PUBLIC -> Modifier.Keyword.PUBLIC;
            case Token.PROTECTED -> Modifier.Keyword.PROTECTED;
            case Token.PRIVATE -> Modifier.Keyword.PRIVATE;
            case Token.ABSTRACT -> Modifier.Keyword.ABSTRACT;
            case Token.STATIC -> Modifier.Keyword.STATIC;
            case Token.FINAL -> Modifier.Keyword.FINAL;
            case Token.TRANSIENT -> Modifier.Keyword.TRANSIENT;
            case Token.VOLATILE -> Modifier.Keyword.VOLATILE;
            case Token.SYNCHRONIZED -> Modifier.Keyword.SYNCHRONIZED;
            case Token.NATIVE -> Modifier.Keyword.NATIVE;
            case Token.STRICTFP -> Modifier.Keyword.STRICTFP;
            case Token.DEFAULT -> Modifier.Keyword.DEFAULT;
            default -> null;
        };
    }

    private AnnotationExpr annotation() {
        int first = cursor.next;
        cursor.expect(Token.AT);
        Name name = cursor.qualifiedName();
        if (!cursor.accept(Token.LEFT_PARENTHESIS)) {
            return cursor.from(first, new MarkerAnnotationExpr(null, name));
        }
        boolean hasNames = cursor.is(Token.NAME) && cursor.kind(1) == Token.ASSIGN;
        if (!hasNames && !cursor.is(Token.RIGHT_PARENTHESIS)) {
            Expression value = value();
            cursor.expect(Token.RIGHT_PARENTHESIS);
            return cursor.from(first, new SingleMemberAnnotationExpr(null, name, value));
        }
        NodeList<MemberValuePair> pairs = new NodeList<>();
        while (!cursor.is(Token.RIGHT_PARENTHESIS)) {
            int begin = cursor.next;
            var key = cursor.simpleName();
            cursor.expect(Token.ASSIGN);
            pairs.add(cursor.from(begin, new MemberValuePair(null, key, value())));
            if (!cursor.accept(Token.COMMA) && !cursor.is(Token.RIGHT_PARENTHESIS)) {
                throw cursor.unusual();
            }
        }
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return cursor.from(first, new NormalAnnotationExpr(null, name, pairs));
    }

    /** A value of an annotation's member. */
    Expression value() {
        int first = cursor.next;
        if (cursor.is(Token.AT)) {
            return annotation();
        }
        if (!cursor.accept(Token.LEFT_BRACE)) {
            return parser.expressions.conditional();
        }
        NodeList<Expression> values = new NodeList<>();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            values.add(value());
            if (!cursor.accept(Token.COMMA) && !cursor.is(Token.RIGHT_BRACE)) {
                throw cursor.unusual();
            }
        }
        cursor.expect(Token.RIGHT_BRACE);
        return cursor.from(first, new ArrayInitializerExpr(null, values));
    }
}
