package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;

/** The text of an expression as the pretty printer has it, which takes many times as long: it is left what is rare. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression expression) {
        if (expression instanceof NameExpr name) {
            return name.getNameAsString();
        }
        StringBuilder text = new StringBuilder();
        append(expression, text);
        return text.toString();
    }

    private static void append(Expression expression, StringBuilder text) {
        if (expression instanceof NameExpr name) {
            text.append(name.getNameAsString());
        } else if (expression instanceof FieldAccessExpr access
                && access.getTypeArguments().isEmpty()) {
            append(access.getScope(), text);
            text.append('.').append(access.getNameAsString());
        } else if (expression instanceof MethodCallExpr call
                && call.getTypeArguments().isEmpty()) {
            call(call, text);
        } else if (expression instanceof BinaryExpr binary) {
            append(binary.getLeft(), text);
            text.append(' ').append(binary.getOperator().asString()).append(' ');
            append(binary.getRight(), text);
        } else if (expression instanceof EnclosedExpr enclosed) {
            text.append('(');
            append(enclosed.getInner(), text);
            text.append(')');
        } else if (expression instanceof ThisExpr self && self.getTypeName().isEmpty()) {
            text.append("this");
        } else {
            literal(expression, text);
        }
    }

    private static void call(MethodCallExpr call, StringBuilder text) {
        call.getScope().ifPresent(scope -> {
            append(scope, text);
            text.append('.');
        });
        text.append(call.getNameAsString()).append('(');
        String separator = "";
        for (Expression argument : call.getArguments()) {
            text.append(separator);
            append(argument, text);
            separator = ", ";
        }
        text.append(')');
    }

    private static void literal(Expression expression, StringBuilder text) {
        if (expression instanceof NullLiteralExpr) {
            text.append("null");
        } else if (expression instanceof BooleanLiteralExpr bool) {
            text.append(bool.getValue());
        } else if (expression instanceof StringLiteralExpr string) {
            text.append('"').append(string.getValue()).append('"');
        } else if (expression instanceof CharLiteralExpr character) {
            text.append('\'').append(character.getValue()).append('\'');
        } else if (expression instanceof LiteralStringValueExpr number && !(number instanceof TextBlockLiteralExpr)) {
            text.append(number.getValue());
        } else {
            text.append(expression);
        }
    }
}
