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
    /** What it was opened from goes to the caller, who may reach it through that. */
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

    /** The registers of which something is known, in order; nearly all of a large body are not among them. */
    private final int[] registers;
    /** What is known of them, at the same indices; never {@link #UNKNOWN}. */
    private final short[] values;
    /** The sum of the hashes of the entries, so that a state that differs in one has not to look at all. */
    private final int content;

    private final Phase phase;
    private final int flags;
    private final short[] parents;
    private final String exception;
    private final int hash;

    private ObligationState(
            int[] registers, short[] values, int content, Phase phase, int flags, short[] parents, String exception) {
        this.registers = registers;
        this.values = values;
        this.content = content;
        this.phase = phase;
        this.flags = flags;
        this.parents = parents;
        this.exception = exception;
        this.hash = ((content * 31 + phase.ordinal()) * 31 + flags) * 31
                + Arrays.hashCode(parents) * 7
                + exception.hashCode();
    }

    /** What is known of a register, as a test for those to keep. */
    interface Known {
        /** Whether that is to be kept. */
        boolean test(int register, short value);
    }

    /** The state at the entry, from the values of all registers. */
    static ObligationState initial(short[] all, Phase phase, int flags) {
        int count = 0;
        for (short value : all) {
            count += value == UNKNOWN ? 0 : 1;
        }
        int[] registers = new int[count];
        short[] values = new short[count];
        int content = 0;
        int at = 0;
        for (int register = 0; register < all.length; register++) {
            if (all[register] != UNKNOWN) {
                registers[at] = register;
                values[at] = all[register];
                content += mix(register, all[register]);
                at++;
            }
        }
        return new ObligationState(registers, values, content, phase, flags, new short[0], "");
    }

    private static int mix(int register, short value) {
        int mixed = (register * 31 + value) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    short value(int register) {
        int at = register < 0 ? -1 : Arrays.binarySearch(registers, register);
        return at < 0 ? UNKNOWN : values[at];
    }

    /** How many registers something is known of. */
    int size() {
        return registers.length;
    }

    /** The register of an entry, in the order of the registers. */
    int register(int entry) {
        return registers[entry];
    }

    /** The value of an entry. */
    short entry(int entry) {
        return values[entry];
    }

    Phase phase() {
        return phase;
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
        if (register < 0) {
            return this;
        }
        int at = Arrays.binarySearch(registers, register);
        if (at < 0) {
            return value == UNKNOWN ? this : added(-at - 1, register, value);
        }
        if (values[at] == value) {
            return this;
        }
        if (value == UNKNOWN) {
            return removed(at);
        }
        short[] copy = values.clone();
        copy[at] = value;
        return with(registers, copy, content - mix(register, values[at]) + mix(register, value));
    }

    private ObligationState added(int at, int register, short value) {
        int[] moreRegisters = new int[registers.length + 1];
        short[] moreValues = new short[registers.length + 1];
        System.arraycopy(registers, 0, moreRegisters, 0, at);
        System.arraycopy(values, 0, moreValues, 0, at);
        moreRegisters[at] = register;
        moreValues[at] = value;
        System.arraycopy(registers, at, moreRegisters, at + 1, registers.length - at);
        System.arraycopy(values, at, moreValues, at + 1, registers.length - at);
        return with(moreRegisters, moreValues, content + mix(register, value));
    }

    private ObligationState removed(int at) {
        int[] fewerRegisters = new int[registers.length - 1];
        short[] fewerValues = new short[registers.length - 1];
        System.arraycopy(registers, 0, fewerRegisters, 0, at);
        System.arraycopy(values, 0, fewerValues, 0, at);
        System.arraycopy(registers, at + 1, fewerRegisters, at, fewerRegisters.length - at);
        System.arraycopy(values, at + 1, fewerValues, at, fewerRegisters.length - at);
        return with(fewerRegisters, fewerValues, content - mix(registers[at], values[at]));
    }

    private ObligationState with(int[] newRegisters, short[] newValues, int newContent) {
        return new ObligationState(newRegisters, newValues, newContent, phase, flags, parents, exception);
    }

    /** With nothing known but what passes the test. */
    ObligationState keeping(Known test) {
        int kept = 0;
        int[] keptRegisters = new int[registers.length];
        short[] keptValues = new short[registers.length];
        int keptContent = 0;
        for (int i = 0; i < registers.length; i++) {
            if (test.test(registers[i], values[i])) {
                keptRegisters[kept] = registers[i];
                keptValues[kept] = values[i];
                keptContent += mix(registers[i], values[i]);
                kept++;
            }
        }
        return kept == registers.length
                ? this
                : with(Arrays.copyOf(keptRegisters, kept), Arrays.copyOf(keptValues, kept), keptContent);
    }

    ObligationState with(int flag) {
        return has(flag)
                ? this
                : new ObligationState(registers, values, content, phase, flags | flag, parents, exception);
    }

    ObligationState opened(short[] newParents) {
        return new ObligationState(registers, values, content, Phase.OPEN, flags, newParents, exception);
    }

    /** One more value whose closing closes the resource. */
    ObligationState withParent(short value) {
        if (value < FIRST || isParent(value)) {
            return this;
        }
        short[] more = Arrays.copyOf(parents, parents.length + 1);
        more[parents.length] = value;
        return new ObligationState(registers, values, content, phase, flags, more, exception);
    }

    /** Nothing is owed any more; what held the resource holds something that is not null. */
    ObligationState done(short resource) {
        short[] copy = values.clone();
        int newContent = content;
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == resource) {
                newContent += mix(registers[i], NOT_NULL) - mix(registers[i], resource);
                copy[i] = NOT_NULL;
            }
        }
        return new ObligationState(registers, copy, newContent, Phase.DONE, 0, new short[0], exception);
    }

    ObligationState throwing(String newException) {
        return exception.equals(newException)
                ? this
                : new ObligationState(registers, values, content, phase, flags, parents, newException);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObligationState state
                && hash == state.hash
                && phase == state.phase
                && flags == state.flags
                && Arrays.equals(registers, state.registers)
                && Arrays.equals(values, state.values)
                && Arrays.equals(parents, state.parents)
                && exception.equals(state.exception);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
