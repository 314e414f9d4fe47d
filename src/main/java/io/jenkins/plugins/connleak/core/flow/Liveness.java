package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Which registers still matter behind each node; what is known of the others need not be kept. Fields are always live. */
public final class Liveness {
    /** For what a register matters. */
    public enum Use {
        /** It may be read. */
        READ,
        /** It may be tested by a condition, itself or under another name. */
        TEST
    }

    private final Use use;
    private final List<BitSet> after = new ArrayList<>();

    public Liveness(FlowGraph graph, Use use) {
        this.use = use;
        List<List<Integer>> predecessors = predecessors(graph);
        List<BitSet> before = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            before.add(new BitSet());
            after.add(new BitSet());
        }
        BitSet fields = new BitSet();
        for (int register = 0; register < graph.registers().size(); register++) {
            if (use == Use.READ && graph.registers().get(register).kind() == Register.Kind.FIELD) {
                fields.set(register);
            }
        }
        Deque<Integer> work = new ArrayDeque<>();
        BitSet queued = new BitSet();
        for (int id = graph.nodes().size() - 1; id >= 0; id--) {
            work.add(id);
            queued.set(id);
        }
        while (!work.isEmpty()) {
            int id = work.removeFirst();
            queued.clear(id);
            BitSet live = flow(graph.nodes().get(id), before, fields);
            if (!live.equals(before.get(id))) {
                before.set(id, live);
                for (int predecessor : predecessors.get(id)) {
                    if (!queued.get(predecessor) && !contains(after.get(predecessor), live)) {
                        queued.set(predecessor);
                        work.addLast(predecessor);
                    }
                }
            }
        }
    }

    /** The registers that may be used so behind that node, on a normal or an exceptional way. */
    public BitSet after(int node) {
        return after.get(node);
    }

    private static boolean contains(BitSet all, BitSet part) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }

    private BitSet flow(Node node, List<BitSet> before, BitSet fields) {
        BitSet live = after.get(node.id());
        live.or(fields);
        for (Edge edge : node.next()) {
            live.or(before.get(edge.target()));
            if (edge.condition().register() >= 0) {
                live.set(edge.condition().register());
            }
            if (edge.condition().other() >= 0) {
                live.set(edge.condition().other());
            }
        }
        node.handlers().forEach(handler -> live.or(before.get(handler.target())));
        BitSet result = (BitSet) live.clone();
        Operands operands = Operands.of(node.op());
        if (operands.written() >= 0 && node.handlers().isEmpty()) {
            result.clear(operands.written());
        }
        for (int register : operands.read()) {
            if (register >= 0 && isUse(node.op(), live)) {
                result.set(register);
            }
        }
        return result;
    }

    private boolean isUse(Op op, BitSet live) {
        return use == Use.READ || (op instanceof Op.Copy copy && live.get(copy.target()));
    }

    private static List<List<Integer>> predecessors(FlowGraph graph) {
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            all.add(new ArrayList<>());
        }
        for (Node node : graph.nodes()) {
            node.next().forEach(edge -> all.get(edge.target()).add(node.id()));
            node.handlers().forEach(handler -> all.get(handler.target()).add(node.id()));
        }
        return all;
    }
}
