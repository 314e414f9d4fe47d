package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.jenkins.plugins.connleak.core.flow.Condition.Test;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Jump;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.JumpKind;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Pending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lowers switches: statements and expressions, with groups that fall through and with arrows. */
final class SwitchLowering {
    private final BodyContext body;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final Deque<Integer> results = new ArrayDeque<>();

    SwitchLowering(BodyContext body, ExpressionLowering expressions, StatementLowering statements) {
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
    }

    void lower(SwitchStmt choice) {
        int selector = expressions.lower(choice.getSelector());
        body.at(choice);
        Jump end = body.graph.pushJump(JumpKind.SWITCH, null);
        List<Pending> unmatched = entries(choice.getEntries(), selector, end, false);
        body.graph.pop();
        List<Pending> joined = new ArrayList<>(body.graph.frontier());
        joined.addAll(end.arrived);
        joined.addAll(unmatched);
        body.graph.frontier(joined);
    }

    /** A switch expression is exhaustive: there is no way past its entries. */
    int lower(SwitchExpr choice) {
        int selector = expressions.lower(choice.getSelector());
        body.at(choice);
        int result = body.graph.temporary("");
        results.push(result);
        Jump end = body.graph.pushJump(JumpKind.YIELD, null);
        entries(choice.getEntries(), selector, end, true);
        body.graph.pop();
        results.pop();
        body.graph.frontier(end.arrived);
        return result;
    }

    void yieldValue(int value) {
        Jump end = body.graph.findJump(jump -> jump.kind == JumpKind.YIELD);
        Integer result = results.peek();
        if (end == null || result == null) {
            body.graph.frontier(List.of());
            return;
        }
        body.graph.emit(new Op.Copy(result, value));
        body.graph.jump(end);
    }

    /** Lowers the entries and returns the way past them, empty if there is a default. */
    private List<Pending> entries(NodeList<SwitchEntry> entries, int selector, Jump end, boolean isExpression) {
        if (!body.graph.isReachable()) {
            return List.of();
        }
        int head = body.graph.emit(new Op.Nop(Op.Point.BRANCH, "switch"));
        List<Pending> fallThrough = new ArrayList<>();
        boolean hasDefault = isExpression;
        boolean namesResources = entries.stream()
                .flatMap(entry -> entry.getLabels().stream())
                .anyMatch(label -> label instanceof TypePatternExpr pattern
                        && ConditionLowering.isResource(pattern.getType().asString()));
        Condition otherwise = namesResources ? new Condition(Test.NO_RESOURCE, selector) : Condition.ALWAYS;
        body.scope.open();
        for (SwitchEntry entry : entries) {
            body.at(entry);
            hasDefault |= entry.isDefault() || entry.getLabels().isEmpty();
            List<Pending> from = GraphBuilder.pendingOf(head, entry.isDefault() ? otherwise : Condition.ALWAYS);
            from.addAll(fallThrough);
            body.graph.frontier(from);
            body.graph.emit(new Op.Nop(Op.Point.JOIN, label(entry)));
            labels(entry, selector);
            entry(entry, end, isExpression);
            fallThrough = new ArrayList<>(body.graph.frontier());
        }
        body.scope.close();
        return hasDefault ? List.of() : GraphBuilder.pendingOf(head, otherwise);
    }

    private static String label(SwitchEntry entry) {
        return entry.getLabels().isEmpty()
                ? "default"
                : "case "
                        + entry.getLabels()
                                .get(0)
                                .toString()
                                .lines()
                                .findFirst()
                                .orElse("");
    }

    private void labels(SwitchEntry entry, int selector) {
        for (Expression label : entry.getLabels()) {
            if (label instanceof PatternExpr) {
                expressions.bind(label, selector);
            }
        }
        entry.getGuard().ifPresent(guard -> {
            // the way on if it does not hold is one of the other entries, which start at the head anyway
            body.graph.frontier(expressions.conditions().lower(guard).whenTrue());
        });
    }

    private void entry(SwitchEntry entry, Jump end, boolean isExpression) {
        if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
            entry.getStatements().forEach(this::reachable);
            return;
        }
        for (Statement statement : entry.getStatements()) {
            if (isExpression && statement instanceof ExpressionStmt value) {
                yieldValue(expressions.lower(value.getExpression()));
            } else {
                body.scope.open();
                reachable(statement);
                body.scope.close();
            }
        }
        if (body.graph.isReachable()) {
            body.graph.jump(end);
        }
    }

    private void reachable(Node statement) {
        if (body.graph.isReachable()) {
            statements.lower((Statement) statement);
        }
    }
}
