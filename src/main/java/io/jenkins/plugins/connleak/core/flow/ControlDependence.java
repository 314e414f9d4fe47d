package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Which conditions decide whether certain nodes are reached. Exceptions are left out but where they are thrown on purpose. */
public final class ControlDependence {
    private final FlowGraph graph;
    private final List<List<Integer>> predecessors = new ArrayList<>();

    private ControlDependence(FlowGraph graph) {
        this.graph = graph;
        for (int i = 0; i < graph.nodes().size(); i++) {
            predecessors.add(new ArrayList<>(2));
        }
        for (Node node : graph.nodes()) {
            node.next().forEach(edge -> connect(node.id(), edge.target()));
            if (node.op() instanceof Op.Throw || node.op() instanceof Op.Rethrow) {
                node.handlers().forEach(handler -> connect(node.id(), handler.target()));
            }
        }
    }

    private void connect(int from, int to) {
        predecessors.get(to).add(from);
    }

    /** The registers tested by the conditions that decide, directly or at several removes, whether a node is reached. */
    public static BitSet registersDeciding(FlowGraph graph, BitSet nodes) {
        return new ControlDependence(graph).registers(nodes);
    }

    private BitSet registers(BitSet nodes) {
        BitSet registers = new BitSet();
        BitSet known = (BitSet) nodes.clone();
        Deque<Integer> work = new ArrayDeque<>();
        nodes.stream().forEach(work::add);
        while (!work.isEmpty()) {
            int target = work.removeFirst();
            BitSet leading = backwards(target, -1);
            BitSet avoiding = backwards(graph.normalExit(), target);
            avoiding.or(backwards(graph.exceptionalExit(), target));
            for (Node node : graph.nodes()) {
                if (node.next().size() > 1 && avoiding.get(node.id()) && forces(node, leading, avoiding)) {
                    node.next().forEach(edge -> add(edge.condition(), registers));
                    if (!known.get(node.id())) {
                        known.set(node.id());
                        work.add(node.id());
                    }
                }
            }
        }
        return registers;
    }

    /** Whether one way on from a node can't but reach the target. */
    private static boolean forces(Node node, BitSet leading, BitSet avoiding) {
        return node.next().stream().anyMatch(edge -> leading.get(edge.target()) && !avoiding.get(edge.target()));
    }

    private static void add(Condition condition, BitSet registers) {
        if (condition.register() >= 0) {
            registers.set(condition.register());
        }
        if (condition.other() >= 0) {
            registers.set(condition.other());
        }
    }

    /** The nodes that lead to one, itself among them, on ways that do not touch another. */
    private BitSet backwards(int to, int without) {
        BitSet reached = new BitSet();
        if (to == without) {
            return reached;
        }
        reached.set(to);
        Deque<Integer> work = new ArrayDeque<>(List.of(to));
        while (!work.isEmpty()) {
            for (int predecessor : predecessors.get(work.removeFirst())) {
                if (predecessor != without && !reached.get(predecessor)) {
                    reached.set(predecessor);
                    work.add(predecessor);
                }
            }
        }
        return reached;
    }
}
