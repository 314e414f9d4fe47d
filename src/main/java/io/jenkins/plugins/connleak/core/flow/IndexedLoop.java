package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.Optional;

/**
 * Tells loops that go over all elements of an array or a list by an index: where something is in it, they have a turn.
 * A loop that fills what it counts is none of them.
 */
final class IndexedLoop {
    private IndexedLoop() {}

    /** The variable whose elements a loop reads one by one, and does not change. */
    static Optional<String> container(ForStmt loop) {
        return loop.getCompare().flatMap(IndexedLoop::counted).filter(name -> reads(loop, name) && !fills(loop, name));
    }

    private static Optional<String> counted(Expression compare) {
        return compare instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.LESS
                ? counter(binary.getRight())
                : Optional.empty();
    }

    private static Optional<String> counter(Expression end) {
        if (end instanceof FieldAccessExpr length && length.getNameAsString().equals("length")) {
            return name(length.getScope());
        }
        return end instanceof MethodCallExpr size
                        && size.getNameAsString().equals("size")
                        && size.getArguments().isEmpty()
                ? size.getScope().flatMap(IndexedLoop::name)
                : Optional.empty();
    }

    private static Optional<String> name(Expression expression) {
        return expression instanceof NameExpr name ? Optional.of(name.getNameAsString()) : Optional.empty();
    }

    private static boolean is(Expression expression, String name) {
        return expression instanceof NameExpr found && found.getNameAsString().equals(name);
    }

    private static boolean reads(ForStmt loop, String name) {
        return loop.getBody()
                        .findFirst(ArrayAccessExpr.class, access -> is(access.getName(), name))
                        .isPresent()
                || loop.getBody()
                        .findFirst(MethodCallExpr.class, call -> isMadeOn(call, name) && isGetter(call))
                        .isPresent();
    }

    private static boolean fills(ForStmt loop, String name) {
        return loop.getBody()
                        .findFirst(AssignExpr.class, assign -> puts(assign, name))
                        .isPresent()
                || loop.getBody()
                        .findFirst(MethodCallExpr.class, call -> isMadeOn(call, name) && !isGetter(call))
                        .isPresent();
    }

    private static boolean puts(AssignExpr assign, String name) {
        return assign.getTarget() instanceof ArrayAccessExpr access
                && is(access.getName(), name)
                && !(assign.getValue() instanceof NullLiteralExpr);
    }

    private static boolean isMadeOn(MethodCallExpr call, String name) {
        return call.getScope().filter(scope -> is(scope, name)).isPresent();
    }

    private static boolean isGetter(MethodCallExpr call) {
        String name = call.getNameAsString();
        return name.equals("get") || name.equals("size") || name.equals("elementAt");
    }
}
