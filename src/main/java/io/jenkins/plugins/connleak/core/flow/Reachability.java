package io.jenkins.plugins.connleak.core.flow;

import java.util.BitSet;

/** Which nodes lead to which. */
public final class Reachability {
    private Reachability() {}

    /** The nodes from which a way, normal or exceptional, leads to one of the targets; the targets among them. */
    public static BitSet backwards(FlowGraph graph, BitSet targets) {
        BitSet reached = (BitSet) targets.clone();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int id = graph.nodes().size() - 1; id >= 0; id--) {
                if (!reached.get(id) && leadsTo(graph.nodes().get(id), reached)) {
                    reached.set(id);
                    grows = true;
                }
            }
        }
        return reached;
    }

    private static boolean leadsTo(Node node, BitSet reached) {
        for (Edge edge : node.next()) {
            if (reached.get(edge.target())) {
                return true;
            }
        }
        for (Handler handler : node.handlers()) {
            if (reached.get(handler.target())) {
                return true;
            }
        }
        return false;
    }
}
