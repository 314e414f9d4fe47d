package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A method whose name says that it closes, and which does close a field's connection when all goes well, owes that on
 * exceptions too: nobody calls it twice. Statements and result sets are left out, since their connection closes them.
 */
final class ClosingDuty {
    /** What ends an object, besides what is named for closing. */
    private static final Pattern ENDS = Pattern.compile("((do|on)?[Ss]top|onDestroy|deactivate|undeploy)([A-Z].*)?");

    private final Workspace workspace;
    private final ExceptionTypes exceptions;
    private final FlowGraph graph;
    private final CallEffects effects;
    private final Map<Integer, Node> closes = new LinkedHashMap<>();
    private final Map<Node, Integer> getters = new TreeMap<>(Comparator.comparingInt(Node::id));

    ClosingDuty(
            Workspace workspace, ExceptionTypes exceptions, MethodModel method, FlowGraph graph, CallEffects effects) {
        this.workspace = workspace;
        this.exceptions = exceptions;
        this.graph = graph;
        this.effects = effects;
        if (isCloser(workspace, method.signature().name()) && !method.is(MethodModel.Trait.LAMBDA)) {
            graph.nodes().forEach(this::collect);
        }
    }

    /** Whether a method of that name ends its object, or closes what it holds. */
    static boolean isCloser(Workspace workspace, String name) {
        return ENDS.matcher(name).matches() || workspace.named(CallNames.Group.CLOSING, name);
    }

    private void collect(Node node) {
        if (node.op() instanceof Op.Invoke invoke
                && invoke.receiver() >= 0
                && acquired(invoke.receiver()).isPresent()
                && effects.of(node).receiver() == ReceiverEffect.CLOSES) {
            if (graph.registers().get(invoke.receiver()).kind() == Register.Kind.FIELD) {
                closes.putIfAbsent(invoke.receiver(), node);
            } else {
                getter(invoke.receiver()).ifPresent(getter -> getters.putIfAbsent(getter, invoke.receiver()));
            }
        }
    }

    /** The call of the object's own getter, or of a thread's slot, that a local variable's value comes from. */
    private Optional<Node> getter(int register) {
        int source = effects.types().definitions(register).stream()
                .filter(Op.Copy.class::isInstance)
                .map(op -> ((Op.Copy) op).source())
                .findFirst()
                .orElse(register);
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.Invoke invoke
                        && invoke.target() == source
                        && invoke.arguments().isEmpty()
                        && invoke.callee().name().startsWith("get")
                        && (invoke.callee().kind() == Callee.Kind.UNQUALIFIED || isOfThread(invoke))
                        && effects.of(node).acquired().isEmpty())
                .findFirst();
    }

    private boolean isOfThread(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.VIRTUAL
                && TypeNames.simple(TypeNames.erase(effects.types().ownerType(invoke)))
                        .equals("ThreadLocal");
    }

    private Optional<Acquired> acquired(int register) {
        String type = effects.types().of(register);
        if (type.isEmpty() || TypeNames.isArray(type)) {
            return Optional.empty();
        }
        Optional<TypeSpec> spec = workspace.spec(type);
        if (spec.isPresent()) {
            return spec.flatMap(TypeSpec::kind)
                    .filter(kind -> kind != ResourceKind.STATEMENT && kind != ResourceKind.RESULT_SET)
                    .map(kind -> new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, false));
        }
        boolean isNamedSo =
                workspace.catalog().callNames().is(CallNames.Group.RESOURCES, TypeNames.simple(TypeNames.erase(type)));
        return isNamedSo
                ? Optional.of(new Acquired(type, ResourceKind.OTHER, Certainty.POSSIBLE, Acquired.ALONE, false))
                : Optional.empty();
    }

    boolean isOwed() {
        return !closes.isEmpty() || !getters.isEmpty();
    }

    /** The fields that stay open when the method fails on the way. */
    List<SiteResult> check(BodyFacts facts) {
        List<SiteResult> found = new ArrayList<>();
        Duty duty = new Duty(facts, exceptions);
        closes.forEach((register, node) -> acquired(register).ifPresent(acquired -> {
            short value = facts.initialValues()[register];
            if (value >= ObligationState.FIRST) {
                String name = graph.registers().get(register).name();
                found.add(duty.follow(new BodyFacts.Site(value, node, acquired, name), Phase.OPEN));
            }
        }));
        getters.forEach((node, register) -> acquired(register)
                .map(acquired -> facts.setup(
                        node, acquired, graph.registers().get(register).name()))
                .ifPresent(site -> found.add(duty.follow(site, Phase.BEFORE))));
        return found;
    }
}
