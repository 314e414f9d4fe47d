package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;

/** Tells types from values by the way Java code is written, where nothing is resolved. */
final class Names {
    private Names() {}

    /** Whether a simple name that is no variable in sight is likely a type: it begins with an upper-case letter. */
    static boolean looksLikeType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** Whether it is written like a constant: no lower-case letter, and long enough to tell. */
    static boolean looksLikeConstant(String name) {
        return name.length() > 1 && name.chars().noneMatch(Character::isLowerCase);
    }

    /** Whether an expression consists of nothing but names and dots. */
    static boolean isNameChain(Expression expression) {
        return expression instanceof NameExpr
                || (expression instanceof FieldAccessExpr access && isNameChain(access.getScope()));
    }

    /** The first name of a chain. */
    static String root(Expression chain) {
        return chain instanceof FieldAccessExpr access ? root(access.getScope()) : ExpressionText.of(chain);
    }
}
