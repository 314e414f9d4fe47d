package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the registers of a body are used: by which calls, and to which other registers they are copied. */
final class RegisterUses {
    private final @Nullable List<Node>[] calls;
    private final @Nullable List<Integer>[] copies;
    private final BitSet returned = new BitSet();

    @SuppressWarnings({"unchecked", "rawtypes"})
    RegisterUses(FlowGraph graph) {
        this.calls = new List[graph.registers().size()];
        this.copies = new List[graph.registers().size()];
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                add(calls, invoke.receiver(), node);
                for (int argument : invoke.arguments()) {
                    add(calls, argument, node);
                }
            } else if (node.op() instanceof Op.Copy copy) {
                add(copies, copy.source(), copy.target());
            } else if (node.op() instanceof Op.Return result && result.source() >= 0) {
                returned.set(result.source());
            }
        }
    }

    private static <T> void add(@Nullable List<T>[] lists, int register, T use) {
        if (register >= 0) {
            List<T> uses = lists[register];
            if (uses == null) {
                uses = new ArrayList<>(2);
                lists[register] = uses;
            }
            uses.add(use);
        }
    }

    /** The calls that it is given to or that are made on it. */
    List<Node> calls(int register) {
        List<Node> uses = register < 0 ? null : calls[register];
        return uses == null ? List.of() : uses;
    }

    /** Whether it is what the body returns. */
    boolean isReturned(int register) {
        return register >= 0 && returned.get(register);
    }

    /** The registers that it is copied to. */
    List<Integer> copies(int register) {
        List<Integer> uses = register < 0 ? null : copies[register];
        return uses == null ? List.of() : uses;
    }
}
