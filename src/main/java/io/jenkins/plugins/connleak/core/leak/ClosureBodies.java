package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.List;

/** Whether a lambda, a method reference or an anonymous class may close what it captures: then it is taken to do so. */
final class ClosureBodies {
    private final CallJudge calls;

    /** For closures of the body whose calls are judged. */
    ClosureBodies(CallJudge calls) {
        this.calls = calls;
    }

    /** Whether a closure may close what it captures of a resource. */
    boolean mayRelease(Op.Closure closure, BodyFacts facts, ObligationState state, short resource) {
        if (looksLikeRelease(closure.method())) {
            return true;
        }
        List<String> names = closure.captured().stream()
                .filter(register -> state.value(register) == resource)
                .map(register -> facts.register(register).name())
                .toList();
        return closure.bodies().stream().anyMatch(body -> releases(body, names));
    }

    /** Whether a call hands every element of its receiver to a closer, as in {@code list.forEach(Db::close)}. */
    boolean closesWhatItIsGiven(Op.Invoke invoke) {
        if (!invoke.callee().name().startsWith("forEach")
                && !invoke.callee().name().equals("ifPresent")) {
            return false;
        }
        for (int argument : invoke.arguments()) {
            for (Op op : calls.types().definitions(argument)) {
                if (op instanceof Op.Closure closure
                        && (looksLikeRelease(closure.method())
                                || closure.bodies().stream().anyMatch(this::releasesParameter))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean releasesParameter(FlowGraph body) {
        return body.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Invoke invoke
                        && looksLikeRelease(invoke.callee().name())
                        && (isParameter(body, invoke.receiver())
                                || invoke.arguments().stream().anyMatch(argument -> isParameter(body, argument))));
    }

    private static boolean isParameter(FlowGraph body, int register) {
        return register >= 0 && register < body.parameters();
    }

    private boolean looksLikeRelease(String method) {
        return calls.named(CallNames.Group.CLOSING, method);
    }

    private boolean releases(FlowGraph body, List<String> names) {
        for (Node node : body.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && releases(body, invoke, names)) {
                return true;
            }
            if (node.op() instanceof Op.Closure inner
                    && inner.bodies().stream().anyMatch(nested -> releases(nested, names))) {
                return true;
            }
        }
        return false;
    }

    private boolean releases(FlowGraph body, Op.Invoke invoke, List<String> names) {
        if (!looksLikeRelease(invoke.callee().name())) {
            return false;
        }
        return isOneOf(body, invoke.receiver(), names)
                || invoke.arguments().stream().anyMatch(argument -> isOneOf(body, argument, names));
    }

    private static boolean isOneOf(FlowGraph body, int register, List<String> names) {
        return register >= 0
                && body.registers().get(register).isCaptured()
                && names.contains(body.registers().get(register).name());
    }
}
