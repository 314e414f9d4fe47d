package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.jenkins.plugins.connleak.core.flow.Register.Kind;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes graphs of bodies. Every way in ends: deep nesting and size raise {@link FlowLimitException}. */
public final class FlowGraphs {
    private FlowGraphs() {}

    /**
     * The graph of a method's or constructor's body.
     *
     * @param parameters its parameters, the first registers of the graph
     * @param block its body
     * @param outer the enclosing body's variables, for a method of a local or an anonymous class
     * @param inner is told of the types inside
     * @param isField whether a simple name is a field of the file, for names written like types
     */
    public static FlowGraph ofBody(
            List<Formal> parameters,
            BlockStmt block,
            @Nullable EnclosingScope outer,
            InnerTypes inner,
            Predicate<String> isField) {
        BodyContext body = context(block, outer, inner, isField);
        parameters.forEach(parameter -> declare(body, parameter));
        return guarded(() -> {
            new StatementLowering(body).lower(block);
            return body.graph.build(parameters.size());
        });
    }

    /** The graph of one field's initializer, which assigns the field. */
    public static FlowGraph ofField(
            VariableDeclarator field, @Nullable EnclosingScope outer, InnerTypes inner, Predicate<String> isField) {
        BodyContext body = context(field, outer, inner, isField);
        return guarded(() -> {
            StatementLowering statements = new StatementLowering(body);
            field.getInitializer().ifPresent(initializer -> {
                int value = statements.expressions().lower(initializer);
                int target = body.graph.shared(
                        field.getNameAsString(), field.getType().asString(), Kind.FIELD);
                body.graph.emit(new Op.Copy(target, value));
            });
            return body.graph.build(0);
        });
    }

    static FlowGraph ofLambda(LambdaExpr lambda, EnclosingScope outer, InnerTypes inner, Predicate<String> isField) {
        BodyContext body = context(lambda, outer, inner, isField);
        Formal.of(lambda.getParameters()).forEach(parameter -> declare(body, parameter));
        StatementLowering statements = new StatementLowering(body);
        if (lambda.getBody() instanceof ExpressionStmt expression) {
            int value = statements.expressions().lower(expression.getExpression());
            body.graph.emit(new Op.Return(value));
        } else {
            statements.lower(lambda.getBody());
        }
        return body.graph.build(lambda.getParameters().size());
    }

    private static void declare(BodyContext body, Formal parameter) {
        body.scope.declare(parameter.name(), body.graph.register(parameter.name(), parameter.type(), Kind.PARAMETER));
    }

    private static BodyContext context(
            Node place, @Nullable EnclosingScope outer, InnerTypes inner, Predicate<String> isField) {
        int line = place.getBegin().map(begin -> begin.line).orElse(1);
        return new BodyContext(new GraphBuilder(line), new Scope(outer), inner, isField);
    }

    private interface Work {
        FlowGraph run();
    }

    private static FlowGraph guarded(Work work) {
        try {
            return work.run();
        } catch (StackOverflowError e) {
            throw new FlowLimitException("it is nested too deeply");
        }
    }
}
