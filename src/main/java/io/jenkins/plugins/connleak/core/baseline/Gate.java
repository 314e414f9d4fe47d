package io.jenkins.plugins.connleak.core.baseline;

import java.util.Objects;

/**
 * A limit that a result may not reach.
 *
 * @param type what is counted
 * @param rule id of the rule that is counted; empty unless the type is of a rule
 * @param threshold the gate trips when so many are counted; 1 or more
 * @param criticality what it means when it trips
 */
public record Gate(GateType type, String rule, int threshold, Criticality criticality) {
    public Gate {
        Objects.requireNonNull(type);
        Objects.requireNonNull(criticality);
        if (type.isOfRule() == rule.isEmpty()) {
            throw new IllegalArgumentException(
                    type.isOfRule() ? type + " needs a rule" : type + " takes no rule: " + rule);
        }
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is 1 or more: " + threshold);
        }
    }

    /** The figure that the gate compares with its threshold. */
    public int figure(Delta delta) {
        return type.figure(delta, rule);
    }

    /** Whether a result with that figure trips the gate. */
    public boolean isTrippedBy(int figure) {
        return figure >= threshold;
    }
}
