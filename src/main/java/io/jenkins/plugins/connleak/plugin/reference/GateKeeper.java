package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Result;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a result by its quality gates, and says what that means for the stage and for the build. */
public final class GateKeeper {
    private final List<GateVerdict> verdicts;

    private GateKeeper(List<GateVerdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** The verdicts of those gates, in their order. */
    public static GateKeeper judge(List<Gate> gates, Delta delta) {
        return new GateKeeper(gates.stream()
                .map(gate -> new GateVerdict(gate, gate.figure(delta)))
                .toList());
    }

    /** What the gates said, in their order. */
    public List<GateVerdict> verdicts() {
        return verdicts;
    }

    /** What becomes of the build; empty if nothing does. */
    public Optional<Result> buildResult() {
        return worst().flatMap(worst -> switch (worst) {
            case NOTE -> Optional.empty();
            case UNSTABLE, ERROR -> Optional.of(Result.UNSTABLE);
            case FAILURE -> Optional.of(Result.FAILURE);
        });
    }

    /** What becomes of the stage; empty if nothing does. */
    public Optional<Result> stageResult() {
        return worst().flatMap(worst -> switch (worst) {
            case NOTE -> Optional.empty();
            case UNSTABLE -> Optional.of(Result.UNSTABLE);
            case ERROR, FAILURE -> Optional.of(Result.FAILURE);
        });
    }

    /** The gates that tripped, as one line. */
    public String reason() {
        return verdicts.stream()
                .filter(GateVerdict::isTripped)
                .filter(verdict -> verdict.criticality() != Criticality.NOTE)
                .map(GateKeeper::told)
                .collect(Collectors.joining("; ", "Connection leaks: ", ""));
    }

    /** A verdict in a line: which gate, the figure and the limit. */
    public static String told(GateVerdict verdict) {
        return noun(verdict) + ": " + verdict.getFigure() + ", limit " + verdict.getThreshold();
    }

    private static String noun(GateVerdict verdict) {
        return verdict.type().isOfRule()
                ? verdict.type().noun() + " " + verdict.getRule()
                : verdict.type().noun();
    }

    private Optional<Criticality> worst() {
        return verdicts.stream()
                .filter(GateVerdict::isTripped)
                .map(GateVerdict::criticality)
                .max(Comparator.naturalOrder());
    }
}
