package io.jenkins.plugins.connleak.core.flow;

import java.util.List;

/**
 * One step of a body.
 *
 * @param id index in {@link FlowGraph#nodes()}
 * @param op what it does
 * @param line line of the source, from 1
 * @param position offset-like key of the source construct, equal for copies of the same finally block
 * @param next normal ways on
 * @param handlers where an exception thrown here may go; empty if nothing is thrown here
 */
public record Node(int id, Op op, int line, long position, List<Edge> next, List<Handler> handlers) {
    public Node {
        next = List.copyOf(next);
        handlers = List.copyOf(handlers);
    }
}
