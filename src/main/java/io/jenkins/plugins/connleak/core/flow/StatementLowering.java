package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.jenkins.plugins.connleak.core.flow.Condition.Test;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Jump;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.JumpKind;
import io.jenkins.plugins.connleak.core.flow.GraphBuilder.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lowers statements; tries and switches have classes of their own. */
final class StatementLowering {
    private final BodyContext body;
    private final ExpressionLowering expressions;
    private final TryLowering tries;
    private final SwitchLowering switches;

    StatementLowering(BodyContext body) {
        this.body = body;
        this.expressions = new ExpressionLowering(body, this);
        this.tries = new TryLowering(body, expressions, this);
        this.switches = new SwitchLowering(body, expressions, this);
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    void lower(Statement statement) {
        body.at(statement);
        if (statement instanceof BlockStmt block) {
            block(block.getStatements());
        } else if (statement instanceof ExpressionStmt expression) {
            expressions.lower(expression.getExpression());
        } else if (statement instanceof IfStmt choice) {
            choice(choice);
        } else if (statement instanceof ReturnStmt result) {
            result(result);
        } else if (statement instanceof ThrowStmt error) {
            error(error);
        } else if (statement instanceof TryStmt attempt) {
            tries.lower(attempt);
        } else if (statement instanceof SwitchStmt choice) {
            switches.lower(choice);
        } else if (statement instanceof SynchronizedStmt guarded) {
            expressions.lower(guarded.getExpression());
            lower(guarded.getBody());
        } else if (!loopOrJump(statement)) {
            other(statement);
        }
    }

    private boolean loopOrJump(Statement statement) {
        if (statement instanceof ForEachStmt loop) {
            forEach(loop, null);
        } else if (statement instanceof ForStmt loop) {
            forLoop(loop, null);
        } else if (statement instanceof WhileStmt loop) {
            whileLoop(loop, null);
        } else if (statement instanceof DoStmt loop) {
            doLoop(loop, null);
        } else if (statement instanceof LabeledStmt labelled) {
            labelled(labelled);
        } else if (statement instanceof BreakStmt jump) {
            leave(jump.getLabel().map(Object::toString).orElse(null));
        } else if (statement instanceof ContinueStmt jump) {
            next(jump.getLabel().map(Object::toString).orElse(null));
        } else if (statement instanceof YieldStmt result) {
            switches.yieldValue(expressions.lower(result.getExpression()));
        } else {
            return false;
        }
        return true;
    }

    private void other(Statement statement) {
        if (statement instanceof LocalClassDeclarationStmt local) {
            body.inner.local(local.getClassDeclaration(), body.enclosing());
        } else if (statement instanceof LocalRecordDeclarationStmt local) {
            body.inner.local(local.getRecordDeclaration(), body.enclosing());
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            List<Integer> arguments = new ArrayList<>();
            call.getArguments().forEach(argument -> arguments.add(expressions.lower(argument)));
            body.at(call);
            String name = call.isThis() ? "this" : "super";
            body.graph.emit(new Op.Invoke(
                    body.graph.temporary(""), new Callee(Callee.Kind.DELEGATION, name, ""), -1, arguments));
        } else if (statement instanceof AssertStmt) {
            // off in production: neither evaluated nor thrown
            return;
        } else {
            for (Node child : statement.getChildNodes()) {
                if (child instanceof Expression expression) {
                    expressions.lower(expression);
                }
            }
        }
    }

    void block(List<Statement> statements) {
        body.scope.open();
        for (int i = 0; i < statements.size(); i++) {
            Optional<VariableDeclarationExpr> cleanedUp = cleanedUp(statements.get(i));
            if (cleanedUp.isPresent()) {
                List<Statement> rest = statements.subList(i + 1, statements.size());
                tries.closing(cleanedUp.get(), () -> block(rest));
                break;
            }
            lower(statements.get(i));
        }
        body.scope.close();
    }

    /** The declaration of a variable that Lombok closes at the end of its block. */
    private static Optional<VariableDeclarationExpr> cleanedUp(Statement statement) {
        return statement instanceof ExpressionStmt expression
                        && expression.getExpression() instanceof VariableDeclarationExpr declaration
                        && declaration.getAnnotations().stream()
                                .anyMatch(annotation ->
                                        annotation.getName().getIdentifier().equals("Cleanup"))
                ? Optional.of(declaration)
                : Optional.empty();
    }

    int switchExpression(SwitchExpr choice) {
        return switches.lower(choice);
    }

    private void choice(IfStmt choice) {
        ConditionLowering.Branches branches = expressions.conditions().lower(choice.getCondition());
        body.graph.frontier(branches.whenTrue());
        // a pattern variable bound by the condition may be used behind the statement as well: no scope of its own
        lowerReachable(choice.getThenStmt());
        List<Pending> joined = new ArrayList<>(body.graph.frontier());
        body.graph.frontier(branches.whenFalse());
        choice.getElseStmt().ifPresent(this::lowerReachable);
        joined.addAll(body.graph.frontier());
        body.graph.frontier(joined);
    }

    private void lowerReachable(Statement statement) {
        if (body.graph.isReachable()) {
            lower(statement);
        }
    }

    private void result(ReturnStmt result) {
        boolean isThis =
                result.getExpression().filter(ThisExpr.class::isInstance).isPresent();
        int value = isThis
                ? Op.Return.THIS
                : result.getExpression().map(expressions::lower).orElse(-1);
        body.at(result);
        body.graph.emit(new Op.Return(value));
        body.graph.jumpToExit();
    }

    private void error(ThrowStmt error) {
        Expression thrown = error.getExpression();
        int value = expressions.lower(thrown);
        String type = thrown instanceof ObjectCreationExpr creation
                ? creation.getType().asString()
                : body.graph.describe(value).type();
        body.at(error);
        body.graph.emit(new Op.Throw(value, type));
    }

    private void leave(@Nullable String label) {
        jumpTo(body.graph.findJump(jump -> label == null
                ? jump.kind == JumpKind.LOOP_BREAK || jump.kind == JumpKind.SWITCH
                : label.equals(jump.label) && (jump.kind == JumpKind.LOOP_BREAK || jump.kind == JumpKind.BLOCK)));
    }

    private void next(@Nullable String label) {
        jumpTo(body.graph.findJump(
                jump -> jump.kind == JumpKind.LOOP_CONTINUE && (label == null || label.equals(jump.label))));
    }

    private void jumpTo(@Nullable Jump target) {
        if (target == null) {
            // broken code: the statement ends the path
            body.graph.frontier(List.of());
        } else {
            body.graph.emit(new Op.Nop(Op.Point.JOIN, ""));
            body.graph.jump(target);
        }
    }

    private void labelled(LabeledStmt labelled) {
        String label = labelled.getLabel().asString();
        Statement statement = labelled.getStatement();
        if (statement instanceof ForEachStmt loop) {
            forEach(loop, label);
        } else if (statement instanceof ForStmt loop) {
            forLoop(loop, label);
        } else if (statement instanceof WhileStmt loop) {
            whileLoop(loop, label);
        } else if (statement instanceof DoStmt loop) {
            doLoop(loop, label);
        } else {
            Jump end = body.graph.pushJump(JumpKind.BLOCK, label);
            lower(statement);
            body.graph.pop();
            join(end);
        }
    }

    private void join(Jump jump) {
        List<Pending> joined = new ArrayList<>(body.graph.frontier());
        joined.addAll(jump.arrived);
        body.graph.frontier(joined);
    }

    /** The body of a loop: continue goes to its end, break to what is returned. */
    private Jump loopBody(Statement statement, @Nullable String label) {
        Jump end = body.graph.pushJump(JumpKind.LOOP_BREAK, label);
        Jump next = body.graph.pushJump(JumpKind.LOOP_CONTINUE, label);
        lowerReachable(statement);
        body.graph.pop();
        body.graph.pop();
        join(next);
        return end;
    }

    private void backTo(int head) {
        body.graph.connect(body.graph.frontier(), head);
        body.graph.frontier(List.of());
    }

    private void whileLoop(WhileStmt loop, @Nullable String label) {
        int head = body.graph.emit(new Op.Nop(Op.Point.JOIN, "loop"));
        ConditionLowering.Branches branches = expressions.conditions().lower(loop.getCondition());
        body.graph.frontier(branches.whenTrue());
        Jump end = loopBody(loop.getBody(), label);
        backTo(head);
        body.graph.frontier(branches.whenFalse());
        join(end);
    }

    private void doLoop(DoStmt loop, @Nullable String label) {
        int head = body.graph.emit(new Op.Nop(Op.Point.JOIN, "loop"));
        Jump end = loopBody(loop.getBody(), label);
        ConditionLowering.Branches branches = expressions.conditions().lower(loop.getCondition());
        body.graph.frontier(branches.whenTrue());
        backTo(head);
        body.graph.frontier(branches.whenFalse());
        join(end);
    }

    private void forLoop(ForStmt loop, @Nullable String label) {
        body.scope.open();
        loop.getInitialization().forEach(expressions::lower);
        List<Integer> containers =
                IndexedLoop.containers(loop).stream().map(body::named).toList();
        for (int container : containers) {
            begin(container);
            body.graph.emit(new Op.Nop(Op.Point.JOIN, ""));
        }
        body.at(loop);
        int head = body.graph.emit(new Op.Nop(Op.Point.JOIN, "loop"));
        List<Pending> done = List.of();
        if (loop.getCompare().isPresent()) {
            ConditionLowering.Branches branches =
                    expressions.conditions().lower(loop.getCompare().get());
            done = branches.whenFalse();
            for (int container : containers) {
                done = expressions.conditions().also(done, new Condition(Test.NO_NEXT, container));
            }
            body.graph.frontier(branches.whenTrue());
        }
        Jump end = loopBody(loop.getBody(), label);
        if (body.graph.isReachable()) {
            loop.getUpdate().forEach(expressions::lower);
        }
        backTo(head);
        body.graph.frontier(done);
        join(end);
        body.scope.close();
    }

    /** What was known of an earlier iteration over the same elements does not hold for the next one. */
    private void begin(int container) {
        List<Pending> entering = new ArrayList<>();
        for (Pending pending : body.graph.frontier()) {
            entering.add(
                    pending.condition().test() == Test.ALWAYS
                            ? new Pending(pending.node(), new Condition(Test.BEGINS, container))
                            : pending);
        }
        body.graph.frontier(entering);
    }

    private void forEach(ForEachStmt loop, @Nullable String label) {
        body.scope.open();
        int container = expressions.lower(loop.getIterable());
        begin(container);
        body.at(loop);
        int head = body.graph.emit(new Op.Nop(Op.Point.JOIN, "loop"));
        body.graph.frontier(GraphBuilder.pendingOf(head, new Condition(Test.HAS_NEXT, container)));
        VariableDeclarator variable = loop.getVariable().getVariables().get(0);
        int element =
                body.declare(variable.getNameAsString(), variable.getType().asString());
        body.graph.emit(new Op.Declare(element));
        int next = body.graph.emit(new Op.Element(element, container));
        if (loop.getIterable().isNameExpr()) {
            // a cursor has a name where anybody closes it
            body.graph.mayThrow(next);
        }
        Jump end = loopBody(loop.getBody(), label);
        backTo(head);
        body.graph.frontier(GraphBuilder.pendingOf(head, new Condition(Test.NO_NEXT, container)));
        join(end);
        body.scope.close();
    }
}
