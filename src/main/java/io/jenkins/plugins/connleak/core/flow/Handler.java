package io.jenkins.plugins.connleak.core.flow;

import java.util.List;

/**
 * One place an exception may go to. A node's handlers are in order, innermost first; the last one takes everything.
 *
 * @param types exception types it takes, as written; empty means every exception
 * @param target index of the node that the flow goes on at
 */
public record Handler(List<String> types, int target) {
    public Handler {
        types = List.copyOf(types);
    }

    /** Whether no exception gets past it, by its position in the code (a finally block, or the way out). */
    public boolean takesAll() {
        return types.isEmpty();
    }
}
