package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import io.jenkins.plugins.connleak.core.flow.Register.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the lowering of one body shares: the graph being built, the names in scope, and the surroundings. */
final class BodyContext {
    final GraphBuilder graph;
    final Scope scope;
    final InnerTypes inner;
    final Predicate<String> isField;

    BodyContext(GraphBuilder graph, Scope scope, InnerTypes inner, Predicate<String> isField) {
        this.graph = graph;
        this.scope = scope;
        this.inner = inner;
        this.isField = isField;
    }

    void at(Node node) {
        node.getBegin().ifPresent(begin -> graph.at(begin.line, begin.column));
    }

    /** The register of a simple name: a local variable, one of the enclosing body, or else a field. */
    int named(String name) {
        return scope.find(name).orElseGet(() -> outerOrField(name));
    }

    boolean isLocal(String name) {
        return scope.find(name).isPresent() || scope.outerType(name) != null;
    }

    private int outerOrField(String name) {
        String type = scope.outerType(name);
        if (type == null) {
            return graph.shared(name, "", Kind.FIELD);
        }
        int register = graph.register(name, type, scope.isClosedAround(name) ? Kind.CAPTURED_RESOURCE : Kind.CAPTURED);
        scope.capture(name, register);
        return register;
    }

    int declare(String name, String type) {
        int register = graph.register(name, type, Kind.LOCAL);
        scope.declare(name, register);
        return register;
    }

    int constant(Op.Value value) {
        int target = graph.temporary("");
        graph.emit(new Op.Constant(target, value));
        return target;
    }

    EnclosingScope enclosing() {
        return new EnclosingScope(scope.visibleTypes(graph), scope.closedVariables());
    }

    /** The registers of the variables that an inner body turned out to use. */
    List<Integer> captured(EnclosingScope enclosing) {
        List<Integer> registers = new ArrayList<>();
        enclosing.used().forEach(name -> registers.add(named(name)));
        return registers;
    }
}
