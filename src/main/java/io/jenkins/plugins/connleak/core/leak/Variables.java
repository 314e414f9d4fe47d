package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;

/** Finds the variable that an acquisition's result goes to. */
final class Variables {
    private static final int MAX_COPIES = 4;

    private Variables() {}

    /** The name of the first variable that holds it; empty if none does. */
    static String nameOf(BodyFacts facts, BodyFacts.Site site) {
        if (!site.field().isEmpty()) {
            return site.field();
        }
        return FindingFactory.target(site.node())
                .map(register -> nameOf(facts, register, 0))
                .orElse("");
    }

    private static String nameOf(BodyFacts facts, int register, int depth) {
        for (Node node : facts.graph().nodes()) {
            if (node.op() instanceof Op.Copy copy && copy.source() == register) {
                if (facts.register(copy.target()).isNamed()) {
                    return facts.register(copy.target()).name();
                }
                if (depth < MAX_COPIES) {
                    String name = nameOf(facts, copy.target(), depth + 1);
                    if (!name.isEmpty()) {
                        return name;
                    }
                }
            }
        }
        return "";
    }
}
