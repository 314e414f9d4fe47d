package io.jenkins.plugins.connleak.core.leak;

import java.util.Arrays;

/**
 * What is known of registers: a small number for each, and nothing for nearly all of a large body. Immutable; what
 * differs in one register is made without a look at the others.
 */
final class RegisterValues {
    /** In order. */
    private final int[] registers;
    /** At the same indices; never {@link ObligationState#UNKNOWN}. */
    private final short[] values;
    /** The sum of the hashes of the entries. */
    private final int hash;

    private RegisterValues(int[] registers, short[] values, int hash) {
        this.registers = registers;
        this.values = values;
        this.hash = hash;
    }

    /** A test for what to keep. */
    interface Known {
        /** Whether what is known of a register is to be kept. */
        boolean test(int register, short value);
    }

    /** Of the values of all registers. */
    static RegisterValues of(short[] all) {
        int size = 0;
        for (short value : all) {
            size += value == ObligationState.UNKNOWN ? 0 : 1;
        }
        int[] registers = new int[size];
        short[] values = new short[size];
        int hash = 0;
        int next = 0;
        for (int register = 0; register < all.length; register++) {
            if (all[register] != ObligationState.UNKNOWN) {
                registers[next] = register;
                values[next] = all[register];
                hash += mix(register, all[register]);
                next++;
            }
        }
        return new RegisterValues(registers, values, hash);
    }

    private static int mix(int register, short value) {
        int mixed = (register * 31 + value) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** The value of a register; {@link ObligationState#UNKNOWN} if nothing is known of it, or for -1. */
    short value(int register) {
        int at = register < 0 ? -1 : Arrays.binarySearch(registers, register);
        return at < 0 ? ObligationState.UNKNOWN : values[at];
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

    /** With another value for a register; the same object if it has that already. */
    RegisterValues with(int register, short value) {
        int at = Arrays.binarySearch(registers, register);
        if (at < 0) {
            return value == ObligationState.UNKNOWN ? this : added(-at - 1, register, value);
        }
        if (values[at] == value) {
            return this;
        }
        if (value == ObligationState.UNKNOWN) {
            return removed(at);
        }
        short[] copy = values.clone();
        copy[at] = value;
        return new RegisterValues(registers, copy, hash - mix(register, values[at]) + mix(register, value));
    }

    private RegisterValues added(int at, int register, short value) {
        int[] moreRegisters = new int[registers.length + 1];
        short[] moreValues = new short[registers.length + 1];
        System.arraycopy(registers, 0, moreRegisters, 0, at);
        System.arraycopy(values, 0, moreValues, 0, at);
        moreRegisters[at] = register;
        moreValues[at] = value;
        System.arraycopy(registers, at, moreRegisters, at + 1, registers.length - at);
        System.arraycopy(values, at, moreValues, at + 1, registers.length - at);
        return new RegisterValues(moreRegisters, moreValues, hash + mix(register, value));
    }

    private RegisterValues removed(int at) {
        int[] fewerRegisters = new int[registers.length - 1];
        short[] fewerValues = new short[registers.length - 1];
        System.arraycopy(registers, 0, fewerRegisters, 0, at);
        System.arraycopy(values, 0, fewerValues, 0, at);
        System.arraycopy(registers, at + 1, fewerRegisters, at, fewerRegisters.length - at);
        System.arraycopy(values, at + 1, fewerValues, at, fewerRegisters.length - at);
        return new RegisterValues(fewerRegisters, fewerValues, hash - mix(registers[at], values[at]));
    }

    /** With nothing known but what passes the test; the same object if all does. */
    RegisterValues keeping(Known test) {
        for (int i = 0; i < registers.length; i++) {
            if (!test.test(registers[i], values[i])) {
                return keeping(test, i);
            }
        }
        return this;
    }

    /** The same where the first one that does not pass is known: nearly always all pass, and nothing is made. */
    private RegisterValues keeping(Known test, int first) {
        int[] keptRegisters = Arrays.copyOf(registers, registers.length - 1);
        short[] keptValues = Arrays.copyOf(values, values.length - 1);
        int keptHash = hash - mix(registers[first], values[first]);
        int kept = first;
        for (int i = first + 1; i < registers.length; i++) {
            if (test.test(registers[i], values[i])) {
                keptRegisters[kept] = registers[i];
                keptValues[kept] = values[i];
                kept++;
            } else {
                keptHash -= mix(registers[i], values[i]);
            }
        }
        return kept == keptRegisters.length
                ? new RegisterValues(keptRegisters, keptValues, keptHash)
                : new RegisterValues(Arrays.copyOf(keptRegisters, kept), Arrays.copyOf(keptValues, kept), keptHash);
    }

    /** With one value put for another, wherever that stands. */
    RegisterValues replacing(short old, short value) {
        short[] copy = values.clone();
        int newHash = hash;
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == old) {
                newHash += mix(registers[i], value) - mix(registers[i], old);
                copy[i] = value;
            }
        }
        return new RegisterValues(registers, copy, newHash);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof RegisterValues known
                && hash == known.hash
                && Arrays.equals(registers, known.registers)
                && Arrays.equals(values, known.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
