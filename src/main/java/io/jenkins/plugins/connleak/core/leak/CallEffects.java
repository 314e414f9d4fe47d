package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ResultAlias;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges every call of one body: by the method itself where it can be seen, else by the catalog, else by names and by
 * evidence in the body (a result that is closed on some path was the caller's to close).
 */
final class CallEffects extends CallJudge {
    private static final Set<String> ELEMENT_ACCESSORS = Set.of(
            "get",
            "next",
            "remove",
            "poll",
            "pop",
            "peek",
            "take",
            "element",
            "first",
            "last",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "orElseGet",
            "iterator",
            "listIterator",
            "values",
            "stream",
            "toArray",
            "elements",
            "nextElement",
            "getKey",
            "getValue",
            "entrySet",
            "keySet");

    private static final Set<String> VIEWS =
            Set.of("iterator", "listIterator", "values", "stream", "toArray", "elements", "entrySet", "keySet");

    private final AcquisitionJudge acquisitions;
    private final RiskJudge risks;
    private final @Nullable CallEffect[] effects;
    private final @Nullable Operands[] operands;

    CallEffects(Workspace workspace, SummaryTable summaries, MethodModel method, FlowGraph graph) {
        super(workspace, summaries, method, graph);
        this.effects = new CallEffect[graph.nodes().size()];
        this.operands = new Operands[graph.nodes().size()];
        Set<Integer> released = new HashSet<>();
        this.risks = new RiskJudge(this);
        this.acquisitions = new AcquisitionJudge(this, released);
        released.addAll(released());
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                effects[node.id()] = judge(node, invoke);
            }
        }
        risks.caught(this::of)
                .forEach((id, risk) -> effects[id] = of(graph.nodes().get(id)).withRisk(risk));
    }

    /** Whether a call hands out what the object it is called on contains, as collections, iterators and optionals do. */
    static boolean handsOutElement(Op.Invoke invoke) {
        return invoke.receiver() >= 0
                && ELEMENT_ACCESSORS.contains(invoke.callee().name());
    }

    /** Whether it hands out all of the elements and not one, as the values of a map are. */
    static boolean handsOutView(Op.Invoke invoke) {
        return VIEWS.contains(invoke.callee().name());
    }

    /** The effect of a node; a node that calls nothing does nothing. */
    CallEffect of(Node node) {
        CallEffect effect = effects[node.id()];
        return effect == null ? CallEffect.NOTHING : effect;
    }

    /** Whether the body closes what a call opens by itself, and not only what it was opened from. */
    boolean isGivenBack(Op.Invoke invoke) {
        return acquisitions.isGivenBack(invoke);
    }

    // evidence

    /** The registers whose values the body closes on some path. */
    private Set<Integer> released() {
        Set<Integer> released = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                Operands operands = operands(invoke);
                this.operands[node.id()] = operands;
                if (operands.receiver() == ReceiverEffect.CLOSES) {
                    released.add(invoke.receiver());
                }
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    if (operands.arguments().get(i).closesNormally()) {
                        released.add(invoke.arguments().get(i));
                    }
                }
            }
        }
        // backwards through copies: what is closed under another name counts as well
        for (int round = 0; round < 3; round++) {
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && released.contains(copy.target())) {
                    released.add(copy.source());
                }
            }
        }
        return released;
    }

    /** What a call does to what it is called on and given, the team's lines aside. */
    private record Operands(ReceiverEffect receiver, List<ArgumentEffect> arguments) {}

    private Operands operands(Op.Invoke invoke) {
        List<MethodModel> visible = types.visible(invoke);
        List<ArgumentEffect> arguments = new ArrayList<>(invoke.arguments().size());
        for (int i = 0; i < invoke.arguments().size(); i++) {
            arguments.add(argument(invoke, i, visible));
        }
        return new Operands(receiver(invoke), arguments);
    }

    // judgement

    private CallEffect judge(Node node, Op.Invoke invoke) {
        if (isExit(invoke)) {
            return new CallEffect(
                    Optional.empty(), ReceiverEffect.NONE, List.of(), ResultAlias.NONE, FieldEffects.NONE, Risk.EXITS);
        }
        List<MethodModel> visible = types.visible(invoke);
        Operands known = operands[node.id()];
        Operands effects = byHouse(node, invoke, known == null ? operands(invoke) : known);
        return new CallEffect(
                acquisitions.acquired(node, invoke, visible),
                effects.receiver(),
                effects.arguments(),
                alias(invoke, visible),
                fields(invoke, visible),
                risks.of(invoke, visible));
    }

    private boolean isExit(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        String scope = callee.kind() == Callee.Kind.STATIC ? callee.scope() : types.ownerType(invoke);
        return workspace.catalog().callNames().exits().contains(TypeNames.simple(scope) + "." + callee.name());
    }

    // the object it is called on

    /** The same, and what the team's patterns see released on the line. */
    private Operands byHouse(Node node, Op.Invoke invoke, Operands effects) {
        if (house.patterns().isEmpty()) {
            return effects;
        }
        boolean closes = invoke.receiver() >= 0 && isReleased(node, invoke.receiver());
        List<ArgumentEffect> arguments = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            boolean closed = isReleased(node, invoke.arguments().get(i));
            arguments.add(closed ? ArgumentEffect.CLOSED : effects.arguments().get(i));
        }
        return new Operands(closes ? ReceiverEffect.CLOSES : effects.receiver(), arguments);
    }

    private boolean isReleased(Node node, int register) {
        return house.releases(node.line(), graph.registers().get(register).name());
    }

    private ReceiverEffect receiver(Op.Invoke invoke) {
        String name = invoke.callee().name();
        if (invoke.callee().kind() == Callee.Kind.IMPLICIT_CLOSE) {
            return ReceiverEffect.CLOSES;
        }
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return ReceiverEffect.NONE;
        }
        if (name.equals("isClosed")) {
            return ReceiverEffect.ASKS_CLOSED;
        }
        if (name.equals("isOpen") && invoke.arguments().isEmpty()) {
            return ReceiverEffect.ASKS_OPEN;
        }
        Optional<TypeSpec> spec = ownerSpec(invoke);
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            return byRole(spec.get(), name);
        }
        if (ClosureBodies.closesWhatItIsGiven(types, invoke)) {
            return ReceiverEffect.CLOSES;
        }
        boolean closes = name.equals("close")
                || (invoke.arguments().isEmpty() && named(CallNames.Group.CLOSING, name))
                || types.visible(invoke).stream()
                        .anyMatch(target -> !summaries.of(target).closedFields().isEmpty());
        return closes ? ReceiverEffect.CLOSES : ReceiverEffect.NONE;
    }

    private ReceiverEffect byRole(TypeSpec spec, String name) {
        if (workspace.catalog().is(spec, Role.RELEASE, name)) {
            return ReceiverEffect.CLOSES;
        }
        if (workspace.catalog().is(spec, Role.HAND_OVER, name)) {
            return ReceiverEffect.HANDS_OVER;
        }
        return workspace.catalog().is(spec, Role.REPLACE, name) ? ReceiverEffect.REPLACES : ReceiverEffect.NONE;
    }

    // arguments

    private ArgumentEffect argument(Op.Invoke invoke, int index, List<MethodModel> visible) {
        boolean seen = visible.stream().anyMatch(target -> target.graph().isPresent());
        if (!seen || ownerSpec(invoke).filter(this::isOfTeam).isPresent()) {
            Optional<Role> role = argumentRole(invoke);
            if (role.isPresent()) {
                return effect(role.get());
            }
        }
        if (seen) {
            ArgumentEffect effect = merged(invoke, index, visible);
            return effect == ArgumentEffect.UNSEEN ? byName(invoke, index) : effect;
        }
        Callee callee = invoke.callee();
        if (callee.kind() == Callee.Kind.CONSTRUCTOR || callee.kind() == Callee.Kind.DELEGATION) {
            return ArgumentEffect.WRAPPED_UNSEEN;
        }
        if (named(CallNames.Group.CLOSING, callee.name())) {
            return named(CallNames.Group.HANDING_BACK, callee.name())
                    ? ArgumentEffect.HANDED_BACK
                    : ArgumentEffect.CLOSED;
        }
        if (callee.kind() == Callee.Kind.VIRTUAL
                && ownerSpec(invoke).filter(spec -> spec.kind().isPresent()).isPresent()) {
            return ArgumentEffect.LENT;
        }
        if (callee.kind() != Callee.Kind.STATIC && named(CallNames.Group.COLLECTING, callee.name())) {
            return ArgumentEffect.COLLECTED;
        }
        if (named(CallNames.Group.WRAPPING, callee.name())) {
            return ArgumentEffect.WRAPPED;
        }
        if (risks.isQuietScope(invoke)) {
            return ArgumentEffect.LENT;
        }
        return acquisitions.isOfItsKind(invoke, index) ? ArgumentEffect.WRAPPED_UNSEEN : ArgumentEffect.UNSEEN;
    }

    /** What becomes of an argument that a method in sight gives to code that can't be seen. */
    private ArgumentEffect byName(Op.Invoke invoke, int index) {
        if (named(CallNames.Group.CLOSING, invoke.callee().name())) {
            return ArgumentEffect.CLOSED;
        }
        return acquisitions.isOfItsKind(invoke, index) ? ArgumentEffect.WRAPPED_UNSEEN : ArgumentEffect.UNSEEN;
    }

    private static ArgumentEffect effect(Role role) {
        return switch (role) {
            case CLOSES -> ArgumentEffect.CLOSED;
            case KEEP -> ArgumentEffect.KEPT;
            case WRAPS -> ArgumentEffect.WRAPPED;
            default -> ArgumentEffect.LENT;
        };
    }

    private ArgumentEffect merged(Op.Invoke invoke, int index, List<MethodModel> visible) {
        ArgumentEffect best = ArgumentEffect.LENT;
        for (MethodModel target : visible) {
            int parameter = target.parameterOf(index);
            if (target.graph().isPresent() && parameter >= 0) {
                ParameterEffect effect = summaries.of(target).parameters().get(parameter);
                ArgumentEffect mapped =
                        switch (effect) {
                            case LENT -> ArgumentEffect.LENT;
                            case SHOWN ->
                                invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                                        ? ArgumentEffect.WRAPPED_UNSEEN
                                        : ArgumentEffect.UNSEEN;
                            case CLOSED -> ArgumentEffect.CLOSED;
                            case CLOSED_NORMALLY -> ArgumentEffect.CLOSED_NORMALLY;
                            case RETURNED -> ArgumentEffect.WRAPPED;
                            case KEPT ->
                                invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                                        ? ArgumentEffect.WRAPPED
                                        : ArgumentEffect.KEPT;
                        };
                if (mapped != ArgumentEffect.LENT && (mapped != ArgumentEffect.UNSEEN || best == ArgumentEffect.LENT)) {
                    best = mapped;
                }
            }
        }
        return best;
    }

    // result

    private ResultAlias alias(Op.Invoke invoke, List<MethodModel> visible) {
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return ResultAlias.NONE;
        }
        if (!visible.isEmpty()) {
            boolean isFluent = visible.stream()
                    .anyMatch(target -> summaries.of(target).result().isThis());
            return isFluent ? ResultAlias.RECEIVER : ResultAlias.NONE;
        }
        Optional<TypeSpec> spec = ownerSpec(invoke);
        String name = invoke.callee().name();
        if (spec.isPresent() && workspace.catalog().is(spec.get(), Role.FLUENT, name)) {
            return ResultAlias.RECEIVER;
        }
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            if (name.equals("unwrap")) {
                return ResultAlias.RECEIVER;
            }
            return isPart(spec.get(), name) ? ResultAlias.PART : ResultAlias.NONE;
        }
        return ELEMENT_ACCESSORS.contains(name) ? ResultAlias.ELEMENT : ResultAlias.NONE;
    }

    /** Something that is no resource itself but belongs to one, such as the metadata of a connection. */
    private boolean isPart(TypeSpec spec, String name) {
        return workspace
                .catalog()
                .inherited(
                        spec,
                        type -> Optional.ofNullable(type.methods().returns().get(name)))
                .flatMap(workspace.catalog()::type)
                .filter(type -> type.kind().isEmpty())
                .isPresent();
    }

    // fields and exceptions

    private FieldEffects fields(Op.Invoke invoke, List<MethodModel> visible) {
        Callee.Kind kind = invoke.callee().kind();
        if (kind != Callee.Kind.UNQUALIFIED && kind != Callee.Kind.SUPER) {
            return FieldEffects.NONE;
        }
        Set<String> closed = new HashSet<>();
        Map<String, MethodSummary.Opened> opened = new HashMap<>();
        Set<String> within = new HashSet<>();
        for (MethodModel target : visible) {
            FieldEffects effects = summaries.of(target).fields();
            closed.addAll(effects.closed());
            opened.putAll(effects.opened());
            within.addAll(effects.within());
        }
        return new FieldEffects(closed, opened, within);
    }
}
