package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which registers still matter behind each node on the normal way; what is known of the others need not be kept. Fields
 * are always read by somebody. What is known of a condition is lost with what it is about, so that nobody tests it
 * before it is known anew.
 */
public final class Liveness {
    /** For what a register matters. */
    public enum Use {
        /** It may be read. */
        READ,
        /** It may be tested by a condition, itself or under another name. */
        TEST
    }

    private final FlowGraph graph;
    private final Use use;
    private final BitSet fields = new BitSet();
    private final BitSet[] after;
    private final BitSet[] before;

    public Liveness(FlowGraph graph, Use use) {
        this.graph = graph;
        this.use = use;
        int size = graph.nodes().size();
        this.after = new BitSet[size];
        this.before = new BitSet[size];
        for (int i = 0; i < size; i++) {
            after[i] = new BitSet();
            before[i] = new BitSet();
        }
        for (int register = 0; register < graph.registers().size(); register++) {
            if (use == Use.READ && graph.registers().get(register).kind() == Register.Kind.FIELD) {
                fields.set(register);
            }
        }
        solve(predecessors(graph));
    }

    private void solve(List<List<Integer>> predecessors) {
        Deque<Integer> work = new ArrayDeque<>();
        BitSet queued = new BitSet();
        for (int id = graph.nodes().size() - 1; id >= 0; id--) {
            work.add(id);
            queued.set(id);
        }
        while (!work.isEmpty()) {
            int id = work.removeFirst();
            queued.clear(id);
            BitSet live = flow(graph.nodes().get(id));
            if (!live.equals(before[id])) {
                before[id] = live;
                for (int predecessor : predecessors.get(id)) {
                    if (!queued.get(predecessor)) {
                        queued.set(predecessor);
                        work.addLast(predecessor);
                    }
                }
            }
        }
    }

    /** The registers that may be used so behind that node, when it is left normally. Not to be changed. */
    public BitSet after(int node) {
        return after[node];
    }

    /** What is live before a node. */
    private BitSet flow(Node node) {
        BitSet live = after[node.id()];
        live.or(fields);
        for (Edge edge : node.next()) {
            live.or(before[edge.target()]);
            Condition condition = edge.condition();
            if (condition.register() >= 0) {
                live.set(condition.register());
            }
            if (condition.other() >= 0) {
                live.set(condition.other());
            }
        }
        BitSet result = (BitSet) live.clone();
        Operands operands = Operands.of(node.op());
        if (operands.written() >= 0) {
            result.clear(operands.written());
            // a variable that only begins is not written to: what was known of conditions on it stays
            if (!(node.op() instanceof Op.Declare)) {
                for (int condition : graph.conditionUses().get(operands.written())) {
                    result.clear(condition);
                }
            }
        }
        for (Handler handler : node.handlers()) {
            result.or(before[handler.target()]);
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
            all.add(new ArrayList<>(2));
        }
        for (Node node : graph.nodes()) {
            for (Edge edge : node.next()) {
                all.get(edge.target()).add(node.id());
            }
            for (Handler handler : node.handlers()) {
                all.get(handler.target()).add(node.id());
            }
        }
        return all;
    }
}
