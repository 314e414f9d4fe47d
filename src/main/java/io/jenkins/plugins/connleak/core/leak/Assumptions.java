package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Condition;
import java.util.Optional;

/** What taking a branch says of the values, and whether a path that takes it can be. */
final class Assumptions {
    private final StateQuestions questions;
    private final ValueOrigins origins;
    private final ObligationTransfer transfer;

    Assumptions(StateQuestions questions, ValueOrigins origins, ObligationTransfer transfer) {
        this.questions = questions;
        this.origins = origins;
        this.transfer = transfer;
    }

    /** The state in which the condition holds; empty if it can't. */
    Optional<ObligationState> of(Condition condition, ObligationState state) {
        int register = condition.register();
        short value = state.value(register);
        return switch (condition.test()) {
            case ALWAYS -> Optional.of(state);
            case NULL ->
                (value >= ObligationState.FIRST && isSurelyThere(state, value)) || value == ObligationState.NOT_NULL
                        ? Optional.empty()
                        : Optional.of(isNull(state, register, value));
            case NOT_NULL ->
                value == ObligationState.NULL
                        ? Optional.empty()
                        : Optional.of(
                                value == ObligationState.UNKNOWN
                                        ? known(state, register, ObligationState.NOT_NULL)
                                        : state);
            case TRUE -> truth(state, register, ObligationState.TRUE, ObligationState.FALSE);
            case FALSE -> truth(state, register, ObligationState.FALSE, ObligationState.TRUE);
            case SAME -> isDifferent(state, condition) ? Optional.empty() : Optional.of(state);
            case NOT_SAME -> isSame(state, condition) ? Optional.empty() : Optional.of(state);
            case NO_RESOURCE -> transfer.holds(state, register) ? Optional.empty() : Optional.of(state);
            case BEGINS ->
                Optional.of(transfer.holds(state, register) ? state.without(ObligationState.ITERATED) : state);
            case HAS_NEXT -> Optional.of(state);
            case NO_NEXT ->
                transfer.holds(state, register) && !state.has(ObligationState.ITERATED)
                        ? Optional.empty()
                        : Optional.of(state);
        };
    }

    private boolean isSame(ObligationState state, Condition condition) {
        return transfer.holds(state, condition.register()) && transfer.holds(state, condition.other());
    }

    private boolean isDifferent(ObligationState state, Condition condition) {
        return isOther(state, condition.register(), condition.other())
                || isOther(state, condition.other(), condition.register());
    }

    private boolean isOther(ObligationState state, int holder, int register) {
        short value = state.value(register);
        return transfer.holds(state, holder)
                && value != transfer.resource()
                && (value == ObligationState.NULL || value >= ObligationState.FIRST);
    }

    /** What came from an acquisition is not null, nor what the resource was opened from; a parameter or a field may be. */
    private boolean isSurelyThere(ObligationState state, short value) {
        return value == transfer.resource() || origins.isAcquired(value) || (state.isOpen() && state.isParent(value));
    }

    /** What a variable was copied from is null with it. */
    private static ObligationState isNull(ObligationState state, int register, short value) {
        ObligationState after = state.with(register, ObligationState.NULL);
        for (int i = 0; value >= ObligationState.FIRST && i < state.values().size(); i++) {
            after = state.values().entry(i) == value
                    ? after.with(state.values().register(i), ObligationState.NULL)
                    : after;
        }
        return after;
    }

    private static ObligationState known(ObligationState state, int register, short value) {
        return state.with(register, value);
    }

    private Optional<ObligationState> truth(ObligationState state, int register, short wanted, short other) {
        short value = state.value(register);
        if (value == other) {
            return Optional.empty();
        }
        short asked = questions.closedIf(register, wanted == ObligationState.TRUE, state);
        if (asked != ObligationState.UNKNOWN
                && state.isOpen()
                && (asked == transfer.resource() || state.isParent(asked))) {
            return Optional.of(state.done(transfer.resource()));
        }
        if (state.isOpen() && questions.isAtEnd(register, wanted == ObligationState.TRUE, state, transfer.resource())) {
            return Optional.of(state.done(transfer.resource()));
        }
        int absent = questions.absentIf(register, wanted == ObligationState.TRUE);
        if (absent >= 0 && transfer.holds(state, absent)) {
            return Optional.empty();
        }
        int empty = questions.emptyIf(register, wanted == ObligationState.TRUE);
        if (empty >= 0
                && transfer.holds(state, empty)
                && state.has(ObligationState.COLLECTED)
                && !state.has(ObligationState.ITERATED)) {
            return Optional.empty();
        }
        return Optional.of(known(state, register, wanted));
    }
}
