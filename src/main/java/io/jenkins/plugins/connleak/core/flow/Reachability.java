package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

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

    /** Whether a way from the entry to the normal exit on which nothing fails passes none of the nodes. */
    public static boolean isBypassed(FlowGraph graph, BitSet nodes) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int id = open.remove();
            if (nodes.get(id) || reached.get(id)) {
                continue;
            }
            reached.set(id);
            graph.nodes().get(id).next().forEach(edge -> open.add(edge.target()));
        }
        return reached.get(graph.normalExit());
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
