package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import java.util.HashMap;
import java.util.Map;

/** The calls of a body that ask an object for its state, and the registers that hold the answers. */
final class StateQuestions {
    private final Map<Integer, Integer> closedIfTrue = new HashMap<>();
    private final Map<Integer, Integer> closedIfFalse = new HashMap<>();
    private final Map<Integer, Integer> endsIfFalse = new HashMap<>();
    private final Map<Integer, Integer> emptyIfTrue = new HashMap<>();
    private final Map<Integer, Integer> emptyIfFalse = new HashMap<>();

    private final Map<Integer, Integer> absentIfTrue = new HashMap<>();
    private final Map<Integer, Integer> absentIfFalse = new HashMap<>();

    private final BodyFacts facts;

    StateQuestions(BodyFacts facts) {
        this.facts = facts;
        for (Node node : facts.graph().nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                ask(
                        invoke,
                        CallEffects.mayAsk(invoke) ? facts.effects().of(node).receiver() : ReceiverEffect.NONE);
            }
        }
    }

    private void ask(Op.Invoke invoke, ReceiverEffect question) {
        if (question == ReceiverEffect.ASKS_CLOSED) {
            closedIfTrue.put(invoke.target(), invoke.receiver());
        } else if (question == ReceiverEffect.ASKS_OPEN) {
            closedIfFalse.put(invoke.target(), invoke.receiver());
        } else if (invoke.receiver() >= 0 && invoke.arguments().isEmpty()) {
            switch (invoke.callee().name()) {
                case "isEmpty" -> {
                    emptyIfTrue.put(invoke.target(), invoke.receiver());
                    askOptional(invoke, absentIfTrue);
                }
                case "isPresent" -> askOptional(invoke, absentIfFalse);
                case "hasNext", "hasMoreElements" -> emptyIfFalse.put(invoke.target(), invoke.receiver());
                default -> {}
            }
            if (endsItself(invoke)) {
                endsIfFalse.put(invoke.target(), invoke.receiver());
            }
        }
    }

    /** Whether a call closes the object it is made on where there is nothing more in that. */
    private boolean endsItself(Op.Invoke invoke) {
        return invoke.callee().name().startsWith("has") && facts.effects().endsWithFailure(invoke);
    }

    private void askOptional(Op.Invoke invoke, Map<Integer, Integer> absent) {
        String type = facts.effects().types().ownerType(invoke);
        if (TypeNames.simple(TypeNames.erase(type)).equals("Optional")) {
            absent.put(invoke.target(), invoke.receiver());
        }
    }

    /** If the register holds the answer of an optional: the register that holds nothing if the answer is this one. */
    int absentIf(int register, boolean answer) {
        return (answer ? absentIfTrue : absentIfFalse).getOrDefault(register, -1);
    }

    /** If the register holds the answer to {@code isClosed()} or {@code isOpen()}: the value that is closed if the answer is this one. */
    short closedIf(int register, boolean answer, ObligationState state) {
        Integer asked = (answer ? closedIfTrue : closedIfFalse).get(register);
        return asked == null ? ObligationState.UNKNOWN : state.value(asked);
    }

    /** If the register holds the answer of something that closes itself at its end: whether it is closed if the answer is no. */
    boolean isAtEnd(int register, boolean answer, ObligationState state, short resource) {
        Integer asked = answer ? null : endsIfFalse.get(register);
        return asked != null && state.value(asked) == resource;
    }

    /** If the register holds the answer to {@code isEmpty()} or {@code hasNext()}: the register that has no element if the answer is this one. */
    int emptyIf(int register, boolean answer) {
        return (answer ? emptyIfTrue : emptyIfFalse).getOrDefault(register, -1);
    }
}
