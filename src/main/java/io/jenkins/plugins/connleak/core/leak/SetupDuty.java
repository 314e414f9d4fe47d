package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A method that has another one open a field and a third one close it owes the closing on exceptions too, if nobody
 * else can do it: all that closes the field is private to the class.
 */
final class SetupDuty {
    private final ExceptionTypes exceptions;
    private final MethodModel method;
    private final FlowGraph graph;
    private final CallEffects effects;
    private final SummaryTable summaries;
    private final Map<Node, String> setups = new LinkedHashMap<>();

    SetupDuty(
            ExceptionTypes exceptions,
            MethodModel method,
            FlowGraph graph,
            CallEffects effects,
            SummaryTable summaries) {
        this.exceptions = exceptions;
        this.method = method;
        this.graph = graph;
        this.effects = effects;
        this.summaries = summaries;
        for (Node node : graph.nodes()) {
            if (!(node.op() instanceof Op.Invoke invoke)
                    || !summaries.relevance().mayLeaveOpen(invoke)) {
                continue;
            }
            effects.of(node).fields().opened().keySet().stream()
                    .sorted()
                    .filter(this::isClosedHereAlone)
                    .findFirst()
                    .ifPresent(field -> setups.put(node, field));
        }
    }

    private boolean isClosedHereAlone(String field) {
        boolean isClosedHere = graph.nodes().stream()
                .anyMatch(node -> effects.of(node).closedFields().contains(field));
        return isClosedHere
                && method.owner().methods().stream()
                        .filter(other -> other != method && !other.is(MethodModel.Trait.PRIVATE))
                        .map(summaries::fields)
                        .noneMatch(fields -> fields.closed().contains(field)
                                && !fields.within().contains(field));
    }

    boolean isOwed() {
        return !setups.isEmpty();
    }

    /** What stays open when the method fails between the two. */
    List<SiteResult> check(BodyFacts facts) {
        List<SiteResult> found = new ArrayList<>();
        Duty duty = new Duty(facts, exceptions);
        setups.forEach((node, field) -> {
            Opened opened = effects.of(node).fields().opened().get(field);
            if (opened != null) {
                Acquired acquired = new Acquired(
                        opened.type(), opened.kind(), opened.certainty(), Acquired.ALONE, opened.mayBePooled());
                found.add(duty.follow(facts.setup(node, acquired, field), Phase.BEFORE));
            }
        });
        return found;
    }
}
