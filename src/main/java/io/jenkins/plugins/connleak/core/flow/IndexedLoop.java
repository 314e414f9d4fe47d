package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells loops that go over all elements of an array or a list by an index: where something is in it, they have a turn.
 * A loop that fills what it counts is none of them.
 */
final class IndexedLoop {
    private IndexedLoop() {}

    /** The variables whose elements a loop reads one by one, and does not change. */
    static List<String> containers(ForStmt loop) {
        Set<String> names = new LinkedHashSet<>();
        loop.getCompare().flatMap(IndexedLoop::counted).ifPresent(names::add);
        index(loop).ifPresent(index -> names.addAll(readBy(index, loop)));
        names.removeIf(name -> !reads(loop, name) || fills(loop, name));
        return List.copyOf(names);
    }

    /** The variable that a loop counts up from zero, or down to it: how far it counts is its author's affair. */
    private static Optional<String> index(ForStmt loop) {
        if (!(loop.getCompare().orElse(null) instanceof BinaryExpr compare)
                || !(compare.getLeft() instanceof NameExpr index)) {
            return Optional.empty();
        }
        boolean fits =
                switch (compare.getOperator()) {
                    case LESS, LESS_EQUALS -> startsAtZero(loop, index.getNameAsString());
                    case GREATER -> compare.getRight().toString().equals("-1");
                    case GREATER_EQUALS -> isZero(compare.getRight());
                    default -> false;
                };
        return fits ? Optional.of(index.getNameAsString()) : Optional.empty();
    }

    private static boolean startsAtZero(ForStmt loop, String index) {
        return loop.getInitialization().stream()
                .anyMatch(start -> start instanceof AssignExpr assign
                        ? is(assign.getTarget(), index) && isZero(assign.getValue())
                        : start instanceof VariableDeclarationExpr declaration
                                && declaration.getVariables().stream()
                                        .anyMatch(variable ->
                                                variable.getNameAsString().equals(index)
                                                        && variable.getInitializer()
                                                                .filter(IndexedLoop::isZero)
                                                                .isPresent()));
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof IntegerLiteralExpr number
                && number.getValue().equals("0");
    }

    /** The variables whose elements are read at an index. */
    private static List<String> readBy(String index, ForStmt loop) {
        List<String> found = new ArrayList<>();
        loop.getBody().walk(node -> {
            if (node instanceof ArrayAccessExpr access && is(access.getIndex(), index)) {
                name(access.getName()).ifPresent(found::add);
            } else if (node instanceof MethodCallExpr call
                    && isGetter(call)
                    && call.getArguments().size() == 1
                    && is(call.getArgument(0), index)) {
                call.getScope().flatMap(IndexedLoop::name).ifPresent(found::add);
            }
        });
        return found;
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
