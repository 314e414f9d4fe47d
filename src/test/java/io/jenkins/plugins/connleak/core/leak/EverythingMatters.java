package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Op;

/** Takes every body for one that matters: slower, and what the analysis is held against. */
final class EverythingMatters extends Relevance {
    EverythingMatters(Workspace workspace) {
        super(workspace);
    }

    @Override
    boolean mayOpen(Op.Invoke invoke) {
        return true;
    }

    @Override
    boolean mayLeaveOpen(Op.Invoke invoke) {
        return true;
    }

    @Override
    boolean mayMatter(MethodModel method, ByWords byWords) {
        return true;
    }

    @Override
    boolean matters(MethodModel method, FlowGraph graph) {
        return true;
    }

    @Override
    boolean isThorough() {
        return true;
    }
}
