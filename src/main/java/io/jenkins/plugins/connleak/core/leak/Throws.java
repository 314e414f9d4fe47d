package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Handler;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Reachability;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import java.util.BitSet;
import java.util.Optional;

/**
 * How a body may throw. An unchecked exception of a helper counts for whoever calls the helper, not for the callers of
 * those: behind a few calls every method would throw.
 */
final class Throws {
    private Throws() {}

    static Throwing of(FlowGraph graph, CallEffects effects, ExceptionTypes exceptions) {
        if (!reaches(graph, graph.normalExit())) {
            return reaches(graph, graph.exceptionalExit()) ? Throwing.ALWAYS : Throwing.QUIET;
        }
        boolean unseen = false;
        for (Node node : graph.nodes()) {
            if (isLoud(node, graph, effects)) {
                return Throwing.LOUD;
            }
            unseen = unseen
                    || exception(node, effects)
                            .filter(type -> escapes(node, type, exceptions))
                            .isPresent();
        }
        return unseen ? Throwing.UNSEEN : Throwing.QUIET;
    }

    private static boolean reaches(FlowGraph graph, int exit) {
        BitSet exits = new BitSet();
        exits.set(exit);
        return Reachability.backwards(graph, exits).get(0);
    }

    private static boolean isLoud(Node node, FlowGraph graph, CallEffects effects) {
        if (node.handlers().isEmpty() || node.handlers().get(0).target() != graph.exceptionalExit()) {
            return false;
        }
        Risk risk = effects.of(node).risk();
        return node.op() instanceof Op.Throw
                || (risk.level() == Risk.Level.LOUD && !risk.exception().equals(ExceptionTypes.UNKNOWN));
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
