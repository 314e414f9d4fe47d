package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import java.util.List;

/** Whether a lambda, a method reference or an anonymous class may close what it captures: then it is taken to do so. */
final class ClosureBodies {
    private ClosureBodies() {}

    static boolean mayRelease(Op.Closure closure, BodyFacts facts, ObligationState state, short resource) {
        if (looksLikeRelease(closure.method())) {
            return true;
        }
        List<String> names = closure.captured().stream()
                .filter(register -> state.value(register) == resource)
                .map(register -> facts.register(register).name())
                .toList();
        return closure.bodies().stream().anyMatch(body -> releases(body, names));
    }

    private static boolean looksLikeRelease(String method) {
        return method.startsWith("close") || method.startsWith("release") || method.startsWith("dispose");
    }

    private static boolean releases(FlowGraph body, List<String> names) {
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

    private static boolean releases(FlowGraph body, Op.Invoke invoke, List<String> names) {
        if (!looksLikeRelease(invoke.callee().name())) {
            return false;
        }
        return isOneOf(body, invoke.receiver(), names)
                || invoke.arguments().stream().anyMatch(argument -> isOneOf(body, argument, names))
                || (invoke.callee().kind() == Callee.Kind.IMPLICIT_CLOSE && isOneOf(body, invoke.receiver(), names));
    }

    private static boolean isOneOf(FlowGraph body, int register, List<String> names) {
        return register >= 0
                && body.registers().get(register).kind() == Register.Kind.CAPTURED
                && names.contains(body.registers().get(register).name());
    }
}
