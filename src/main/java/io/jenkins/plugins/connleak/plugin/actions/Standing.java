package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.baseline.Criticality;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How a scan stands by its quality gates. The names are part of the form of trend indexes. */
public enum Standing {
    /** It had no quality gates, or nothing is known of them. */
    UNJUDGED,
    /** No gate tripped that is more than a note. */
    PASSED,
    /** The worst gate that tripped makes the build unstable. */
    UNSTABLE,
    /** The worst gate that tripped makes the stage fail. */
    ERROR,
    /** The worst gate that tripped makes the build fail. */
    FAILURE;

    /** What those verdicts come to. */
    static Standing of(List<GateVerdict> verdicts) {
        return verdicts.isEmpty()
                ? UNJUDGED
                : verdicts.stream()
                        .filter(GateVerdict::isTripped)
                        .map(verdict -> of(verdict.criticality()))
                        .max(Comparator.naturalOrder())
                        .orElse(PASSED);
    }

    private static Standing of(Criticality criticality) {
        return switch (criticality) {
            case NOTE -> PASSED;
            case UNSTABLE -> UNSTABLE;
            case ERROR -> ERROR;
            case FAILURE -> FAILURE;
        };
    }

    /** The standing of that name; {@link #UNJUDGED} if there is none, as in an index of a newer version. */
    public static Standing ofName(String name) {
        return Arrays.stream(values())
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .orElse(UNJUDGED);
    }

    /** Whether a gate tripped that is more than a note. */
    public boolean isTripped() {
        return compareTo(PASSED) > 0;
    }
}
