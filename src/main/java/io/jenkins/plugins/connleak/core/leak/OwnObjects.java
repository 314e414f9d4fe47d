package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import java.util.List;

/** Which objects a body has to itself: what it puts into any other is for whoever holds that to close. */
final class OwnObjects {
    private static final int MAX_COPIES = 3;

    private final BodyFacts facts;

    OwnObjects(BodyFacts facts) {
        this.facts = facts;
    }

    /** The object whose field a collection or an array is, if it was read from one; else itself. -1 for a static field. */
    int holder(int container) {
        for (Op op : facts.effects().types().definitions(container)) {
            if (op instanceof Op.Load load) {
                return load.base();
            }
        }
        return container;
    }

    /** Whether what a register holds is known to this body only. */
    boolean is(int register) {
        return is(register, 0);
    }

    /** A local variable that is but another name of what came in is not. */
    private boolean is(int register, int copies) {
        if (register < 0) {
            return false;
        }
        Register.Kind kind = facts.register(register).kind();
        if (kind != Register.Kind.LOCAL && kind != Register.Kind.TEMPORARY) {
            return false;
        }
        List<Op> definitions = facts.effects().types().definitions(register).stream()
                .filter(op -> !(op instanceof Op.Declare))
                .toList();
        return copies > MAX_COPIES
                || definitions.isEmpty()
                || definitions.stream().anyMatch(op -> !(op instanceof Op.Copy copy) || is(copy.source(), copies + 1));
    }
}
