package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of bodies whatever other methods do: kept, since most are looked at several times. */
final class BodyShapes {
    private final Workspace workspace;
    private final Map<MethodModel, Shape> shapes = new ConcurrentHashMap<>();

    BodyShapes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * One body. One thread's at a time: its types are worked out as they are asked for.
     *
     * @param graph the body
     * @param types the static types of its registers
     * @param uses where they are used
     */
    record Shape(FlowGraph graph, RegisterTypes types, RegisterUses uses) {}

    /** The shape of a method that has a body. */
    Shape of(MethodModel method) {
        return shapes.computeIfAbsent(method, this::make);
    }

    private Shape make(MethodModel method) {
        FlowGraph graph = method.body().orElseThrow().graph();
        RegisterUses uses = new RegisterUses(graph);
        return new Shape(graph, new RegisterTypes(workspace, method.owner(), graph, uses), uses);
    }
}
