package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Acquired;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is opened of classes that neither the catalog knows nor the workspace shows, told by their names: one that is
 * named like a resource is one where it is closed near, or where its package or name says that it is of a database.
 */
final class NamedResources extends CallJudge {
    /** What opens a connection or a statement; others that open things find or make descriptions of connections too. */
    private static final Pattern OPENS =
            Pattern.compile("(open|acquire|connect|checkout|borrow|obtain|allocate|prepare|exec|execute)([A-Z].*)?");

    private final CallResults results;
    private final UnseenGetters getters;

    NamedResources(CallJudge body, CallResults results, UnseenGetters getters) {
        super(body);
        this.results = results;
        this.getters = getters;
    }

    /** Whether a class that can't be seen is named like a resource. */
    boolean isNamedSo(String type) {
        String name = TypeNames.simple(type);
        return !name.isEmpty() && workspace.type(type).isEmpty() && named(CallNames.Group.RESOURCES, name);
    }

    /** What a constructor makes, if that is named like a resource. */
    Optional<Acquired> made(Op.Invoke invoke, String type) {
        if (!isNamedSo(type)) {
            return Optional.empty();
        }
        Acquired made = resource(type);
        // one that ends in Connection may as well be of a mail or chat server
        boolean isOfDatabase = isOfDatabase(type);
        if (results.isGivenBack(invoke)) {
            return Optional.of(made).filter(each -> each.kind() != ResourceKind.CONNECTION || isOfDatabase);
        }
        return !isMadeOfResource(invoke) && isMeant(invoke, made, isOfDatabase, isUsed(invoke, made))
                ? Optional.of(made.withCertainty(Certainty.POSSIBLE))
                : Optional.empty();
    }

    /** Whether the body does with what a constructor makes what it would do with something open. */
    private boolean isUsed(Op.Invoke invoke, Acquired made) {
        List<String> calls = results.callsOn(invoke);
        return made.kind() == ResourceKind.OTHER
                ? calls.stream().anyMatch(NeverOpen.OPENS_ITSELF::contains)
                : !calls.isEmpty();
    }

    /** What a call hands out, if that is named like a resource. */
    Optional<Acquired> handedOut(Op.Invoke invoke, String type) {
        if (!isNamedSo(type) || isTheOnlyOne(invoke, type)) {
            return Optional.empty();
        }
        Acquired found = resource(type);
        if (results.isGivenBack(invoke)) {
            return Optional.of(found);
        }
        boolean isOpened = found.kind() != ResourceKind.OTHER
                && OPENS.matcher(invoke.callee().name()).matches();
        return isMeant(invoke, found, isOfDatabase(type), isOpened)
                ? Optional.of(found.withCertainty(Certainty.POSSIBLE))
                : Optional.empty();
    }

    /** Whether a class is asked for its only object, which all others use as well. */
    private static boolean isTheOnlyOne(Op.Invoke invoke, String type) {
        return invoke.callee().kind() == Callee.Kind.STATIC
                && UnseenGetters.SINGLETON.matcher(invoke.callee().name()).matches()
                && TypeNames.simple(invoke.callee().scope()).equals(TypeNames.simple(TypeNames.erase(type)));
    }

    /**
     * Whether something that the body does not close is the body's to close: other bodies of the class close such a one,
     * or it is opened here; and nothing that a connection answers is passed on.
     */
    private boolean isMeant(Op.Invoke invoke, Acquired found, boolean isOfDatabase, boolean isOpened) {
        if (found.kind() == ResourceKind.OTHER) {
            return getters.isClosedNearBy(invoke) || (isOfDatabase && isOpened);
        }
        boolean isLikely = isOfDatabase
                ? isOpened || getters.isClosedNearBy(invoke)
                : found.kind() != ResourceKind.CONNECTION && getters.isClosedNearBy(invoke);
        return isLikely && !isPassedOn(invoke);
    }

    /** Whether something that was asked of what a call hands out is given to others. */
    private boolean isPassedOn(Op.Invoke invoke) {
        return results.receivers(invoke).stream()
                .flatMap(receiver -> uses.calls(receiver).stream())
                .map(Node::op)
                .filter(Op.Invoke.class::isInstance)
                .map(Op.Invoke.class::cast)
                .anyMatch(asked -> results.receivers(asked).stream().anyMatch(this::isGivenAway));
    }

    private boolean isGivenAway(int register) {
        return register >= 0
                && !TypeNames.isPlain(types.of(register))
                && (uses.isReturned(register)
                        || graph.registers().get(register).kind() == Register.Kind.FIELD
                        || uses.calls(register).stream()
                                .anyMatch(node -> node.op() instanceof Op.Invoke user
                                        && user.arguments().contains(register)));
    }

    /** Whether a constructor gets a resource, which what it makes then stands for. */
    private boolean isMadeOfResource(Op.Invoke invoke) {
        return invoke.arguments().stream()
                .map(types::of)
                .anyMatch(given -> kindOf(given).isPresent() || isNamedSo(given));
    }

    /** Whether the qualified name of a class says that it is of a database. */
    private boolean isOfDatabase(String type) {
        String name = TypeNames.erase(type);
        FileHeader file = workspace.fileOf(method.owner()).header();
        String qualified = name.indexOf('.') >= 0
                ? name
                : file.imports().stream()
                        .map(FileHeader.Import::name)
                        .filter(imported -> imported.endsWith("." + name))
                        .findFirst()
                        .orElse(file.packageName() + "." + name);
        return named(CallNames.Group.DATABASES, qualified);
    }

    private static Acquired resource(String type) {
        String name = TypeNames.simple(type);
        ResourceKind kind = name.endsWith("Connection")
                ? ResourceKind.CONNECTION
                : name.endsWith("Statement") ? ResourceKind.STATEMENT : ResourceKind.OTHER;
        return new Acquired(type, kind, Certainty.DEFINITE, Acquired.ALONE, true);
    }
}
