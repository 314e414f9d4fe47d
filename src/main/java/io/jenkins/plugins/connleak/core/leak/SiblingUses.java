package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bodies of one class do with what they get from calls that can't be seen, told by names alone: a getter or a
 * constructor whose result at least half of them use and close hands out something new, also to the one that does not
 * close it.
 */
final class SiblingUses {
    private static final int MAX_NAMES = 8;

    private final Workspace workspace;
    /** By the call: the bodies that close what it returns with the calls whose results they close, and all that use it. */
    private final Map<String, Map<MethodModel, Set<Op.Invoke>>> closing = new HashMap<>();

    private final Map<String, Integer> using = new HashMap<>();

    SiblingUses(Workspace workspace, TypeModel type) {
        this.workspace = workspace;
        for (MethodModel method : type.methods()) {
            if (!workspace.named(CallNames.Group.CLOSING, method.signature().name()) && !handsOut(method)) {
                method.graph().ifPresent(graph -> count(method, graph));
            }
        }
    }

    /** Whether the other bodies of the class close what such a call returns, but for a few that forget it. */
    boolean close(Op.Invoke invoke, MethodModel method, FlowGraph graph) {
        if (handsOut(method)) {
            return false;
        }
        String key = key(invoke, graph);
        Map<MethodModel, Set<Op.Invoke>> closers = closing.getOrDefault(key, Map.of());
        // one that closes it itself, and was not believed to mean that, is no evidence for itself
        return !closers.getOrDefault(method, Set.of()).contains(invoke)
                && closers.size() * 2 >= using.getOrDefault(key, 1);
    }

    /** Whether a method hands out a resource: then what it gets may be its caller's to close. */
    private boolean handsOut(MethodModel method) {
        return workspace
                .spec(workspace.qualify(method.signature().returnType(), method.owner()))
                .flatMap(TypeSpec::kind)
                .isPresent();
    }

    private void count(MethodModel method, FlowGraph graph) {
        RegisterUses uses = new RegisterUses(graph);
        Set<String> used = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && mayGet(invoke)) {
                List<Integer> names = names(invoke.target(), uses);
                List<Node> calls = names.stream()
                        .flatMap(register -> uses.calls(register).stream())
                        .toList();
                boolean isClosed = calls.stream().anyMatch(user -> closes(user, names));
                if (!calls.isEmpty() && calls.stream().anyMatch(user -> !closes(user, names))) {
                    used.add(key(invoke, graph));
                    if (isClosed) {
                        closing.computeIfAbsent(key(invoke, graph), call -> new HashMap<>())
                                .computeIfAbsent(method, body -> new HashSet<>())
                                .add(invoke);
                    }
                }
            }
        }
        used.forEach(key -> using.merge(key, 1, Integer::sum));
    }

    private boolean mayGet(Op.Invoke invoke) {
        return switch (invoke.callee().kind()) {
            case VIRTUAL, STATIC, UNQUALIFIED, SUPER -> invoke.target() >= 0;
            case CONSTRUCTOR ->
                invoke.target() >= 0
                        && workspace.named(
                                CallNames.Group.RESOURCES,
                                TypeNames.simple(invoke.callee().name()));
            case DELEGATION, IMPLICIT_CLOSE -> false;
        };
    }

    /** The registers that hold what a call returns. */
    private static List<Integer> names(int target, RegisterUses uses) {
        List<Integer> found = new ArrayList<>(List.of(target));
        for (int i = 0; i < found.size() && i < MAX_NAMES; i++) {
            uses.copies(found.get(i)).stream()
                    .filter(copy -> !found.contains(copy))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean closes(Node node, List<Integer> names) {
        if (!(node.op() instanceof Op.Invoke user)) {
            return false;
        }
        if (user.callee().kind() == Callee.Kind.IMPLICIT_CLOSE) {
            return true;
        }
        boolean isOnIt = names.contains(user.receiver());
        return workspace.named(CallNames.Group.CLOSING, user.callee().name())
                && (isOnIt
                        ? user.arguments().isEmpty()
                        : user.arguments().stream().anyMatch(names::contains));
    }

    /** What tells calls of one getter from those of another. */
    private static String key(Op.Invoke invoke, FlowGraph graph) {
        Callee callee = invoke.callee();
        Register receiver = invoke.receiver() < 0 ? null : graph.registers().get(invoke.receiver());
        String of = receiver == null ? callee.scope() : receiver.name();
        return callee.kind() + " " + of + "." + callee.name() + "/"
                + invoke.arguments().size();
    }
}
