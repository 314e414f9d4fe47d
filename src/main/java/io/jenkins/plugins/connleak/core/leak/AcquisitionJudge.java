package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Judges what a call opens: by the method itself where it can be seen, else by the catalog, else by names and by
 * evidence in the body (a result that is closed on some path was the caller's to close).
 */
final class AcquisitionJudge extends CallJudge {
    private static final String DATA_SOURCE = "javax.sql.DataSource";

    private static final String CONNECTION = "java.sql.Connection";

    private static final int MAX_COPIES = 4;

    private final IntPredicate released;
    private final UnseenGetters getters;

    AcquisitionJudge(CallJudge body, IntPredicate released) {
        super(body);
        this.released = released;
        this.getters = new UnseenGetters(this);
    }

    /** What a call opens, if it opens something. */
    Optional<Acquired> acquired(Node node, Op.Invoke invoke, List<MethodModel> visible) {
        Optional<Acquired> byHouse = byHouse(node, invoke);
        if (byHouse.isPresent() || !mayOpen(invoke) || shape.stubs().isStub(invoke)) {
            return byHouse;
        }
        Optional<TypeSpec> owner = ownerSpec(invoke);
        String key = catalogKey(invoke);
        if (visible.stream().anyMatch(MethodModel::hasBody) && !isOfTeam(owner, key)) {
            return bySource(invoke, visible);
        }
        if (owner.isPresent()) {
            Optional<AcquisitionSpec> spec = acquisition(owner.get(), key);
            if (spec.isPresent()) {
                String type = spec.get().type();
                ResourceKind kind =
                        workspace.catalog().type(type).flatMap(TypeSpec::kind).orElse(ResourceKind.OTHER);
                int closedWith = spec.get().closedWithReceiver() ? Acquired.RECEIVER : Acquired.ALONE;
                return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, closedWith, isPool(owner.get())));
            }
            boolean isConstructor = invoke.callee().kind() == Callee.Kind.CONSTRUCTOR;
            if ((owner.get().kind().isPresent() && !isConstructor) || isReturned(owner.get(), key)) {
                return Optional.empty();
            }
        }
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR ? byConstruction(invoke) : byEvidence(invoke);
    }

    /** Whether names and written types let the result of a call be something that is opened: most are ruled out by that. */
    private boolean mayOpen(Op.Invoke invoke) {
        Relevance relevance = summaries.relevance();
        if (relevance.mayOpen(invoke) || relevance.mayHandOut(invoke)) {
            return true;
        }
        for (Node node : uses.calls(invoke.target())) {
            if (node.op() instanceof Op.Invoke user && RegisterTypes.tellsConnection(invoke, user)) {
                return true;
            }
        }
        for (int receiver : receivers(invoke)) {
            if (relevance.mayHold(graph.registers().get(receiver), method.owner())
                    || (receiver != invoke.target()
                            && types.definitions(receiver).size() > 1)
                    || (uses.isReturned(receiver)
                            && relevance.mentionsResource(method.signature().returnType(), method.owner()))) {
                return true;
            }
        }
        return false;
    }

    /** An object of a driver, or of another class that can't be seen and is named like a resource and closed near. */
    private Optional<Acquired> byConstruction(Op.Invoke invoke) {
        String type = types.ownerType(invoke);
        if (type.isEmpty() || workspace.type(type).isPresent() || isWrapper(invoke)) {
            return Optional.empty();
        }
        Optional<TypeSpec> spec = workspace.spec(type);
        boolean isOnlyNamedSo =
                spec.filter(known -> known.name().equals(TypeNames.erase(type))).isEmpty();
        if (isOnlyNamedSo) {
            Optional<Acquired> declared = byDeclaration(invoke, type);
            if (declared.isPresent()) {
                return declared;
            }
            // an unseen class that ends in Connection may as well be one of a mail or chat server
            return spec.flatMap(TypeSpec::kind)
                    .map(kind -> new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, true))
                    .or(() -> byTypeName(type))
                    .filter(made -> made.kind() != ResourceKind.CONNECTION && isGivenBack(invoke));
        }
        boolean isOfDriver = workspace.catalog().lineage(spec.orElseThrow()).stream()
                .anyMatch(ancestor -> ancestor.name().equals(CONNECTION));
        return isOfDriver
                ? Optional.of(new Acquired(
                        type,
                        ResourceKind.CONNECTION,
                        isGivenBack(invoke) ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        Acquired.ALONE,
                        false))
                : Optional.empty();
    }

    /** A session of a class that can't be seen, declared as what a library calls a session and named after it. */
    private Optional<Acquired> byDeclaration(Op.Invoke invoke, String type) {
        return receivers(invoke).stream()
                .map(types::of)
                .filter(declared -> !declared.equals(type)
                        && type.endsWith(TypeNames.simple(declared))
                        && kindOf(declared)
                                .filter(kind -> kind == ResourceKind.SESSION)
                                .isPresent())
                .findFirst()
                .map(declared -> new Acquired(
                        declared,
                        ResourceKind.SESSION,
                        isGivenBack(invoke) ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        Acquired.ALONE,
                        false));
    }

    private Optional<Acquired> bySource(Op.Invoke invoke, List<MethodModel> visible) {
        Optional<Acquired> opened = !summaries.relevance().mayOpen(invoke)
                ? Optional.empty()
                : invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                        ? byConstructor(invoke, visible)
                        : byMethods(visible);
        if (opened.isPresent()) {
            return opened.map(found -> found.certainty() == Certainty.POSSIBLE && isGivenBack(invoke)
                            ? found.withCertainty(Certainty.DEFINITE)
                            : found)
                    .map(found -> isClosedWithReceiver(invoke) || isOfStatement(invoke, found)
                            ? found.closedWith(Acquired.RECEIVER)
                            : found);
        }
        if (!mayBeResource(resultType(invoke)) || !isGivenBack(invoke)) {
            return Optional.empty();
        }
        boolean lends =
                visible.stream().anyMatch(target -> summaries.result(target).isLent());
        return lends ? Optional.empty() : byEvidence(invoke);
    }

    /** Whether a team's catalog says what a method opens or lends: that holds even where its code is seen. */
    private boolean isOfTeam(Optional<TypeSpec> owner, String key) {
        return owner.isPresent()
                && workspace.catalog().isOfTeam(owner.get().name())
                && (acquisition(owner.get(), key).isPresent() || isReturned(owner.get(), key));
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

    private boolean isPool(TypeSpec owner) {
        return workspace.catalog().lineage(owner).stream()
                .anyMatch(type -> type.name().equals(DATA_SOURCE));
    }

    /** A result set that a method of a statement opens, whatever the method's name, goes with the statement. */
    private boolean isOfStatement(Op.Invoke invoke, Acquired opened) {
        return opened.kind() == ResourceKind.RESULT_SET
                && invoke.callee().kind() == Callee.Kind.VIRTUAL
                && kindOf(types.ownerType(invoke))
                        .filter(kind -> kind == ResourceKind.STATEMENT)
                        .isPresent();
    }

    private boolean isReturned(TypeSpec owner, String name) {
        return workspace.catalog().lineage(owner).stream()
                .anyMatch(type -> type.methods().returns().containsKey(name));
    }

    private Optional<Acquired> byHouse(Node node, Op.Invoke invoke) {
        if (house.patterns().isEmpty()) {
            return Optional.empty();
        }
        for (Node user : graph.nodes()) {
            if (user.op() instanceof Op.Copy copy && copy.source() == invoke.target()) {
                Register variable = graph.registers().get(copy.target());
                if (house.acquires(node.line(), variable.name()) || house.acquires(user.line(), variable.name())) {
                    String type = types.of(copy.target());
                    ResourceKind kind =
                            workspace.spec(type).flatMap(TypeSpec::kind).orElse(ResourceKind.OTHER);
                    return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, true));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Acquired> byMethods(List<MethodModel> visible) {
        Optional<MethodSummary.Opened> opened = Optional.empty();
        boolean all = true;
        for (MethodModel target : visible) {
            if (target.hasBody()) {
                ResultEffect result = summaries.result(target);
                all &= result.opened().isPresent();
                opened = opened.or(result::opened);
            }
        }
        boolean sure = all;
        return opened.map(found -> new Acquired(
                found.type(),
                found.kind(),
                sure ? found.certainty() : Certainty.POSSIBLE,
                found.closedWith(),
                found.mayBePooled()));
    }

    /** An object whose constructor leaves something open in a field that a method of the class closes. */
    private Optional<Acquired> byConstructor(Op.Invoke invoke, List<MethodModel> visible) {
        for (MethodModel constructor : visible) {
            for (Map.Entry<String, MethodSummary.Opened> opened :
                    new TreeMap<>(summaries.fields(constructor).opened()).entrySet()) {
                TypeModel type = constructor.owner();
                boolean isCloseable = workspace.lineage(type).stream().anyMatch(owner -> owner.methods().stream()
                        .anyMatch(other -> isCloserOf(opened.getKey(), other)));
                boolean isGivenBack = isGivenBack(invoke);
                if (isCloseable && (isGivenBack || isAutoCloseable(type))) {
                    return Optional.of(new Acquired(
                            type.qualifiedName(),
                            opened.getValue().kind(),
                            isGivenBack ? Certainty.DEFINITE : Certainty.POSSIBLE,
                            Acquired.ALONE,
                            false));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isCloserOf(String field, MethodModel other) {
        return !other.is(MethodModel.Trait.PRIVATE)
                && named(CallNames.Group.CLOSING, other.signature().name())
                && summaries.fields(other).closed().contains(field);
    }

    private boolean isAutoCloseable(TypeModel type) {
        return workspace.lineage(type).stream()
                .flatMap(owner -> owner.supertypes().stream())
                .map(TypeNames::simple)
                .anyMatch(name -> name.equals("AutoCloseable") || name.equals("Closeable"));
    }

    /** A call that can't be seen and whose result is used as a resource. */
    private Optional<Acquired> byEvidence(Op.Invoke invoke) {
        String name = invoke.callee().name();
        if (named(CallNames.Group.BORROWING, name)
                || named(CallNames.Group.CLOSING, name)
                || isWrapper(invoke)
                || argumentRole(invoke).filter(role -> role == Role.WRAPS).isPresent()
                || getters.showsElement(invoke)) {
            return Optional.empty();
        }
        String type = resultType(invoke);
        Optional<ResourceKind> kind = kindOf(type);
        if (kind.isEmpty()) {
            return isNamedSo(type) && isGivenBack(invoke) ? byTypeName(type) : Optional.empty();
        }
        boolean child = kind.get() == ResourceKind.STATEMENT || kind.get() == ResourceKind.RESULT_SET;
        Acquired acquired =
                new Acquired(type, kind.get(), Certainty.POSSIBLE, child ? Acquired.RECEIVER : Acquired.ALONE, !child);
        if (isGivenBack(invoke)) {
            return Optional.of(acquired.withCertainty(Certainty.DEFINITE));
        }
        Optional<AcquisitionSpec> namesake = getters.namesake(invoke, type);
        if (namesake.isPresent()) {
            return Optional.of(namesake.get().closedWithReceiver() ? acquired.closedWith(Acquired.RECEIVER) : acquired);
        }
        return named(CallNames.Group.OPENING, name) || getters.isOpening(invoke, kind.get())
                ? Optional.of(acquired)
                : Optional.empty();
    }

    private boolean mayBeResource(String type) {
        return kindOf(type).isPresent() || isNamedSo(type);
    }

    private boolean isNamedSo(String type) {
        String name = TypeNames.simple(type);
        return !name.isEmpty() && workspace.type(type).isEmpty() && named(CallNames.Group.RESOURCES, name);
    }

    /** Something that is closed near, and whose type can't be seen but is named like a database resource. */
    private Optional<Acquired> byTypeName(String type) {
        if (!isNamedSo(type)) {
            return Optional.empty();
        }
        String name = TypeNames.simple(type);
        ResourceKind kind = name.endsWith("Connection")
                ? ResourceKind.CONNECTION
                : name.endsWith("Statement") ? ResourceKind.STATEMENT : ResourceKind.OTHER;
        return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, true));
    }

    private List<Integer> receivers(Op.Invoke invoke) {
        List<Integer> found = new ArrayList<>(List.of(invoke.target()));
        for (int i = 0; i < found.size() && i < 8; i++) {
            for (int target : uses.copies(found.get(i))) {
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
        return receivers.stream().anyMatch(uses::isReturned)
                ? workspace.qualify(method.signature().returnType(), method.owner())
                : "";
    }

    /** Whether the body closes what a call returns, or keeps it in a field that its class closes. */
    boolean isGivenBack(Op.Invoke invoke) {
        List<Integer> receivers = receivers(invoke);
        boolean isMeant = named(CallNames.Group.OPENING, invoke.callee().name())
                || receivers.stream().noneMatch(receiver -> isSurelyOpened(receiver, 0));
        for (int receiver : receivers) {
            Register.Kind kind = graph.registers().get(receiver).kind();
            if (isMeant && released.test(receiver) && kind != Register.Kind.CAPTURED) {
                return true;
            }
            if (kind == Register.Kind.FIELD
                    && isClosedByClass(graph.registers().get(receiver).name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a variable gets something surely opened as well: closing it may be meant for that alone. */
    private boolean isSurelyOpened(int register, int depth) {
        return depth < MAX_COPIES
                && types.definitions(register).stream()
                        .anyMatch(op -> op instanceof Op.Copy copy
                                ? isSurelyOpened(copy.source(), depth + 1)
                                : op instanceof Op.Invoke other
                                        && ownerSpec(other)
                                                .flatMap(owner -> acquisition(
                                                        owner, other.callee().name()))
                                                .isPresent());
    }

    private boolean isClosedByClass(String field) {
        return method.owner().methods().stream()
                .anyMatch(other -> summaries.fields(other).closed().contains(field));
    }

    /** Whether a call returns what it is given or a wrapper of it, as one that makes a result set of a result set does. */
    boolean isOfItsKind(Op.Invoke invoke, int index) {
        Optional<ResourceKind> given = kindOf(types.of(invoke.arguments().get(index)));
        return given.isPresent() && given.equals(kindOf(resultType(invoke)));
    }

    boolean isWrapper(Op.Invoke invoke) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isOfItsKind(invoke, i)) {
                return true;
            }
        }
        return false;
    }
}
