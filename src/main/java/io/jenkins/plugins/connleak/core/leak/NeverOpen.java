package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Set;

/** Calls that show by how they end that the resource which is followed is not open. */
final class NeverOpen {
    /** What opens the object that it is called on. */
    static final Set<String> OPENS_ITSELF = Set.of("connect", "open");

    private final BodyFacts facts;
    private final ObligationTransfer transfer;

    NeverOpen(BodyFacts facts, ObligationTransfer transfer) {
        this.facts = facts;
        this.transfer = transfer;
    }

    /** Whether a call on the resource leaves it closed where it fails. */
    boolean afterFailure(Op.Invoke invoke) {
        return facts.effects().endsWithFailure(invoke) || isOpenedByIt(invoke);
    }

    /** Whether an object is only opened by a call that is made on it for nothing else: where that fails it is not open. */
    private boolean isOpenedByIt(Op.Invoke invoke) {
        return OPENS_ITSELF.contains(invoke.callee().name())
                && !facts.effects().isUsed(invoke.target())
                && facts.kindOf(transfer.resource())
                        .filter(kind -> kind == ResourceKind.CONNECTION || kind == ResourceKind.OTHER)
                        .isPresent();
    }

    /** Whether a test asserts that there is no resource: it does not go on where there is one. */
    boolean after(Op.Invoke invoke, ObligationState state) {
        return invoke.callee().name().equals("assertNull")
                && invoke.arguments().stream()
                        .anyMatch(argument -> transfer.holds(state, argument)
                                && facts.effects().types().definitions(argument).stream()
                                        .noneMatch(NeverOpen::isUnwrapped));
    }

    /** Whether a test asks what the resource is a wrapper for. */
    private static boolean isUnwrapped(Op op) {
        return op instanceof Op.Invoke invoke && invoke.callee().name().equals("unwrap");
    }
}
