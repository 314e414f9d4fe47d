package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ResultAlias;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
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
final class CallEffects {
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

    private final Workspace workspace;
    private final SummaryTable summaries;
    private final FlowGraph graph;
    private final MethodModel method;
    private final RegisterTypes types;
    private final HouseLines house;
    private final Set<Integer> released = new HashSet<>();
    private final Map<Integer, List<Integer>> copies = new HashMap<>();
    private final @Nullable CallEffect[] effects;

    CallEffects(Workspace workspace, SummaryTable summaries, MethodModel method, FlowGraph graph) {
        this.workspace = workspace;
        this.summaries = summaries;
        this.graph = graph;
        this.method = method;
        this.types = new RegisterTypes(workspace, method.owner(), graph);
        this.house = workspace.fileOf(method.owner()).house();
        this.effects = new CallEffect[graph.nodes().size()];
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Copy copy) {
                copies.computeIfAbsent(copy.source(), key -> new ArrayList<>(1)).add(copy.target());
            }
        }
        collectReleased();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                effects[node.id()] = judge(node, invoke);
            }
        }
    }

    /** Whether a call hands out what the object it is called on contains, as collections, iterators and optionals do. */
    static boolean handsOutElement(Op.Invoke invoke) {
        return invoke.receiver() >= 0
                && ELEMENT_ACCESSORS.contains(invoke.callee().name());
    }

    /** The effect of a node; a node that calls nothing does nothing. */
    CallEffect of(Node node) {
        CallEffect effect = effects[node.id()];
        return effect == null ? CallEffect.NOTHING : effect;
    }

    RegisterTypes types() {
        return types;
    }

    // evidence

    private void collectReleased() {
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                if (receiver(invoke) == ReceiverEffect.CLOSES) {
                    released.add(invoke.receiver());
                }
                List<MethodModel> visible = types.visible(invoke);
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    ArgumentEffect effect = argument(invoke, i, visible);
                    if (effect == ArgumentEffect.CLOSED || effect == ArgumentEffect.CLOSED_NORMALLY) {
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
    }

    private boolean isReleased(int register) {
        return released.contains(register);
    }

    // judgement

    private CallEffect judge(Node node, Op.Invoke invoke) {
        if (isExit(invoke)) {
            return new CallEffect(
                    Optional.empty(), ReceiverEffect.NONE, List.of(), ResultAlias.NONE, Set.of(), Risk.EXITS);
        }
        List<MethodModel> visible = types.visible(invoke);
        List<ArgumentEffect> arguments = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            arguments.add(argument(node, invoke, i, visible));
        }
        ReceiverEffect receiver = receiver(node, invoke);
        return new CallEffect(
                acquired(node, invoke, visible),
                receiver,
                arguments,
                alias(invoke, visible),
                closedFields(invoke, visible),
                risk(invoke, visible));
    }

    private boolean isExit(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        String scope = callee.kind() == Callee.Kind.STATIC ? callee.scope() : types.ownerType(invoke);
        return workspace.catalog().callNames().exits().contains(TypeNames.simple(scope) + "." + callee.name());
    }

    private boolean named(CallNames.Group group, String name) {
        return workspace.catalog().callNames().is(group, name);
    }

    private Optional<TypeSpec> ownerSpec(Op.Invoke invoke) {
        String owner = types.ownerType(invoke);
        return owner.isEmpty() ? Optional.empty() : workspace.spec(owner);
    }

    // the object it is called on

    private ReceiverEffect receiver(Node node, Op.Invoke invoke) {
        if (invoke.receiver() >= 0
                && house.releases(
                        node.line(), graph.registers().get(invoke.receiver()).name())) {
            return ReceiverEffect.CLOSES;
        }
        return receiver(invoke);
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
        Optional<TypeSpec> spec = ownerSpec(invoke);
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            return byRole(spec.get(), name);
        }
        if (ClosureBodies.closesWhatItIsGiven(types, invoke)) {
            return ReceiverEffect.CLOSES;
        }
        boolean closes = name.equals("close") || (invoke.arguments().isEmpty() && named(CallNames.Group.CLOSING, name));
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

    private ArgumentEffect argument(Node node, Op.Invoke invoke, int index, List<MethodModel> visible) {
        String name = graph.registers().get(invoke.arguments().get(index)).name();
        return house.releases(node.line(), name) ? ArgumentEffect.CLOSED : argument(invoke, index, visible);
    }

    private ArgumentEffect argument(Op.Invoke invoke, int index, List<MethodModel> visible) {
        if (!visible.isEmpty()
                && visible.stream().anyMatch(target -> target.graph().isPresent())) {
            return merged(invoke, index, visible);
        }
        Callee callee = invoke.callee();
        if (callee.kind() == Callee.Kind.CONSTRUCTOR || callee.kind() == Callee.Kind.DELEGATION) {
            return ArgumentEffect.WRAPPED_UNSEEN;
        }
        if (named(CallNames.Group.CLOSING, callee.name())) {
            return ArgumentEffect.CLOSED;
        }
        if (callee.kind() == Callee.Kind.VIRTUAL) {
            if (ownerSpec(invoke).filter(spec -> spec.kind().isPresent()).isPresent()) {
                return ArgumentEffect.LENT;
            }
            if (named(CallNames.Group.COLLECTING, callee.name())) {
                return ArgumentEffect.COLLECTED;
            }
        }
        if (named(CallNames.Group.WRAPPING, callee.name())) {
            return ArgumentEffect.WRAPPED;
        }
        if (isQuietScope(invoke)) {
            return ArgumentEffect.LENT;
        }
        return isOfItsKind(invoke, index) ? ArgumentEffect.WRAPPED_UNSEEN : ArgumentEffect.UNSEEN;
    }

    /** Whether a call returns what it is given or a wrapper of it, as one that makes a result set of a result set does. */
    private boolean isOfItsKind(Op.Invoke invoke, int index) {
        Optional<ResourceKind> given = kindOf(types.of(invoke.arguments().get(index)));
        return given.isPresent() && given.equals(kindOf(resultType(invoke)));
    }

    private boolean isWrapper(Op.Invoke invoke) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isOfItsKind(invoke, i)) {
                return true;
            }
        }
        return false;
    }

    private Optional<ResourceKind> kindOf(String type) {
        return type.isEmpty() || TypeNames.isArray(type)
                ? Optional.empty()
                : workspace.spec(type).flatMap(TypeSpec::kind);
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
                            case SHOWN -> ArgumentEffect.UNSEEN;
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
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL || !visible.isEmpty()) {
            return ResultAlias.NONE;
        }
        Optional<TypeSpec> spec = ownerSpec(invoke);
        String name = invoke.callee().name();
        if (spec.isPresent() && spec.get().kind().isPresent()) {
            boolean fluent = workspace.catalog().is(spec.get(), Role.FLUENT, name);
            if (fluent || name.equals("unwrap")) {
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

    private Optional<Acquired> acquired(Node node, Op.Invoke invoke, List<MethodModel> visible) {
        Optional<Acquired> byHouse = byHouse(node, invoke);
        if (byHouse.isPresent()) {
            return byHouse;
        }
        if (visible.stream().anyMatch(target -> target.graph().isPresent())) {
            Optional<Acquired> opened = byMethods(visible);
            if (opened.isPresent()) {
                return opened.map(found -> found.certainty() == Certainty.POSSIBLE && isGivenBack(invoke)
                                ? found.withCertainty(Certainty.DEFINITE)
                                : found)
                        .map(found -> isClosedWithReceiver(invoke) ? found.closedWith(Acquired.RECEIVER) : found);
            }
            boolean lends = visible.stream()
                    .anyMatch(target -> summaries.of(target).result().isLent());
            return lends || !isGivenBack(invoke) ? Optional.empty() : byEvidence(invoke);
        }
        Optional<TypeSpec> owner = ownerSpec(invoke);
        String key = invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                ? "new"
                : invoke.callee().name();
        if (owner.isPresent()) {
            Optional<AcquisitionSpec> spec = acquisition(owner.get(), key);
            if (spec.isPresent()) {
                String type = spec.get().type();
                ResourceKind kind =
                        workspace.catalog().type(type).flatMap(TypeSpec::kind).orElse(ResourceKind.OTHER);
                int closedWith = spec.get().closedWithReceiver() ? Acquired.RECEIVER : Acquired.ALONE;
                return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, closedWith));
            }
            if (owner.get().kind().isPresent() || isReturned(owner.get(), key)) {
                return Optional.empty();
            }
        }
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR ? Optional.empty() : byEvidence(invoke);
    }

    private Optional<AcquisitionSpec> acquisition(TypeSpec owner, String key) {
        return workspace
                .catalog()
                .inherited(
                        owner,
                        type -> Optional.ofNullable(type.methods().acquire().get(key)));
    }

    /** A class of the workspace that implements a library's type keeps its promise to close what it opened. */
    private boolean isClosedWithReceiver(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.VIRTUAL
                && ownerSpec(invoke)
                        .flatMap(owner -> acquisition(owner, invoke.callee().name()))
                        .filter(AcquisitionSpec::closedWithReceiver)
                        .isPresent();
    }

    private boolean isReturned(TypeSpec owner, String name) {
        return workspace.catalog().lineage(owner).stream()
                .anyMatch(type -> type.methods().returns().containsKey(name));
    }

    private Optional<Acquired> byHouse(Node node, Op.Invoke invoke) {
        for (Node user : graph.nodes()) {
            if (user.op() instanceof Op.Copy copy && copy.source() == invoke.target()) {
                Register variable = graph.registers().get(copy.target());
                if (house.acquires(node.line(), variable.name()) || house.acquires(user.line(), variable.name())) {
                    String type = types.of(copy.target());
                    ResourceKind kind =
                            workspace.spec(type).flatMap(TypeSpec::kind).orElse(ResourceKind.OTHER);
                    return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Acquired> byMethods(List<MethodModel> visible) {
        Optional<MethodSummary.Opened> opened = Optional.empty();
        boolean all = true;
        for (MethodModel target : visible) {
            if (target.graph().isPresent()) {
                MethodSummary summary = summaries.of(target);
                all &= summary.result().opened().isPresent();
                opened = opened.or(() -> summary.result().opened());
            }
        }
        boolean sure = all;
        return opened.map(found -> new Acquired(
                found.type(), found.kind(), sure ? found.certainty() : Certainty.POSSIBLE, found.closedWith()));
    }

    /** A call that can't be seen and whose result is used as a resource. */
    private Optional<Acquired> byEvidence(Op.Invoke invoke) {
        String name = invoke.callee().name();
        if (named(CallNames.Group.BORROWING, name) || named(CallNames.Group.CLOSING, name) || isWrapper(invoke)) {
            return Optional.empty();
        }
        String type = resultType(invoke);
        Optional<ResourceKind> kind = kindOf(type);
        if (kind.isEmpty()) {
            return isGivenBack(invoke) ? byTypeName(type) : Optional.empty();
        }
        boolean child = kind.get() == ResourceKind.STATEMENT || kind.get() == ResourceKind.RESULT_SET;
        Acquired acquired =
                new Acquired(type, kind.get(), Certainty.POSSIBLE, child ? Acquired.RECEIVER : Acquired.ALONE);
        if (isGivenBack(invoke)) {
            return Optional.of(acquired.withCertainty(Certainty.DEFINITE));
        }
        return named(CallNames.Group.OPENING, name) || isSource(invoke, kind.get())
                ? Optional.of(acquired)
                : Optional.empty();
    }

    /** Something that is closed near, and whose type can't be seen but is named like a database resource. */
    private Optional<Acquired> byTypeName(String type) {
        String name = TypeNames.simple(type);
        if (name.isEmpty() || workspace.type(type).isPresent() || !named(CallNames.Group.RESOURCES, name)) {
            return Optional.empty();
        }
        ResourceKind kind = name.endsWith("Connection")
                ? ResourceKind.CONNECTION
                : name.endsWith("Statement") ? ResourceKind.STATEMENT : ResourceKind.OTHER;
        return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE));
    }

    /** Whether a getter is one that hands out something new: of a pool, a factory or a helper class. */
    private boolean isSource(Op.Invoke invoke, ResourceKind kind) {
        if (kind != ResourceKind.CONNECTION || !invoke.callee().name().startsWith("get")) {
            return false;
        }
        if (invoke.callee().kind() == Callee.Kind.STATIC) {
            return true;
        }
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return false;
        }
        String type = TypeNames.simple(types.ownerType(invoke));
        return named(
                CallNames.Group.SOURCES,
                type.isEmpty() ? graph.registers().get(invoke.receiver()).name() : type);
    }

    private List<Integer> receivers(Op.Invoke invoke) {
        List<Integer> found = new ArrayList<>(List.of(invoke.target()));
        for (int i = 0; i < found.size() && i < 8; i++) {
            for (int target : copies.getOrDefault(found.get(i), List.of())) {
                if (!found.contains(target)) {
                    found.add(target);
                }
            }
        }
        return found;
    }

    /** The type of what a call returns: its own, that of the variable it goes to, or that of the method that returns it. */
    private String resultType(Op.Invoke invoke) {
        String type = types.of(invoke.target());
        if (!type.isEmpty()) {
            return type;
        }
        List<Integer> receivers = receivers(invoke);
        for (int receiver : receivers) {
            if (!types.of(receiver).isEmpty()) {
                return types.of(receiver);
            }
        }
        boolean returned = graph.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Return result && receivers.contains(result.source()));
        return returned ? workspace.qualify(method.signature().returnType(), method.owner()) : "";
    }

    /** Whether the body closes what a call returns, or keeps it in a field that its class closes. */
    private boolean isGivenBack(Op.Invoke invoke) {
        for (int receiver : receivers(invoke)) {
            Register.Kind kind = graph.registers().get(receiver).kind();
            if (isReleased(receiver) && kind != Register.Kind.CAPTURED) {
                return true;
            }
            if (kind == Register.Kind.FIELD
                    && isClosedByClass(graph.registers().get(receiver).name())) {
                return true;
            }
        }
        return false;
    }

    private boolean isClosedByClass(String field) {
        return method.owner().methods().stream()
                .anyMatch(other -> summaries.of(other).closedFields().contains(field));
    }

    // fields and exceptions

    private Set<String> closedFields(Op.Invoke invoke, List<MethodModel> visible) {
        Callee.Kind kind = invoke.callee().kind();
        if (kind != Callee.Kind.UNQUALIFIED && kind != Callee.Kind.SUPER) {
            return Set.of();
        }
        Set<String> fields = new HashSet<>();
        visible.forEach(target -> fields.addAll(summaries.of(target).closedFields()));
        return fields;
    }

    private Risk risk(Op.Invoke invoke, List<MethodModel> visible) {
        for (MethodModel target : visible) {
            if (!target.signature().thrown().isEmpty()) {
                boolean always = summaries.of(target).throwing() == MethodSummary.Throwing.ALWAYS;
                return new Risk(
                        always ? Risk.Level.ALWAYS : Risk.Level.LOUD,
                        TypeNames.simple(target.signature().thrown().get(0)));
            }
            if (summaries.of(target).throwing() == MethodSummary.Throwing.ALWAYS) {
                return new Risk(Risk.Level.ALWAYS, "RuntimeException");
            }
            if (summaries.of(target).throwing() == MethodSummary.Throwing.LOUD) {
                return new Risk(Risk.Level.LOUD, ExceptionTypes.UNKNOWN);
            }
        }
        if (!visible.isEmpty()) {
            return Risk.NONE;
        }
        String name = invoke.callee().name();
        Optional<TypeSpec> spec = ownerSpec(invoke);
        if (spec.isPresent()) {
            boolean quiet = workspace.catalog().is(spec.get(), Role.QUIET, name);
            return quiet || name.equals("isClosed")
                    ? Risk.NONE
                    : spec.get().thrown().isEmpty()
                            ? Risk.UNSEEN
                            : new Risk(Risk.Level.LOUD, spec.get().thrown());
        }
        return isQuiet(invoke) ? Risk.NONE : Risk.UNSEEN;
    }

    private boolean isQuiet(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        return callee.kind() == Callee.Kind.CONSTRUCTOR
                || callee.kind() == Callee.Kind.DELEGATION
                || callee.kind() == Callee.Kind.IMPLICIT_CLOSE
                || named(CallNames.Group.QUIET, callee.name())
                || named(CallNames.Group.WRAPPING, callee.name())
                || isQuietScope(invoke)
                || isAccessor(callee.name());
    }

    /** Whether the object or type that a method is called on is one that neither throws nor keeps anything, such as a logger. */
    private boolean isQuietScope(Op.Invoke invoke) {
        String scope = invoke.receiver() >= 0
                ? graph.registers().get(invoke.receiver()).name()
                : invoke.callee().scope();
        return named(CallNames.Group.QUIET_SCOPES, scope)
                || named(CallNames.Group.QUIET_SCOPES, TypeNames.simple(types.ownerType(invoke)))
                || isStandardStream(invoke.receiver());
    }

    private boolean isStandardStream(int register) {
        return types.definitions(register).stream()
                .anyMatch(op -> op instanceof Op.Load load
                        && load.base() < 0
                        && (load.name().equals("out") || load.name().equals("err")));
    }

    private static boolean isAccessor(String name) {
        for (String prefix : List.of("get", "is", "has", "set")) {
            if (name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return true;
            }
        }
        return false;
    }
}
