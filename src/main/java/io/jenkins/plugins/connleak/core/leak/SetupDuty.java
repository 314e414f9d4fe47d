package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import io.jenkins.plugins.connleak.core.model.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A method that has another one open a field and a third one close it owes the closing on exceptions too. One that
 * leaves the method is its caller's affair if the caller can close the field, which it can't where all that closes it is
 * private to the class; of one that is handled in the method nobody else knows.
 */
final class SetupDuty {
    private final Workspace workspace;
    private final ExceptionTypes exceptions;
    private final MethodModel method;
    private final FlowGraph graph;
    private final CallEffects effects;
    private final SummaryTable summaries;
    private final Map<Node, Setup> setups = new TreeMap<>(Comparator.comparingInt(Node::id));

    /**
     * A call that opens a field.
     *
     * @param closed who closes the field
     */
    private record Setup(String field, Duty.Share closed) {}

    SetupDuty(
            Workspace workspace,
            ExceptionTypes exceptions,
            MethodModel method,
            FlowGraph graph,
            CallEffects effects,
            SummaryTable summaries) {
        this.workspace = workspace;
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
                    .filter(this::isClosedHere)
                    .findFirst()
                    .map(field -> new Setup(field, share(field)))
                    .filter(setup -> setup.closed() == Duty.Share.ALL || isOpenedAnew(invoke, setup.field()))
                    .ifPresent(setup -> setups.put(node, setup));
        }
    }

    private boolean isClosedHere(String field) {
        return graph.nodes().stream()
                .anyMatch(node -> effects.of(node).closedFields().contains(field));
    }

    private Duty.Share share(String field) {
        boolean isClosedByOthers = workspace.lineage(method.owner()).stream()
                .flatMap(type -> type.methods().stream())
                .filter(other -> other != method && !other.is(MethodModel.Trait.PRIVATE))
                .map(summaries::fields)
                .anyMatch(fields ->
                        fields.closed().contains(field) && !fields.within().contains(field));
        return isClosedByOthers ? Duty.Share.UNLESS_CALLERS_KNOW : Duty.Share.ALL;
    }

    /** Whether a method opens a field each time: one that asks for its state keeps what was left open before. */
    private boolean isOpenedAnew(Op.Invoke invoke, String field) {
        return effects.types().visible(invoke).stream()
                .flatMap(target -> target.graph().stream())
                .noneMatch(opener -> opener.nodes().stream()
                        .flatMap(node -> node.next().stream())
                        .anyMatch(edge -> asks(edge.condition().register(), field, opener)));
    }

    private static boolean asks(int register, String field, FlowGraph opener) {
        return isField(register, field, opener)
                || opener.nodes().stream()
                        .anyMatch(node -> node.op() instanceof Op.Invoke question
                                && question.target() == register
                                && (isField(question.receiver(), field, opener)
                                        || question.callee().kind() == Callee.Kind.UNQUALIFIED));
    }

    private static boolean isField(int register, String field, FlowGraph graph) {
        return register >= 0
                && graph.registers().get(register).kind() == Register.Kind.FIELD
                && graph.registers().get(register).name().equals(field);
    }

    boolean isOwed() {
        return !setups.isEmpty();
    }

    /** What stays open when the method fails between the two. */
    List<SiteResult> check(BodyFacts facts) {
        List<SiteResult> found = new ArrayList<>();
        Duty duty = new Duty(facts, exceptions);
        setups.forEach((node, setup) -> {
            String field = setup.field();
            Opened opened = effects.of(node).fields().opened().get(field);
            if (opened != null) {
                Certainty certainty = setup.closed() == Duty.Share.ALL ? opened.certainty() : Certainty.POSSIBLE;
                Acquired acquired =
                        new Acquired(opened.type(), opened.kind(), certainty, Acquired.ALONE, opened.mayBePooled());
                found.add(duty.follow(facts.setup(node, acquired, field), Phase.BEFORE, setup.closed()));
            }
        });
        return found;
    }
}
