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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges what a call opens: by the method itself where it can be seen, else by the catalog, else by names and by
 * evidence in the body (a result that is closed on some path was the caller's to close).
 */
final class AcquisitionJudge extends CallJudge {
    private static final String DATA_SOURCE = "javax.sql.DataSource";

    private static final String CONNECTION = "java.sql.Connection";

    private final CallResults results;
    private final UnseenGetters getters;
    private final NamedResources named;

    AcquisitionJudge(CallJudge body, CallResults results) {
        super(body);
        this.results = results;
        this.getters = new UnseenGetters(this, results);
        this.named = new NamedResources(this, results, getters);
    }

    /** What a call opens, if it opens something. */
    Optional<Acquired> acquired(Node node, Op.Invoke invoke, List<MethodModel> visible) {
        Optional<Acquired> byHouse = byHouse(node, invoke);
        return byHouse.isPresent() || !results.mayOpen(invoke) || shape.stubs().isStub(invoke)
                ? byHouse
                : opened(invoke, visible).filter(found -> !results.closesNothing(found.type()));
    }

    private Optional<Acquired> opened(Op.Invoke invoke, List<MethodModel> visible) {
        Optional<TypeSpec> owner = ownerSpec(invoke);
        String key = catalogKey(invoke);
        if (visible.stream().anyMatch(MethodModel::hasBody) && !isOfTeam(owner, key)) {
            return bySource(invoke, visible);
        }
        if (owner.isPresent()) {
            Optional<AcquisitionSpec> spec = acquisition(owner.get(), key);
            if (spec.isPresent() && asksForShutdown(invoke)) {
                return Optional.empty();
            }
            if (spec.isPresent()) {
                String type = spec.get().type();
                ResourceKind kind =
                        workspace.catalog().type(type).flatMap(TypeSpec::kind).orElse(ResourceKind.OTHER);
                int closedWith = spec.get().closedWithReceiver() ? Acquired.RECEIVER : Acquired.ALONE;
                return Optional.of(new Acquired(type, kind, Certainty.DEFINITE, closedWith, isPool(owner.get())));
            }
            boolean isConstructor = invoke.callee().kind() == Callee.Kind.CONSTRUCTOR;
            if (hasRowsInIt(owner.get(), invoke)) {
                return Optional.of(new Acquired(
                        results.resultType(invoke),
                        ResourceKind.RESULT_SET,
                        Certainty.DEFINITE,
                        Acquired.RECEIVER,
                        false));
            }
            boolean makesNone = owner.get().kind().isPresent() && !isConstructor && !isOwnFactory(owner.get(), invoke);
            if (makesNone || isReturned(owner.get(), key)) {
                return Optional.empty();
            }
        }
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR ? byConstruction(invoke) : byEvidence(invoke);
    }

    /** Whether a call is given an address that shuts an embedded database down: it ends with an exception, and opens nothing. */
    private boolean asksForShutdown(Op.Invoke invoke) {
        return invoke.arguments().stream()
                .flatMap(argument -> types.definitions(argument).stream())
                .flatMap(op -> op instanceof Op.Copy copy ? types.definitions(copy.source()).stream() : Stream.of(op))
                .anyMatch(op -> op instanceof Op.Constant constant && constant.value() == Op.Value.SHUTDOWN);
    }

    /** Whether a static method of a resource's own class returns one, as {@code Connection.open(url)} does. */
    private boolean isOwnFactory(TypeSpec owner, Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.STATIC
                && workspace
                        .spec(results.resultType(invoke))
                        .filter(owner::equals)
                        .isPresent();
    }

    /** An object of a driver, or of another class that can't be seen and is named like a resource and closed near. */
    private Optional<Acquired> byConstruction(Op.Invoke invoke) {
        String type = types.ownerType(invoke);
        if (type.isEmpty() || workspace.type(type).isPresent() || results.isWrapper(invoke)) {
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
            return spec.flatMap(TypeSpec::kind)
                    .filter(kind -> results.isGivenBack(invoke))
                    .map(kind -> new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, true))
                    .or(() -> named.made(invoke, type));
        }
        boolean isOfDriver = workspace.catalog().lineage(spec.orElseThrow()).stream()
                .anyMatch(ancestor -> ancestor.name().equals(CONNECTION));
        return isOfDriver
                ? Optional.of(new Acquired(
                        type,
                        ResourceKind.CONNECTION,
                        results.isGivenBack(invoke) ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        Acquired.ALONE,
                        false))
                : Optional.empty();
    }

    /** A session of a class that can't be seen, declared as what a library calls a session and named after it. */
    private Optional<Acquired> byDeclaration(Op.Invoke invoke, String type) {
        return results.receivers(invoke).stream()
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
                        results.isGivenBack(invoke) ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        Acquired.ALONE,
                        false));
    }

    private Optional<Acquired> bySource(Op.Invoke invoke, List<MethodModel> visible) {
        Optional<Acquired> opened = !summaries.relevance().mayOpen(invoke)
                ? Optional.empty()
                : invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                        ? byConstructor(invoke, visible)
                        : byMethods(invoke, visible)
                                .filter(found -> results.isGivenBack(invoke)
                                        || !isOnlyNamedSo(found.type())
                                        || !isOfOtherKind(invoke, found.kind()));
        if (opened.isPresent()) {
            return opened.map(found -> found.certainty() == Certainty.POSSIBLE && results.isGivenBack(invoke)
                            ? found.withCertainty(Certainty.DEFINITE)
                            : found)
                    .map(found -> isClosedWithReceiver(invoke) || isOfStatement(invoke, found)
                            ? found.closedWith(Acquired.RECEIVER)
                            : found);
        }
        if (!mayBeResource(results.resultType(invoke)) || !results.isGivenBack(invoke)) {
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

    /** Whether a call reads a cursor out of a row or a parameter of a statement. */
    private boolean hasRowsInIt(TypeSpec owner, Op.Invoke invoke) {
        return invoke.callee().name().equals("getObject")
                && owner.kind()
                        .filter(kind -> kind == ResourceKind.STATEMENT || kind == ResourceKind.RESULT_SET)
                        .isPresent()
                && kindOf(results.resultType(invoke))
                        .filter(kind -> kind == ResourceKind.RESULT_SET)
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

    private Optional<Acquired> byMethods(Op.Invoke invoke, List<MethodModel> visible) {
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
        if (!sure && results.isOfFew(invoke, visible)) {
            return Optional.empty();
        }
        if (!sure
                && (isOfOthers(invoke, visible) || hasNoCloser(results.resultType(invoke)))
                && !results.isGivenBack(invoke)) {
            return Optional.empty();
        }
        return opened.map(found -> new Acquired(
                found.type(),
                found.kind(),
                sure ? found.certainty() : Certainty.POSSIBLE,
                found.closedWith(),
                found.mayBePooled()));
    }

    /** Whether one of several methods lends what it returns, or none says that it returns a resource: callers can't know. */
    private boolean isOfOthers(Op.Invoke invoke, List<MethodModel> visible) {
        boolean isPromised = ownerSpec(invoke)
                .flatMap(owner -> acquisition(owner, invoke.callee().name()))
                .isPresent();
        return !isPromised
                && (visible.stream().noneMatch(this::maySayIt)
                        || visible.stream()
                                .anyMatch(target -> target.hasBody()
                                        && summaries.result(target).isLent()));
    }

    /** Whether a type of the house offers nothing to close it with: callers of a method that may open one can do nothing. */
    private boolean hasNoCloser(String type) {
        return kindOf(type).isEmpty()
                && workspace
                        .type(TypeNames.erase(type))
                        .filter(model -> workspace.lineage(model).stream()
                                .noneMatch(owner -> isLibraryCloseable(owner)
                                        || owner.methods().stream()
                                                .anyMatch(method -> named(
                                                        CallNames.Group.CLOSING,
                                                        method.signature().name()))))
                        .isPresent();
    }

    private static boolean isLibraryCloseable(TypeModel type) {
        return type.supertypes().stream().map(TypeNames::simple).anyMatch(name -> name.endsWith("Closeable"));
    }

    /** Whether the type that a method says it returns may be that of a resource. */
    private boolean maySayIt(MethodModel target) {
        String type = target.signature().returnType();
        return !type.equals("Object") && !type.equals("java.lang.Object");
    }

    /** An object whose constructor leaves something open in a field that a method of the class closes. */
    private Optional<Acquired> byConstructor(Op.Invoke invoke, List<MethodModel> visible) {
        for (MethodModel constructor : visible) {
            for (Map.Entry<String, MethodSummary.Opened> opened :
                    new TreeMap<>(summaries.fields(constructor).opened()).entrySet()) {
                TypeModel type = constructor.owner();
                boolean isCloseable = workspace.lineage(type).stream().anyMatch(owner -> owner.methods().stream()
                        .anyMatch(other -> isCloserOf(opened.getKey(), other)));
                boolean isGivenBack = results.isGivenBack(invoke);
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
                || results.isWrapper(invoke)
                || argumentRole(invoke).filter(role -> role == Role.WRAPS).isPresent()
                || getters.showsElement(invoke)) {
            return Optional.empty();
        }
        String type = results.resultType(invoke);
        Optional<ResourceKind> kind = kindOf(type);
        if (kind.isEmpty()) {
            return named.handedOut(invoke, type);
        }
        boolean child = kind.get() == ResourceKind.STATEMENT || kind.get() == ResourceKind.RESULT_SET;
        int closedWith = getters.origin(invoke, kind.get()).orElse(child ? Acquired.RECEIVER : Acquired.ALONE);
        Acquired acquired = new Acquired(type, kind.get(), Certainty.POSSIBLE, closedWith, !child);
        if (results.isGivenBack(invoke)) {
            return Optional.of(acquired.withCertainty(Certainty.DEFINITE));
        }
        if (isOnlyNamedSo(type) && isOfOtherKind(invoke, kind.get())) {
            return Optional.empty();
        }
        Optional<AcquisitionSpec> namesake = getters.namesake(invoke, type);
        if (namesake.isPresent()) {
            return Optional.of(namesake.get().closedWithReceiver() ? acquired.closedWith(Acquired.RECEIVER) : acquired);
        }
        return named(CallNames.Group.OPENING, name) || getters.isOpening(invoke, kind.get())
                ? Optional.of(acquired)
                : Optional.empty();
    }

    /** Whether something is only named like a cursor or rows: parsers and machines have cursors too, and lists of rows no next one. */
    private boolean isOfOtherKind(Op.Invoke invoke, ResourceKind kind) {
        return switch (kind) {
            case CURSOR -> !types.isOfAndroid();
            case RESULT_SET -> {
                List<String> calls = results.callsOn(invoke);
                yield !calls.isEmpty() && !calls.contains("next");
            }
            default -> false;
        };
    }

    /** Whether a type is taken for a known one by what its name ends in. */
    private boolean isOnlyNamedSo(String type) {
        return workspace
                .spec(type)
                .filter(known -> !known.name().equals(TypeNames.erase(type)))
                .isPresent();
    }

    private boolean mayBeResource(String type) {
        return kindOf(type).isPresent() || named.isNamedSo(type);
    }
}
