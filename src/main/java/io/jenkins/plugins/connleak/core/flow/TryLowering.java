package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.UnionType;
import io.jenkins.plugins.connleak.core.flow.Condition.Test;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Pending;
import java.util.ArrayList;
import java.util.List;

/** Lowers try statements: handlers, finally blocks, and the closing of resources at the end of a try-with-resources. */
final class TryLowering {
    private final BodyContext body;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;

    TryLowering(BodyContext body, ExpressionLowering expressions, StatementLowering statements) {
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
    }

    void lower(TryStmt attempt) {
        if (attempt.getFinallyBlock().isEmpty()) {
            guarded(attempt);
            return;
        }
        body.graph.pushFinally();
        guarded(attempt);
        body.graph.popFinally(() -> statements.lower(attempt.getFinallyBlock().get()));
    }

    private void guarded(TryStmt attempt) {
        List<CatchClause> clauses = attempt.getCatchClauses();
        if (clauses.isEmpty()) {
            resources(attempt, 0);
            return;
        }
        List<Handler> handlers = new ArrayList<>();
        for (CatchClause clause : clauses) {
            body.at(clause);
            handlers.add(
                    new Handler(types(clause), body.graph.detached(Op.Point.CATCH, String.join("|", types(clause)))));
        }
        body.graph.pushCatch(handlers);
        resources(attempt, 0);
        body.graph.pop();
        List<Pending> joined = new ArrayList<>(body.graph.frontier());
        for (int i = 0; i < clauses.size(); i++) {
            handler(clauses.get(i), handlers.get(i));
            joined.addAll(body.graph.frontier());
        }
        body.graph.frontier(joined);
    }

    private void handler(CatchClause clause, Handler handler) {
        body.graph.frontier(GraphBuilder.pendingOf(handler.target(), Condition.ALWAYS));
        body.at(clause);
        body.scope.open();
        int caught = body.declare(
                clause.getParameter().getNameAsString(),
                clause.getParameter().getType().asString());
        body.graph.emit(new Op.Caught(caught, handler.types()));
        statements.lower(clause.getBody());
        body.scope.close();
    }

    private static List<String> types(CatchClause clause) {
        if (clause.getParameter().getType() instanceof UnionType union) {
            return union.getElements().stream().map(type -> type.asString()).toList();
        }
        return List.of(clause.getParameter().getType().asString());
    }

    private void resources(TryStmt attempt, int index) {
        if (index == attempt.getResources().size()) {
            statements.lower(attempt.getTryBlock());
            return;
        }
        body.scope.open();
        closing(attempt.getResources().get(index), () -> resources(attempt, index + 1));
        body.scope.close();
    }

    /** Lowers what opens a resource, and the work at whose end it is closed. */
    void closing(Expression resource, Runnable work) {
        int register = expressions.lower(resource);
        body.graph.pushFinally();
        body.scope.closing(body.graph.describe(register).name(), work);
        body.graph.popFinally(() -> close(resource, register));
    }

    private void close(Expression resource, int register) {
        body.at(resource);
        int test = body.graph.emit(new Op.Nop(Op.Point.JOIN, ""));
        body.graph.frontier(GraphBuilder.pendingOf(test, new Condition(Test.NOT_NULL, register)));
        body.graph.emit(new Op.Invoke(
                body.graph.temporary(""), new Callee(Callee.Kind.IMPLICIT_CLOSE, "close", ""), register, List.of()));
        List<Pending> joined = new ArrayList<>(body.graph.frontier());
        joined.add(new Pending(test, new Condition(Test.NULL, register)));
        body.graph.frontier(joined);
    }
}
