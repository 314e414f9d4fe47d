package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Condition;
import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Handler;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Reachability;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a body may throw. An unchecked exception of a helper counts for whoever calls the helper, not for the callers of
 * those: behind a few calls every method would throw.
 */
final class Throws {
    private static final Set<String> REFUSALS =
            Set.of("IllegalArgumentException", "NullPointerException", "AssertionError");

    private Throws() {}

    static Throwing of(MethodModel method, FlowGraph graph, CallEffects effects, ExceptionTypes exceptions) {
        boolean declares = !method.signature().thrown().isEmpty();
        if (!reaches(graph, graph.normalExit())) {
            return reaches(graph, graph.exceptionalExit()) ? Throwing.ALWAYS : Throwing.QUIET;
        }
        boolean unseen = false;
        BitSet possible = reached(graph, onlyInstance(method, graph));
        for (Node node : graph.nodes()) {
            if (!possible.get(node.id()) || refusesArgument(node)) {
                continue;
            }
            if (isLoud(node, graph, effects)) {
                return Throwing.LOUD;
            }
            // what a method throws that declares nothing matters only if it is sure to be known
            if (declares && !unseen) {
                unseen = exception(node, effects)
                        .filter(type -> escapes(node, type, exceptions))
                        .isPresent();
            }
        }
        return unseen ? Throwing.UNSEEN : Throwing.QUIET;
    }

    private static boolean reaches(FlowGraph graph, int exit) {
        BitSet exits = new BitSet();
        exits.set(exit);
        return Reachability.backwards(graph, exits).get(0);
    }

    /** Whether a node refuses what the caller gave, or says that it can't be reached: neither happens to a caller who is right. */
    private static boolean refusesArgument(Node node) {
        return node.op() instanceof Op.Throw thrown && REFUSALS.contains(TypeNames.simple(thrown.type()));
    }

    /** The static field that a method only shows, after it has filled it when it was asked for the first time; -1 if it does more. */
    private static int onlyInstance(MethodModel method, FlowGraph graph) {
        if (!method.is(MethodModel.Trait.STATIC) || graph.parameters() > 0) {
            return -1;
        }
        int field = -1;
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Return result) {
                int shown = result.source();
                if (shown < 0
                        || (field >= 0 && shown != field)
                        || graph.registers().get(shown).kind() != Register.Kind.FIELD) {
                    return -1;
                }
                field = shown;
            }
        }
        return field;
    }

    /** The nodes that are reached when no argument is null, nor the field of a singleton: a resource that is handed over is not. */
    private static BitSet reached(FlowGraph graph, int instance) {
        BitSet reached = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        reached.set(0);
        while (!work.isEmpty()) {
            Node node = graph.nodes().get(work.removeFirst());
            List<Integer> next = new ArrayList<>();
            node.next().stream()
                    .filter(edge -> edge.condition().test() != Condition.Test.NULL
                            || (edge.condition().register() >= graph.parameters()
                                    && edge.condition().register() != instance))
                    .forEach(edge -> next.add(edge.target()));
            node.handlers().forEach(handler -> next.add(handler.target()));
            for (int target : next) {
                if (!reached.get(target)) {
                    reached.set(target);
                    work.add(target);
                }
            }
        }
        return reached;
    }

    private static boolean isLoud(Node node, FlowGraph graph, CallEffects effects) {
        if (node.handlers().isEmpty() || node.handlers().get(0).target() != graph.exceptionalExit()) {
            return false;
        }
        if (node.op() instanceof Op.Throw) {
            return true;
        }
        if (!(node.op() instanceof Op.Invoke invoke) || !effects.mayNameException(invoke)) {
            return false;
        }
        Risk risk = effects.of(node).risk();
        return risk.level() == Risk.Level.LOUD && !risk.exception().equals(ExceptionTypes.UNKNOWN);
    }

    /** What a node may throw. */
    private static Optional<String> exception(Node node, CallEffects effects) {
        if (node.op() instanceof Op.Throw thrown) {
            return Optional.of(thrown.type().isEmpty() ? ExceptionTypes.UNKNOWN : TypeNames.simple(thrown.type()));
        }
        Risk risk = effects.of(node).risk();
        boolean silent = risk.level() == Risk.Level.NONE || risk.level() == Risk.Level.EXITS;
        return silent ? Optional.empty() : Optional.of(risk.exception());
    }

    /** Whether an exception gets past the handlers of the body; a finally block is taken to let it pass. */
    private static boolean escapes(Node node, String exception, ExceptionTypes exceptions) {
        for (Handler handler : node.handlers()) {
            if (handler.takesAll()) {
                return true;
            }
            if (exceptions.match(exception, handler.types()) == ExceptionMatch.MUST) {
                return false;
            }
        }
        return false;
    }
}
