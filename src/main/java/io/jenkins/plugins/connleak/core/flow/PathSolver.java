package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows every distinct pair of node and state once, breadth first, and remembers how it came there, so that a result
 * can tell its path. The number of states per node and of visits in all is bounded; past the first bound states are
 * widened, past the second the body is given up with {@link FlowLimitException}.
 *
 * @param <S> the analysis' state
 */
public final class PathSolver<S> {
    /** States per node before they are widened. */
    static final int MAX_STATES_PER_NODE = 24;
    /** The same for a second try, when the first met its bound: coarser, but nearly every body gets through. */
    static final int FEW_STATES_PER_NODE = 3;
    /** How many times as many states keep what is decisive. */
    private static final int DECISIVE_FACTOR = 4;
    /** Visits per body and analysis before it is given up. */
    static final int MAX_VISITS = 400_000;
    /** Never fewer visits than this. */
    private static final int LEAST_VISITS = 30_000;
    /** Registers of all the states that are kept: what bounds the memory of one analysis. */
    private static final int MAX_REGISTERS = 40_000_000;

    private final FlowGraph graph;
    private final Transfer<S> transfer;
    private final List<Set<S>> seen = new ArrayList<>();
    private final Deque<Visit<S>> work = new ArrayDeque<>();
    private final List<Visit<S>> exits = new ArrayList<>();
    private final WorkLimit limit;
    private final int statesPerNode;
    private final int maxVisits;
    private int visits;

    /**
     * A node reached with a state.
     *
     * @param node the node
     * @param state the state before it
     * @param previous how the flow came there; null at the entry
     * @param condition what held on the way from there; null if an exception led here
     * @param <S> the analysis' state
     */
    public record Visit<S>(
            Node node,
            S state,
            @Nullable Visit<S> previous,
            @Nullable Condition condition) {
        /** The visits from the entry up to this one. */
        public List<Visit<S>> path() {
            Deque<Visit<S>> path = new ArrayDeque<>();
            for (Visit<S> visit = this; visit != null; visit = visit.previous()) {
                path.addFirst(visit);
            }
            return List.copyOf(path);
        }
    }

    private PathSolver(FlowGraph graph, Transfer<S> transfer, WorkLimit limit, int statesPerNode) {
        this.graph = graph;
        this.transfer = transfer;
        this.limit = limit;
        this.statesPerNode = statesPerNode;
        int affordable = MAX_REGISTERS / Math.max(1, graph.registers().size());
        this.maxVisits = Math.min(MAX_VISITS, Math.max(LEAST_VISITS, affordable));
        for (int i = 0; i < graph.nodes().size(); i++) {
            seen.add(Set.of());
        }
    }

    /**
     * Every distinct state in which a body is left, shortest paths first.
     *
     * @param limit what is left for this body
     * @throws FlowLimitException if there is too much to follow even with few states per node
     */
    public static <S> List<Visit<S>> solve(FlowGraph graph, Transfer<S> transfer, WorkLimit limit) {
        try {
            return new PathSolver<>(graph, transfer, limit, MAX_STATES_PER_NODE).solve();
        } catch (FlowLimitException e) {
            return new PathSolver<>(graph, transfer, limit, FEW_STATES_PER_NODE).solve();
        }
    }

    /**
     * Whether there is a state of that kind in which a body is left; ends with the first one.
     *
     * @param limit what is left for this body
     * @throws FlowLimitException if there is too much to follow even with few states per node
     */
    public static <S> boolean leaves(FlowGraph graph, Transfer<S> transfer, WorkLimit limit, Predicate<S> kind) {
        try {
            return new PathSolver<>(graph, transfer, limit, MAX_STATES_PER_NODE).leaves(kind);
        } catch (FlowLimitException e) {
            return new PathSolver<>(graph, transfer, limit, FEW_STATES_PER_NODE).leaves(kind);
        }
    }

    private List<Visit<S>> solve() {
        leaves(state -> false);
        return exits;
    }

    private boolean leaves(Predicate<S> kind) {
        reach(0, transfer.initial(), null, Condition.ALWAYS);
        int tested = 0;
        while (!work.isEmpty()) {
            step(work.removeFirst());
            for (; tested < exits.size(); tested++) {
                if (kind.test(exits.get(tested).state())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void step(Visit<S> visit) {
        Node node = visit.node();
        if (node.id() == graph.normalExit() || node.id() == graph.exceptionalExit()) {
            exits.add(visit);
            return;
        }
        Optional<S> after = transfer.normal(node, visit.state());
        if (after.isPresent()) {
            List<Edge> next = node.next();
            for (int i = 0; i < next.size(); i++) {
                Condition condition = next.get(i).condition();
                Optional<S> assumed = transfer.assume(condition, after.get());
                if (assumed.isPresent()) {
                    reach(next.get(i).target(), assumed.get(), visit, condition);
                }
            }
        }
        if (!node.handlers().isEmpty()) {
            for (Transfer.Thrown<S> thrown : transfer.thrown(node, visit.state())) {
                dispatch(node, thrown, visit);
            }
        }
    }

    private void dispatch(Node node, Transfer.Thrown<S> thrown, Visit<S> from) {
        for (Handler handler : node.handlers()) {
            ExceptionMatch match =
                    handler.takesAll() ? ExceptionMatch.MUST : transfer.match(thrown.type(), handler.types());
            if (match != ExceptionMatch.NO) {
                reach(handler.target(), thrown.state(), from, null);
            }
            if (match == ExceptionMatch.MUST) {
                return;
            }
        }
    }

    private void reach(int target, S state, @Nullable Visit<S> from, @Nullable Condition condition) {
        Set<S> states = seen.get(target);
        if (states.isEmpty()) {
            states = new HashSet<>(4);
            seen.set(target, states);
        }
        S kept = states.size() < statesPerNode
                ? state
                : transfer.widen(
                        state,
                        states.size() < statesPerNode * DECISIVE_FACTOR
                                ? Transfer.Detail.DECISIVE
                                : Transfer.Detail.LEAST);
        if (!states.add(kept)) {
            return;
        }
        limit.spend(graph.registers().size());
        if (++visits > maxVisits) {
            throw new FlowLimitException("more than " + maxVisits + " steps to follow in one method");
        }
        work.addLast(new Visit<>(graph.nodes().get(target), kept, from, condition));
    }
}
