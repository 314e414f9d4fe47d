package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of bodies whatever other methods do: kept, since most are looked at several times. */
final class BodyShapes {
    private final Workspace workspace;
    private final Map<MethodModel, Shape> shapes = new ConcurrentHashMap<>();

    BodyShapes(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One body. One thread's at a time: most of it is worked out as it is asked for. */
    final class Shape {
        private final MethodModel method;
        private final FlowGraph graph;
        private final RegisterUses uses;
        private final RegisterTypes types;
        private @Nullable Stubs stubs;

        private Shape(MethodModel method) {
            this.method = method;
            this.graph = method.body().orElseThrow().graph();
            this.uses = new RegisterUses(graph);
            this.types = new RegisterTypes(workspace, method.owner(), graph, uses);
        }

        FlowGraph graph() {
            return graph;
        }

        /** The static types of its registers. */
        RegisterTypes types() {
            return types;
        }

        /** Where its registers are used. */
        RegisterUses uses() {
            return uses;
        }

        /** The stand-ins for tests in it. */
        Stubs stubs() {
            Stubs known = stubs;
            if (known == null) {
                known = new Stubs(workspace, method.owner(), graph, types);
                stubs = known;
            }
            return known;
        }
    }

    /** The shape of a method that has a body. */
    Shape of(MethodModel method) {
        Shape known = shapes.get(method);
        if (known == null) {
            known = new Shape(method);
            shapes.put(method, known);
        }
        return known;
    }
}
