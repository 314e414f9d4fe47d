package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is known of registers, held against a plain array of their values. */
class RegisterValuesTest {
    private static final int REGISTERS = 9;
    private static final int STEPS = 60;

    @RepeatedTest(5)
    void knowWhatAnArrayKnowsWhateverWasDoneToThem(RepetitionInfo repetition) {
        Random random = new Random(20261121L + repetition.getCurrentRepetition());
        short[] expected = new short[REGISTERS];
        RegisterValues values = RegisterValues.of(expected);
        for (int step = 0; step < STEPS; step++) {
            values = changed(values, expected, random);

            RegisterValues fresh = RegisterValues.of(expected);
            assertThat(values).isEqualTo(fresh);
            assertThat(values.hashCode()).isEqualTo(fresh.hashCode());
            assertThat(all(values)).isEqualTo(expected);
            assertThat(entries(values)).isEqualTo(expected);
        }
    }

    private static RegisterValues changed(RegisterValues values, short[] expected, Random random) {
        short one = value(random);
        short other = value(random);
        switch (random.nextInt(5)) {
            case 0 -> {
                replace(expected, one, other);
                return values.replacing(one, other);
            }
            case 1 -> {
                int kept = random.nextInt(1 << REGISTERS);
                for (int i = 0; i < REGISTERS; i++) {
                    if ((kept & (1 << i)) == 0 && expected[i] != one) {
                        expected[i] = ObligationState.UNKNOWN;
                    }
                }
                return values.keeping((register, value) -> (kept & (1 << register)) != 0 || value == one);
            }
            default -> {
                int register = random.nextInt(REGISTERS);
                short value = random.nextInt(3) == 0 ? ObligationState.UNKNOWN : one;
                expected[register] = value;
                return values.with(register, value);
            }
        }
    }

    private static short value(Random random) {
        return (short) (1 + random.nextInt(6));
    }

    private static void replace(short[] all, short old, short value) {
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == old ? value : all[i];
        }
    }

    private static short[] all(RegisterValues values) {
        short[] all = new short[REGISTERS];
        for (int i = 0; i < REGISTERS; i++) {
            all[i] = values.value(i);
        }
        return all;
    }

    private static short[] entries(RegisterValues values) {
        short[] all = new short[REGISTERS];
        for (int i = 0; i < values.size(); i++) {
            all[values.register(i)] = values.entry(i);
        }
        return all;
    }

    @Test
    void stayTheSameObjectWhereNothingChanges() {
        RegisterValues values = RegisterValues.of(new short[] {0, 7, 0, 5});

        assertThat(values.with(1, (short) 7)).isSameAs(values);
        assertThat(values.with(2, ObligationState.UNKNOWN)).isSameAs(values);
        assertThat(values.keeping((register, value) -> register == 1 || value == 5))
                .isSameAs(values);
        assertThat(values.value(-1)).isEqualTo(ObligationState.UNKNOWN);
        assertThat(values.value(4)).isEqualTo(ObligationState.UNKNOWN);
    }

    @Test
    void differWhereOneRegisterDoes() {
        RegisterValues values = RegisterValues.of(new short[] {0, 7, 0, 5});

        assertThat(values).isNotEqualTo(RegisterValues.of(new short[] {0, 5, 0, 7}));
        assertThat(values).isNotEqualTo(RegisterValues.of(new short[] {7, 0, 0, 5}));
        assertThat(values).isNotEqualTo(RegisterValues.of(new short[] {0, 7, 0, 5, 1}));
        assertThat(values.equals(null)).isFalse();
    }

    @Test
    void tellStatesApart() {
        ObligationState open = ObligationState.initial(new short[] {5, 0, 6}, Phase.OPEN, ObligationState.NAMED);

        assertThat(open.with(0, (short) 7).with(0, (short) 5)).isEqualTo(open).hasSameHashCodeAs(open);
        assertThat(open.with(ObligationState.NAMED)).isSameAs(open);
        assertThat(open.throwing("")).isSameAs(open);
        assertThat(open.with(1, ObligationState.UNKNOWN)).isSameAs(open);
        assertThat(open.with(-1, (short) 5)).isSameAs(open);
        assertThat(open.with(1, (short) 5)).isNotEqualTo(open);
        assertThat(open.with(ObligationState.SHOWN)).isNotEqualTo(open);
        assertThat(open.throwing("SQLException")).isNotEqualTo(open);
        assertThat(open.done((short) 9)).isNotEqualTo(open);
        assertThat(open.withParent((short) 6)).isNotEqualTo(open);
        assertThat(open.throwing("A").throwing("B").throwing("").with(ObligationState.SHOWN))
                .isEqualTo(open.with(ObligationState.SHOWN));
    }

    @Test
    void forgetWhatIsOwedWhenItIsDone() {
        ObligationState open = ObligationState.initial(new short[] {5, 0, 6}, Phase.BEFORE, ObligationState.NAMED)
                .opened(new short[] {6})
                .with(1, (short) 5)
                .withParent((short) 8)
                .throwing("SQLException");

        assertThat(open.isOpen()).isTrue();
        assertThat(open.isParent((short) 6)).isTrue();
        assertThat(open.isParent((short) 8)).isTrue();
        assertThat(open.isParent((short) 5)).isFalse();
        assertThat(open.withParent((short) 8)).isSameAs(open);
        assertThat(open.withParent(ObligationState.NOT_NULL)).isSameAs(open);
        ObligationState done = open.done((short) 5);
        assertThat(done)
                .isEqualTo(ObligationState.initial(
                                new short[] {ObligationState.NOT_NULL, ObligationState.NOT_NULL, 6}, Phase.DONE, 0)
                        .throwing("SQLException"));
        assertThat(done.isOpen()).isFalse();
        assertThat(done.has(ObligationState.NAMED)).isFalse();
        assertThat(done.isParent((short) 6)).isFalse();
        assertThat(done.exception()).isEqualTo("SQLException");
    }
}
