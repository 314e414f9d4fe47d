package io.jenkins.plugins.connleak.core.flow;

import io.jenkins.plugins.connleak.core.flow.Register.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a graph node by node. The <em>frontier</em> is what has no successor yet: the next node emitted becomes the
 * successor of all of it; an empty frontier means that the code is unreachable. The stack of frames says what encloses
 * the present place: handlers, finally blocks, targets of jumps.
 */
final class GraphBuilder {
    /** Bodies with more nodes than this are given up: copies of nested finally blocks multiply. */
    static final int MAX_NODES = 60_000;

    /** An edge whose target is not known yet. */
    record Pending(int node, Condition condition) {}

    /** What encloses the present place. */
    private sealed interface Frame {}

    private record CatchFrame(List<Handler> handlers) implements Frame {}

    private static final class FinallyFrame implements Frame {
        final Map<Jump, Integer> jumps = new LinkedHashMap<>();
        int exceptionEntry = -1;
    }

    /** Sorts of places that statements jump to. */
    enum JumpKind {
        EXIT,
        LOOP_BREAK,
        LOOP_CONTINUE,
        BLOCK,
        SWITCH,
        YIELD
    }

    /** A place that statements jump to through the finally blocks in between. */
    static final class Jump implements Frame {
        final JumpKind kind;
        final @Nullable String label;
        final List<Pending> arrived = new ArrayList<>();

        Jump(JumpKind kind, @Nullable String label) {
            this.kind = kind;
            this.label = label;
        }
    }

    private static final class Draft {
        final Op op;
        final int line;
        final long position;
        final List<Edge> next = new ArrayList<>(2);
        List<Handler> handlers = List.of();

        Draft(Op op, int line, long position) {
            this.op = op;
            this.line = line;
            this.position = position;
        }
    }

    private final List<Draft> nodes = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private final Map<String, Integer> shared = new HashMap<>();
    private final Map<Integer, Set<Integer>> conditionUses = new HashMap<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Jump exit = new Jump(JumpKind.EXIT, null);
    private final int exceptionalExit;
    private List<Pending> frontier = new ArrayList<>();
    private @Nullable List<Handler> handlersHere;
    private int line;
    private long position;

    GraphBuilder(int line) {
        at(line, 0);
        frames.push(exit);
        emit(new Op.Nop(Op.Point.ENTRY, ""));
        exceptionalExit = detached(Op.Point.EXCEPTIONAL_EXIT, "");
    }

    /** Sets the place in the source for the nodes to come. */
    void at(int newLine, int column) {
        line = newLine;
        position = ((long) newLine << 20) | column;
    }

    // registers

    int register(String name, String type, Kind kind) {
        registers.add(new Register(name, type, kind));
        return registers.size() - 1;
    }

    int temporary(String type) {
        return register("", type, Kind.TEMPORARY);
    }

    /** The one register of that kind and name. */
    int shared(String name, String type, Kind kind) {
        return shared.computeIfAbsent(kind + " " + name, key -> register(name, type, kind));
    }

    Register describe(int register) {
        return registers.get(register);
    }

    void conditionUses(int register, int condition) {
        conditionUses.computeIfAbsent(register, key -> new LinkedHashSet<>()).add(condition);
    }

    // nodes

    int emit(Op op) {
        int node = detached(op);
        connect(frontier, node);
        frontier = pendingOf(node, Condition.ALWAYS);
        if (op instanceof Op.Invoke || op instanceof Op.Throw || op instanceof Op.Rethrow) {
            mayThrow(node);
        }
        if (op instanceof Op.Throw || op instanceof Op.Rethrow) {
            frontier = new ArrayList<>();
        }
        return node;
    }

    /** Says of a node that it may throw what the handlers here take. */
    void mayThrow(int node) {
        nodes.get(node).handlers = handlers();
    }

    /** A node that nothing leads to yet. */
    int detached(Op.Point point, String note) {
        return detached(new Op.Nop(point, note));
    }

    private int detached(Op op) {
        if (nodes.size() >= MAX_NODES) {
            throw new FlowLimitException("more than " + MAX_NODES + " steps in one method");
        }
        nodes.add(new Draft(op, line, position));
        return nodes.size() - 1;
    }

    void connect(List<Pending> from, int target) {
        for (Pending pending : from) {
            nodes.get(pending.node()).next.add(new Edge(target, pending.condition()));
        }
    }

    static List<Pending> pendingOf(int node, Condition condition) {
        List<Pending> list = new ArrayList<>();
        list.add(new Pending(node, condition));
        return list;
    }

    List<Pending> frontier() {
        return frontier;
    }

    void frontier(List<Pending> newFrontier) {
        frontier = new ArrayList<>(newFrontier);
    }

    boolean isReachable() {
        return !frontier.isEmpty();
    }

    // frames

    void pushCatch(List<Handler> handlers) {
        push(new CatchFrame(handlers));
    }

    void pushFinally() {
        push(new FinallyFrame());
    }

    Jump pushJump(JumpKind kind, @Nullable String label) {
        Jump jump = new Jump(kind, label);
        push(jump);
        return jump;
    }

    private void push(Frame frame) {
        frames.push(frame);
        handlersHere = null;
    }

    void pop() {
        frames.pop();
        handlersHere = null;
    }

    /** The innermost jump target that {@code wanted} accepts, or null. */
    @Nullable
    Jump findJump(Predicate<Jump> wanted) {
        for (Frame frame : frames) {
            if (frame instanceof Jump jump && wanted.test(jump)) {
                return jump;
            }
        }
        return null;
    }

    void jumpToExit() {
        jump(exit);
    }

    /** Leaves for the target through the innermost finally block in between, if there is one. */
    void jump(Jump target) {
        for (Frame frame : frames) {
            if (frame == target) {
                target.arrived.addAll(frontier);
                frontier = new ArrayList<>();
                return;
            }
            if (frame instanceof FinallyFrame block) {
                int entry = block.jumps.computeIfAbsent(target, key -> detached(Op.Point.FINALLY, ""));
                connect(frontier, entry);
                frontier = new ArrayList<>();
                return;
            }
        }
        frontier = new ArrayList<>();
    }

    /** Ends a finally frame: one copy of {@code cleanup} for each way through it. */
    void popFinally(Runnable cleanup) {
        FinallyFrame block = (FinallyFrame) frames.pop();
        handlersHere = null;
        if (isReachable()) {
            emit(new Op.Nop(Op.Point.FINALLY, ""));
            cleanup.run();
        }
        List<Pending> after = frontier;
        for (Map.Entry<Jump, Integer> jump : block.jumps.entrySet()) {
            frontier = pendingOf(jump.getValue(), Condition.ALWAYS);
            cleanup.run();
            jump(jump.getKey());
        }
        if (block.exceptionEntry >= 0) {
            frontier = pendingOf(block.exceptionEntry, Condition.ALWAYS);
            cleanup.run();
            if (isReachable()) {
                emit(new Op.Rethrow());
            }
        }
        frontier = after;
    }

    private List<Handler> handlers() {
        if (handlersHere == null) {
            handlersHere = findHandlers();
        }
        return handlersHere;
    }

    private List<Handler> findHandlers() {
        List<Handler> found = new ArrayList<>();
        for (Iterator<Frame> it = frames.iterator(); it.hasNext(); ) {
            Frame frame = it.next();
            if (frame instanceof CatchFrame block) {
                found.addAll(block.handlers());
            } else if (frame instanceof FinallyFrame block) {
                if (block.exceptionEntry < 0) {
                    block.exceptionEntry = detached(Op.Point.FINALLY, "on exception");
                }
                found.add(new Handler(List.of(), block.exceptionEntry));
                return found;
            }
        }
        found.add(new Handler(List.of(), exceptionalExit));
        return found;
    }

    FlowGraph build(int parameters) {
        jumpToExit();
        int normalExit = detached(Op.Point.NORMAL_EXIT, "");
        connect(exit.arrived, normalExit);
        List<Node> done = new ArrayList<>(nodes.size());
        for (int id = 0; id < nodes.size(); id++) {
            Draft draft = nodes.get(id);
            done.add(new Node(id, draft.op, draft.line, draft.position, draft.next, draft.handlers));
        }
        List<List<Integer>> uses = new ArrayList<>(registers.size());
        for (int register = 0; register < registers.size(); register++) {
            uses.add(List.copyOf(conditionUses.getOrDefault(register, Set.of())));
        }
        return new FlowGraph(done, registers, parameters, normalExit, exceptionalExit, uses);
    }
}
