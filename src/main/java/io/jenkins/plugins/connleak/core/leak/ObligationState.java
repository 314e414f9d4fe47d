package io.jenkins.plugins.connleak.core.leak;

import java.util.Arrays;

/**
 * What is known on a path: which value each register holds, and what has become of the one resource that is followed.
 * Immutable. Values are small numbers: the constants below, then one per place where a value comes from.
 */
final class ObligationState {
    static final short UNKNOWN = 0;
    static final short NULL = 1;
    static final short NOT_NULL = 2;
    static final short TRUE = 3;
    static final short FALSE = 4;
    /** The first value that stands for a place. */
    static final short FIRST = 5;

    /** What has become of the resource. */
    enum Phase {
        BEFORE,
        OPEN,
        /** Closed, or somebody else's. */
        DONE
    }

    /** Was held by a variable at some time. */
    static final int NAMED = 1;
    /** The last variable that held it was assigned something else. */
    static final int OVERWRITTEN = 1 << 1;
    /** Was given to code that can't be seen. */
    static final int SHOWN = 1 << 2;
    /** Is on its way to the caller as the result. */
    static final int RETURNED = 1 << 3;
    /** Is in a collection or an array. */
    static final int COLLECTED = 1 << 4;
    /** The collection has been iterated over. */
    static final int ITERATED = 1 << 5;
    /** The way here began with an exception from code that can't be seen. */
    static final int UNSEEN_THROW = 1 << 6;
    /** What was opened from it goes to the caller or to somebody else, who may reach it through that. */
    static final int CHILD_RETURNED = 1 << 7;

    /** An exception was thrown on the way while it was open. */
    static final int THREW = 1 << 8;
    /** It was opened once more, in another turn of a loop, while it was open. */
    static final int REPEATED = 1 << 9;

    /** What it was opened from was closed, too late for all that a loop had opened. */
    static final int PILED_UP = 1 << 10;
    /** What it was opened from went back to a pool, which may leave it open. */
    static final int LEFT_TO_POOL = 1 << 11;
    /** Something that was opened from it is kept in a field. */
    static final int CHILD_KEPT = 1 << 12;

    private static final short[] NO_PARENTS = {};

    private final RegisterValues values;
    private final Phase phase;
    private final int flags;
    private final short[] parents;
    private final String exception;
    private final int hash;

    private ObligationState(RegisterValues values, Phase phase, int flags, short[] parents, String exception) {
        this.values = values;
        this.phase = phase;
        this.flags = flags;
        this.parents = parents;
        this.exception = exception;
        this.hash = ((values.hashCode() * 31 + phase.ordinal()) * 31 + flags) * 31
                + Arrays.hashCode(parents) * 7
                + exception.hashCode();
    }

    /** The state at the entry, from the values of all registers. */
    static ObligationState initial(short[] all, Phase phase, int flags) {
        return new ObligationState(RegisterValues.of(all), phase, flags, NO_PARENTS, "");
    }

    short value(int register) {
        return values.value(register);
    }

    /** What is known of the registers. */
    RegisterValues values() {
        return values;
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The exception on its way; empty if there is none. */
    String exception() {
        return exception;
    }

    /** Whether the value is one whose closing closes the resource. */
    boolean isParent(short value) {
        for (short parent : parents) {
            if (parent == value) {
                return true;
            }
        }
        return false;
    }

    ObligationState with(int register, short value) {
        return register < 0 ? this : with(values.with(register, value));
    }

    @SuppressWarnings("ReferenceEquality")
    private ObligationState with(RegisterValues known) {
        return known.equals(values) ? this : new ObligationState(known, phase, flags, parents, exception);
    }

    /** With nothing known of registers but what passes the test. */
    ObligationState keeping(RegisterValues.Known test) {
        return with(values.keeping(test));
    }

    ObligationState with(int flag) {
        return has(flag) ? this : new ObligationState(values, phase, flags | flag, parents, exception);
    }

    ObligationState without(int flag) {
        return has(flag) ? new ObligationState(values, phase, flags & ~flag, parents, exception) : this;
    }

    ObligationState opened(short[] newParents) {
        return new ObligationState(values, Phase.OPEN, flags, newParents, exception);
    }

    /** One more value whose closing closes the resource. */
    ObligationState withParent(short value) {
        if (value < FIRST || isParent(value)) {
            return this;
        }
        short[] more = Arrays.copyOf(parents, parents.length + 1);
        more[parents.length] = value;
        return new ObligationState(values, phase, flags, more, exception);
    }

    /** Nothing is owed any more; what held the resource holds something that is not null. */
    ObligationState done(short resource) {
        return new ObligationState(values.replacing(resource, NOT_NULL), Phase.DONE, 0, NO_PARENTS, exception);
    }

    ObligationState throwing(String newException) {
        return exception.equals(newException) ? this : new ObligationState(values, phase, flags, parents, newException);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObligationState state
                && hash == state.hash
                && phase == state.phase
                && flags == state.flags
                && values.equals(state.values)
                && Arrays.equals(parents, state.parents)
                && exception.equals(state.exception);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
