package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import java.util.List;

/**
 * What comes with a resource: a helper that closes several things one after the other may fail at one and not get to the
 * next, but closes one that it is given alone.
 */
final class Company {
    private final BodyFacts facts;
    private final short resource;
    private final boolean isAlone;

    /** What comes with that value: nothing, if so much is known. */
    Company(BodyFacts facts, short resource, Knowledge knowledge) {
        this.facts = facts;
        this.resource = resource;
        this.isAlone = knowledge == Knowledge.ALONE;
    }

    /** Whether parameters besides that one bring in something that can be closed. */
    static boolean hasAny(BodyFacts facts, int parameter) {
        for (int other = 0; other < facts.graph().parameters(); other++) {
            if (other != parameter && isCloseable(facts, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCloseable(BodyFacts facts, int register) {
        return facts.effects().kindOf(facts.effects().types().of(register)).isPresent();
    }

    /** What the registers hold at the entry. */
    short[] initialValues() {
        short[] initial = facts.initialValues();
        for (int register = 0; isAlone && register < facts.graph().parameters(); register++) {
            if (initial[register] != resource && isCloseable(facts, register)) {
                initial[register] = ObligationState.NULL;
            }
        }
        return initial;
    }

    /** Whether a call closes an argument however it ends because nothing else is given that it closes. */
    boolean isAlone(ArgumentEffect effect, Op.Invoke invoke, int index) {
        if (effect != ArgumentEffect.CLOSED_ALONE) {
            return false;
        }
        for (int i = 0; i < invoke.arguments().size(); i++) {
            int other = invoke.arguments().get(i);
            if (i != index && isCloseable(facts, other) && !isNull(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNull(int register) {
        if (facts.register(register).kind() == Register.Kind.PARAMETER) {
            return isAlone;
        }
        List<Op> values = facts.effects().types().definitions(register);
        return !values.isEmpty()
                && values.stream()
                        .allMatch(op -> op instanceof Op.Constant constant && constant.value() == Op.Value.NULL);
    }
}
