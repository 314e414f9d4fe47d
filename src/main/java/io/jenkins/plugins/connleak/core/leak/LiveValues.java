package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Liveness;
import io.jenkins.plugins.connleak.core.flow.Node;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What still matters behind a node: an outcome if it may be tested, anything else if it may be read. One object for all
 * nodes, since every state on every path is asked.
 */
final class LiveValues implements RegisterValues.Known {
    private static final BitSet NOTHING = new BitSet();

    private final BodyFacts facts;
    private final short resource;
    private final Liveness tests;
    private final Liveness reads;
    private final @Nullable BitSet owners;
    private BitSet tested = NOTHING;
    private BitSet read = NOTHING;

    /**
     * Stands at no node yet.
     *
     * @param resource the value that is followed
     * @param knowledge if rough, nothing matters but that and what it may have been opened from
     */
    LiveValues(BodyFacts facts, short resource, Knowledge knowledge) {
        this.facts = facts;
        this.resource = resource;
        this.tests = facts.tested();
        this.reads = facts.read();
        this.owners = knowledge == Knowledge.ROUGH ? facts.owners() : null;
    }

    /** From now on this tells what matters behind that node. */
    void behind(Node node) {
        tested = tests.after(node.id());
        read = reads.after(node.id());
    }

    @Override
    public boolean test(int register, short value) {
        if (owners != null && value != resource && !owners.get(value)) {
            return false;
        }
        return (value < ObligationState.FIRST ? tested : read).get(register)
                || (value == resource && facts.register(register).isNamed());
    }
}
