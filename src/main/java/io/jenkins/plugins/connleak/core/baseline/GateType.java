package io.jenkins.plugins.connleak.core.baseline;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a gate counts. The names are those that users write. */
public enum GateType {
    /** All leaks. */
    TOTAL("leaks", false),
    /** Leaks that the reference does not have. */
    NEW("new leaks", true),
    /** Definite leaks. */
    DEFINITE("definite leaks", false),
    /** Definite leaks that the reference does not have. */
    NEW_DEFINITE("new definite leaks", true),
    /** How many leaks more than the reference had; what is fixed counts against what is new. */
    DELTA("leaks more than the reference", true),
    /** Leaks of one rule. */
    RULE("leaks of rule", false),
    /** Leaks of one rule that the reference does not have. */
    NEW_RULE("new leaks of rule", true);

    private final String noun;
    private final boolean comparing;

    GateType(String noun, boolean comparing) {
        this.noun = noun;
        this.comparing = comparing;
    }

    /** What is counted, in English, such as {@code new leaks}. */
    public String noun() {
        return noun;
    }

    /** Whether the figure comes from a comparison with the reference; without one it is 0. */
    public boolean isComparing() {
        return comparing;
    }

    /** Whether the gate names a rule. */
    public boolean isOfRule() {
        return this == RULE || this == NEW_RULE;
    }

    /** The type of that name in any case, or empty if there is none. */
    public static Optional<GateType> ofName(String name) {
        String wanted = name.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(wanted))
                .findFirst();
    }

    /** The figure of a result; {@code rule} matters to gates of a rule alone. */
    int figure(Delta delta, String rule) {
        return switch (this) {
            case TOTAL -> delta.total();
            case NEW -> delta.added().size();
            case DEFINITE -> definite(delta.added()) + definite(delta.outstanding());
            case NEW_DEFINITE -> definite(delta.added());
            case DELTA -> delta.added().size() - delta.fixed().size();
            case RULE -> ofRule(delta.added(), rule) + ofRule(delta.outstanding(), rule);
            case NEW_RULE -> ofRule(delta.added(), rule);
        };
    }

    private static int definite(List<Finding> findings) {
        return (int) findings.stream()
                .filter(finding -> finding.certainty() == Certainty.DEFINITE)
                .count();
    }

    private static int ofRule(List<Finding> findings, String rule) {
        return (int) findings.stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .count();
    }
}
