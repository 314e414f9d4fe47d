package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.jenkins.plugins.connleak.core.flow.Condition.Test;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Pending;
import io.jenkins.plugins.connleak.core.flow.Register.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lowers conditions to branches, so that what is known on each side is kept on the edges. */
final class ConditionLowering {
    /** An object that is none of these is no open resource. */
    private static final Set<String> RESOURCE_TYPES = Set.of("AutoCloseable", "Closeable", "Connection", "ResultSet");

    private final BodyContext body;
    private final ExpressionLowering expressions;

    /** The two ways out of a condition. */
    record Branches(List<Pending> whenTrue, List<Pending> whenFalse) {
        Branches swapped() {
            return new Branches(whenFalse, whenTrue);
        }
    }

    ConditionLowering(BodyContext body, ExpressionLowering expressions) {
        this.body = body;
        this.expressions = expressions;
    }

    /** Whether something that is not of that type is no open resource. */
    static boolean isResource(String type) {
        return RESOURCE_TYPES.contains(type);
    }

    static boolean isShortCircuit(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR;
    }

    /** Whether the value of an expression is best computed by branching. */
    boolean isLogical(Expression expression) {
        if (expression instanceof BinaryExpr binary) {
            return isShortCircuit(binary) || isEquality(binary);
        }
        return expression instanceof InstanceOfExpr
                || (expression instanceof UnaryExpr unary
                        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT);
    }

    private static boolean isEquality(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.EQUALS
                || binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    }

    Branches lower(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return lower(enclosed.getInner());
        }
        if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return lower(unary.getExpression()).swapped();
        }
        if (expression instanceof BooleanLiteralExpr literal) {
            List<Pending> all = body.graph.frontier();
            return literal.getValue() ? new Branches(all, List.of()) : new Branches(List.of(), all);
        }
        if (expression instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expression instanceof InstanceOfExpr test) {
            return instanceOf(test);
        }
        String key = key(expression);
        int value = expressions.lower(expression);
        body.at(expression);
        if (key.isEmpty()) {
            return branch(new Condition(Test.TRUE, value), new Condition(Test.FALSE, value));
        }
        int known = condition(key, expression);
        if (!(expression instanceof MethodCallExpr)) {
            return branch(new Condition(Test.TRUE, known), new Condition(Test.FALSE, known));
        }
        // what the call itself says, and what an equal one said before
        Branches branches = branch(new Condition(Test.TRUE, value), new Condition(Test.FALSE, value));
        return new Branches(
                also(branches.whenTrue(), new Condition(Test.TRUE, known)),
                also(branches.whenFalse(), new Condition(Test.FALSE, known)));
    }

    private Branches binary(BinaryExpr binary) {
        if (binary.getOperator() == BinaryExpr.Operator.AND) {
            Branches left = lower(binary.getLeft());
            body.graph.frontier(left.whenTrue());
            Branches right = lower(binary.getRight());
            return new Branches(right.whenTrue(), joined(left.whenFalse(), right.whenFalse()));
        }
        if (binary.getOperator() == BinaryExpr.Operator.OR) {
            Branches left = lower(binary.getLeft());
            body.graph.frontier(left.whenFalse());
            Branches right = lower(binary.getRight());
            return new Branches(joined(left.whenTrue(), right.whenTrue()), right.whenFalse());
        }
        if (isEquality(binary)) {
            Branches equal = equality(binary);
            return binary.getOperator() == BinaryExpr.Operator.EQUALS ? equal : equal.swapped();
        }
        String key = key(binary);
        expressions.lower(binary);
        body.at(binary);
        if (key.isEmpty()) {
            return branch(Condition.ALWAYS, Condition.ALWAYS);
        }
        int register = condition(key, binary);
        return branch(new Condition(Test.TRUE, register), new Condition(Test.FALSE, register));
    }

    private Branches equality(BinaryExpr binary) {
        Expression left = plain(binary.getLeft());
        Expression right = plain(binary.getRight());
        if (left instanceof NullLiteralExpr || right instanceof NullLiteralExpr) {
            int value = expressions.lower(left instanceof NullLiteralExpr ? right : left);
            body.at(binary);
            return branch(new Condition(Test.NULL, value), new Condition(Test.NOT_NULL, value));
        }
        if (right instanceof BooleanLiteralExpr literal) {
            Branches branches = lower(left);
            return literal.getValue() ? branches : branches.swapped();
        }
        String key = isPure(left) && isPure(right) ? left + " == " + right : "";
        int first = expressions.lower(left);
        int second = expressions.lower(right);
        body.at(binary);
        if (left instanceof NameExpr && right instanceof NameExpr) {
            return sameObject(first, second, condition(key, binary));
        }
        if (key.isEmpty()) {
            return branch(Condition.ALWAYS, Condition.ALWAYS);
        }
        int register = condition(key, binary);
        return branch(new Condition(Test.TRUE, register), new Condition(Test.FALSE, register));
    }

    /** Two variables: what is known of the values decides, and so does what an equal comparison said before. */
    private Branches sameObject(int first, int second, int register) {
        Branches branches =
                branch(new Condition(Test.SAME, first, second), new Condition(Test.NOT_SAME, first, second));
        return new Branches(
                also(branches.whenTrue(), new Condition(Test.TRUE, register)),
                also(branches.whenFalse(), new Condition(Test.FALSE, register)));
    }

    /** The ways that are open with one more condition on them. */
    List<Pending> also(List<Pending> from, Condition condition) {
        if (from.isEmpty()) {
            return from;
        }
        body.graph.frontier(from);
        return GraphBuilder.pendingOf(body.graph.emit(new Op.Nop(Op.Point.BRANCH, "")), condition);
    }

    private Branches instanceOf(InstanceOfExpr test) {
        int value = expressions.lower(test.getExpression());
        body.at(test);
        boolean isEveryResource = isResource(test.getType().asString())
                || test.getPattern()
                        .filter(TypePatternExpr.class::isInstance)
                        .map(pattern ->
                                isResource(((TypePatternExpr) pattern).getType().asString()))
                        .orElse(false);
        Branches branches = branch(
                new Condition(Test.NOT_NULL, value),
                isEveryResource ? new Condition(Test.NO_RESOURCE, value) : Condition.ALWAYS);
        if (test.getPattern().isEmpty()) {
            return branches;
        }
        body.graph.frontier(branches.whenTrue());
        body.graph.emit(new Op.Nop(Op.Point.JOIN, ""));
        expressions.bind(test.getPattern().get(), value);
        return new Branches(body.graph.frontier(), branches.whenFalse());
    }

    private Branches branch(Condition whenTrue, Condition whenFalse) {
        if (!body.graph.isReachable()) {
            return new Branches(List.of(), List.of());
        }
        int node = body.graph.emit(new Op.Nop(Op.Point.BRANCH, ""));
        return new Branches(GraphBuilder.pendingOf(node, whenTrue), GraphBuilder.pendingOf(node, whenFalse));
    }

    private static List<Pending> joined(List<Pending> first, List<Pending> second) {
        List<Pending> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Expression plain(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? plain(enclosed.getInner()) : expression;
    }

    // equal conditions agree

    /** The text under which a condition without side effects agrees with others; empty if it has none. */
    private static String key(Expression expression) {
        if (expression instanceof NameExpr || isOwnField(expression)) {
            return "";
        }
        return isPure(expression) ? ExpressionText.of(expression) : "";
    }

    /** A field of the object is a variable, whether {@code this} stands before it or not. */
    private static boolean isOwnField(Expression expression) {
        return expression instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr;
    }

    private static boolean isPure(Expression expression) {
        if (expression instanceof NameExpr || expression instanceof LiteralExpr || expression instanceof ThisExpr) {
            return true;
        }
        if (expression instanceof FieldAccessExpr access) {
            return isPure(access.getScope());
        }
        if (expression instanceof BinaryExpr binary) {
            return !isShortCircuit(binary) && isPure(binary.getLeft()) && isPure(binary.getRight());
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return isPure(enclosed.getInner());
        }
        return expression instanceof MethodCallExpr call
                && call.getScope().map(ConditionLowering::isPure).orElse(true)
                && call.getArguments().stream().allMatch(ConditionLowering::isPure)
                && isQuestion(call.getNameAsString());
    }

    /** Calls that answer the same as long as the variables stay the same. */
    private static boolean isQuestion(String name) {
        return switch (name) {
            case "equals", "equalsIgnoreCase", "startsWith", "endsWith" -> true;
            case "isClosed", "isValid", "isConnected", "isOpen", "isBeforeFirst", "isAfterLast", "isFirst", "isLast" ->
                false;
            default -> name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
        };
    }

    private int condition(String key, Expression expression) {
        int register = body.graph.shared(key, "boolean", Kind.CONDITION);
        collectUses(expression, register);
        return register;
    }

    private void collectUses(Node node, int condition) {
        if (node instanceof NameExpr name
                && (body.isLocal(name.getNameAsString()) || !Names.looksLikeType(name.getNameAsString()))) {
            body.graph.conditionUses(body.named(name.getNameAsString()), condition);
        } else if (node instanceof FieldAccessExpr access && isOwnField(access)) {
            body.graph.conditionUses(body.graph.shared(access.getNameAsString(), "", Kind.FIELD), condition);
        }
        node.getChildNodes().forEach(child -> collectUses(child, condition));
    }
}
