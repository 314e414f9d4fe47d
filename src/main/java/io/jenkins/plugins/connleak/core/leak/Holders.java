package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Optional;

/** Objects that hold a resource without being one, such as a session together with the word whose it is. */
final class Holders {
    private Holders() {}

    /** Whether the type of a register is known and not that of a resource. */
    static boolean isHolder(BodyFacts facts, int register) {
        String type = facts.effects().types().of(register);
        return !type.isEmpty() && facts.effects().kindOf(type).isEmpty();
    }

    /** Whether a call on a holder returns something of the kind of the resource that it holds. */
    static boolean shows(BodyFacts facts, Op.Invoke invoke, short resource) {
        Optional<ResourceKind> held = facts.kindOf(resource);
        return held.isPresent()
                && held.equals(facts.effects().kindOf(facts.effects().types().of(invoke.target())));
    }
}
