package io.jenkins.plugins.connleak.core.flow;

import java.util.List;

/**
 * The control flow of one body: normal edges, and for each node that may throw, its handlers.
 *
 * @param nodes the nodes; the first is the entry
 * @param registers the registers
 * @param parameters number of parameters: the first registers
 * @param normalExit index of the node at which the body is left normally
 * @param exceptionalExit index of the node at which an exception leaves the body
 * @param conditionUses for a register, the condition registers whose text uses it
 */
public record FlowGraph(
        List<Node> nodes,
        List<Register> registers,
        int parameters,
        int normalExit,
        int exceptionalExit,
        List<List<Integer>> conditionUses) {
    public FlowGraph {
        nodes = List.copyOf(nodes);
        registers = List.copyOf(registers);
        conditionUses = List.copyOf(conditionUses);
    }
}
