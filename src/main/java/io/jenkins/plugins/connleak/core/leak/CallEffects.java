package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ResultAlias;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.util.BitSet;
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
    private static final String ASKS_CLOSED = "isClosed";
    private static final Set<String> ASK_OPEN = Set.of("isOpen", "isLive", "isConnected");

    private static final int MAX_COPIES = 3;

    private final CallResults results;
    private final AcquisitionJudge acquisitions;
    private final RiskJudge risks;
    private final ArgumentJudge arguments;
    private final @Nullable CallEffect[] effects;
    private final Map<Integer, Boolean> released = new HashMap<>();

    CallEffects(Workspace workspace, SummaryTable summaries, MethodModel method, BodyShapes.Shape shape) {
        super(workspace, summaries, method, shape);
        this.effects = new CallEffect[graph.nodes().size()];
        this.risks = new RiskJudge(this);
        this.results = new CallResults(this, this::isReleased);
        this.acquisitions = new AcquisitionJudge(this, results);
        this.arguments = new ArgumentJudge(this, risks, results);
    }

    /** Whether a call may ask an object whether it is open or closed. */
    static boolean mayAsk(Op.Invoke invoke) {
        return ASKS_CLOSED.equals(invoke.callee().name())
                || ASK_OPEN.contains(invoke.callee().name());
    }

    /** The effect of a node; a node that calls nothing does nothing. */
    CallEffect of(Node node) {
        CallEffect effect = effects[node.id()];
        if (effect == null) {
            effect = node.op() instanceof Op.Invoke invoke
                    ? new CallEffect(invoke.arguments().size(), new NodeJudge(node, invoke))
                    : new CallEffect(0, CallEffect.NOTHING);
            effects[node.id()] = effect;
        }
        return effect;
    }

    /** Whether a call may throw something whose type is known. */
    boolean mayNameException(Op.Invoke invoke) {
        return risks.mayNameException(invoke);
    }

    /** Whether the body closes what a call opens by itself, and not only what it was opened from. */
    boolean isGivenBack(Op.Invoke invoke) {
        return results.isGivenBack(invoke);
    }

    /**
     * Judges all calls at once, so that what following resources may ask for is known to be asked for.
     *
     * @param holders the registers that may hold one of them
     */
    void judgeAll(BitSet holders) {
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                CallEffect effect = of(node);
                effect.fields();
                if (effect.risk().level() != Risk.Level.NONE
                        || (invoke.receiver() >= 0 && holders.get(invoke.receiver()))) {
                    effect.receiver();
                }
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    if (holders.get(invoke.arguments().get(i))) {
                        effect.argument(i);
                    }
                }
            }
        }
    }

    /** Whether something is done with what a register holds. */
    boolean isUsed(int register) {
        return register >= 0
                && (!uses.calls(register).isEmpty() || !uses.copies(register).isEmpty() || uses.isReturned(register));
    }

    // evidence

    /** Whether the body closes on some path what a register holds, under that name or another one. */
    private boolean isReleased(int register) {
        return isReleased(register, 0);
    }

    private boolean isReleased(int register, int copies) {
        Boolean known = released.get(register);
        if (known == null) {
            known = uses.calls(register).stream().anyMatch(node -> releases(node, register));
            released.put(register, known);
        }
        return known
                || (copies < MAX_COPIES
                        && uses.copies(register).stream().anyMatch(target -> isReleased(target, copies + 1)));
    }

    /** Whether a call closes what a register holds, the team's lines aside. */
    private boolean releases(Node node, int register) {
        if (!(node.op() instanceof Op.Invoke invoke)) {
            return false;
        }
        if (invoke.receiver() == register && receiver(invoke) == ReceiverEffect.CLOSES) {
            return true;
        }
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (invoke.arguments().get(i) == register && arguments.of(invoke, i).closesNormally()) {
                return true;
            }
        }
        return false;
    }

    // judgement

    /** The judgement of one call. */
    private final class NodeJudge implements CallEffect.Judge {
        private final Node node;
        private final Op.Invoke invoke;
        private final boolean exits;

        NodeJudge(Node node, Op.Invoke invoke) {
            this.node = node;
            this.invoke = invoke;
            this.exits = isExit(invoke);
        }

        @Override
        public Optional<CallEffect.Acquired> acquired() {
            return exits ? Optional.empty() : acquisitions.acquired(node, invoke, types.visible(invoke));
        }

        @Override
        public ReceiverEffect receiver() {
            if (exits) {
                return ReceiverEffect.NONE;
            }
            boolean closes = invoke.receiver() >= 0 && isReleasedOnLine(node, invoke.receiver());
            return closes ? ReceiverEffect.CLOSES : CallEffects.this.receiver(invoke);
        }

        @Override
        public ArgumentEffect argument(int index) {
            if (exits) {
                return ArgumentEffect.LENT;
            }
            return isReleasedOnLine(node, invoke.arguments().get(index))
                    ? ArgumentEffect.CLOSED
                    : arguments.of(invoke, index);
        }

        @Override
        public ResultAlias result() {
            return exits ? ResultAlias.NONE : alias(invoke, types.visible(invoke));
        }

        @Override
        public FieldEffects fields() {
            return exits ? FieldEffects.NONE : CallEffects.this.fields(invoke, types.visible(invoke));
        }

        @Override
        public Risk risk() {
            return exits ? Risk.EXITS : risks.of(node, invoke);
        }
    }

    /** Whether the team's patterns see what a register holds released on the line. */
    private boolean isReleasedOnLine(Node node, int register) {
        return house.patterns().isPresent()
                && house.releases(node.line(), graph.registers().get(register).name());
    }

    private boolean isExit(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        if (!workspace.mayExit(callee.name())) {
            return false;
        }
        String scope = callee.kind() == Callee.Kind.STATIC ? callee.scope() : types.ownerType(invoke);
        return isExitOf(scope, callee.name())
                || (callee.kind() == Callee.Kind.UNQUALIFIED
                        && types.visible(invoke).isEmpty()
                        && workspace.lineage(method.owner()).stream()
                                .flatMap(type -> type.supertypes().stream())
                                .anyMatch(type -> isExitOf(TypeNames.erase(type), callee.name())));
    }

    private boolean isExitOf(String type, String name) {
        return workspace.catalog().callNames().exits().contains(TypeNames.simple(type) + "." + name);
    }

    // the object it is called on

    private ReceiverEffect receiver(Op.Invoke invoke) {
        String name = invoke.callee().name();
        if (invoke.callee().kind() == Callee.Kind.IMPLICIT_CLOSE) {
            return ReceiverEffect.CLOSES;
        }
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return ReceiverEffect.NONE;
        }
        if (name.equals(ASKS_CLOSED)) {
            return ReceiverEffect.ASKS_CLOSED;
        }
        if (ASK_OPEN.contains(name) && invoke.arguments().isEmpty()) {
            return ReceiverEffect.ASKS_OPEN;
        }
        Optional<TypeSpec> spec = ownerSpec(invoke);
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            return isGivenBackByItself(invoke) ? ReceiverEffect.CLOSES : byRole(spec.get(), name);
        }
        if (new ClosureBodies(this).closesWhatItIsGiven(invoke)) {
            return ReceiverEffect.CLOSES;
        }
        boolean closes = name.equals("close")
                || (invoke.arguments().isEmpty() && named(CallNames.Group.CLOSING, name))
                || types.visible(invoke).stream()
                        .anyMatch(target -> !summaries.fields(target).closed().isEmpty());
        return closes ? ReceiverEffect.CLOSES : ReceiverEffect.NONE;
    }

    /** Whether a class of the house that is a library's resource has a method besides that gives its object back to a pool. */
    private boolean isGivenBackByItself(Op.Invoke invoke) {
        return invoke.arguments().isEmpty()
                && named(CallNames.Group.HANDING_BACK, invoke.callee().name())
                && !types.visible(invoke).isEmpty();
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

    // result

    private ResultAlias alias(Op.Invoke invoke, List<MethodModel> visible) {
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return ResultAlias.NONE;
        }
        String name = invoke.callee().name();
        if (name.equals("unwrap") && invoke.arguments().size() == 1) {
            // whatever wrapper it was cast to for that
            return ResultAlias.RECEIVER;
        }
        if (!visible.isEmpty()) {
            return visible.stream().anyMatch(MethodModel::returnsThis) ? ResultAlias.RECEIVER : ResultAlias.NONE;
        }
        Optional<TypeSpec> spec = ownerSpec(invoke);
        if ((spec.isPresent() && workspace.catalog().is(spec.get(), Role.FLUENT, name)) || isHandedOnLater(invoke)) {
            return ResultAlias.RECEIVER;
        }
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            return isPart(spec.get(), name) ? ResultAlias.PART : ResultAlias.NONE;
        }
        return ElementAccess.isNamedSo(name) ? ResultAlias.ELEMENT : ResultAlias.NONE;
    }

    /** Whether a publisher of something is returned as one of the same sort, with more to do when it is there. */
    private boolean isHandedOnLater(Op.Invoke invoke) {
        return (invoke.callee().name().equals("flatMap")
                        || invoke.callee().name().equals("map"))
                && uses.isReturned(invoke.target())
                && summaries.relevance().mentionsResource(method.signature().returnType(), method.owner());
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
            FieldEffects effects = summaries.fields(target);
            closed.addAll(effects.closed());
            opened.putAll(effects.opened());
            within.addAll(effects.within());
        }
        return new FieldEffects(closed, opened, within);
    }
}
