package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges what calls do to what they are given: by the method itself where it can be seen, else by the catalog, else by names. */
final class ArgumentJudge extends CallJudge {
    private static final Set<String> EXECUTES = Set.of("execute", "submit", "schedule", "invokeLater", "start");
    private static final Set<String> RUNS = Set.of("run", "call");
    private static final Pattern GIVES = Pattern.compile("(start|begin|open|new|create)([A-Z].*)?");
    private static final Pattern TAKES_BACK = Pattern.compile("(end|finish|complete)([A-Z].*)?");

    private final RiskJudge risks;
    private final CallResults results;

    ArgumentJudge(CallJudge body, RiskJudge risks, CallResults results) {
        super(body);
        this.risks = risks;
        this.results = results;
    }

    /** What a call does to the argument of that index, the team's lines aside. */
    ArgumentEffect of(Op.Invoke invoke, int index) {
        List<MethodModel> visible = types.visible(invoke);
        boolean seen = visible.stream().anyMatch(MethodModel::hasBody);
        if (!seen || ownerSpec(invoke).filter(this::isOfTeam).isPresent()) {
            Optional<Role> role = argumentRole(invoke);
            if (role.isPresent()) {
                return effect(role.get());
            }
        }
        if (seen) {
            ArgumentEffect effect = merged(invoke, index, visible);
            if ((effect == ArgumentEffect.LENT || effect == ArgumentEffect.UNSEEN) && isTakenBack(invoke, index)) {
                return ArgumentEffect.CLOSED;
            }
            return effect == ArgumentEffect.UNSEEN ? byName(invoke, index) : effect;
        }
        Callee callee = invoke.callee();
        if (isRun(invoke, index)) {
            return ArgumentEffect.KEPT;
        }
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
        if (callee.kind() != Callee.Kind.STATIC
                && named(CallNames.Group.COLLECTING, callee.name())
                && !isFilled(invoke, index)) {
            return ArgumentEffect.COLLECTED;
        }
        if (named(CallNames.Group.WRAPPING, callee.name())) {
            return ArgumentEffect.WRAPPED;
        }
        if (risks.isQuietScope(invoke)) {
            return ArgumentEffect.LENT;
        }
        return results.isOfItsKind(invoke, index) ? ArgumentEffect.WRAPPED_UNSEEN : ArgumentEffect.UNSEEN;
    }

    /** Whether a thread or an executor is given an object to run that closes what it holds when it runs. */
    private boolean isRun(Op.Invoke invoke, int index) {
        Callee callee = invoke.callee();
        boolean runs = callee.kind() == Callee.Kind.CONSTRUCTOR
                ? TypeNames.simple(callee.name()).equals("Thread")
                : callee.kind() == Callee.Kind.VIRTUAL && EXECUTES.contains(callee.name());
        return runs
                && workspace.type(TypeNames.erase(types.of(invoke.arguments().get(index)))).stream()
                        .flatMap(type -> workspace.lineage(type).stream())
                        .flatMap(type -> type.methods().stream())
                        .anyMatch(method -> RUNS.contains(method.signature().name())
                                && method.hasBody()
                                && !summaries.fields(method).closed().isEmpty());
    }

    /**
     * Whether an object of the house that can't be closed itself goes back to whom it came from, as in {@code
     * database.end(transaction)} after {@code database.start()}: what is in it may have been closed before.
     */
    private boolean isTakenBack(Op.Invoke invoke, int index) {
        int given = invoke.arguments().get(index);
        String name = invoke.callee().name();
        return (name.startsWith("end") || name.startsWith("finish") || name.startsWith("complete"))
                && TAKES_BACK.matcher(name).matches()
                && workspace
                        .type(TypeNames.erase(types.of(given)))
                        .filter(type -> workspace.methods(type, "close", 0).isEmpty())
                        .isPresent()
                && types.definitions(given).stream()
                        .flatMap(op ->
                                op instanceof Op.Copy copy ? types.definitions(copy.source()).stream() : Stream.of(op))
                        .anyMatch(op -> op instanceof Op.Invoke opener
                                && opener.callee().kind() == invoke.callee().kind()
                                && opener.receiver() == invoke.receiver()
                                && GIVES.matcher(opener.callee().name()).matches());
    }

    /** Whether a call sets something in what it is given, as {@code setParameters(statement, values)} does. */
    private static boolean isFilled(Op.Invoke invoke, int index) {
        return invoke.callee().name().startsWith("set")
                && index < invoke.arguments().size() - 1;
    }

    /** What becomes of an argument that a method in sight gives to code that can't be seen. */
    private ArgumentEffect byName(Op.Invoke invoke, int index) {
        if (named(CallNames.Group.CLOSING, invoke.callee().name())) {
            return ArgumentEffect.CLOSED;
        }
        return results.isOfItsKind(invoke, index) ? ArgumentEffect.WRAPPED_UNSEEN : ArgumentEffect.UNSEEN;
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
            if (target.hasBody() && parameter >= 0) {
                ParameterEffect effect = summaries.parameter(target, parameter);
                ArgumentEffect mapped =
                        switch (effect) {
                            case LENT -> ArgumentEffect.LENT;
                            case SHOWN ->
                                invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                                        ? ArgumentEffect.WRAPPED_UNSEEN
                                        : ArgumentEffect.UNSEEN;
                            case CLOSED -> ArgumentEffect.CLOSED;
                            case CLOSED_NORMALLY -> ArgumentEffect.CLOSED_NORMALLY;
                            case CLOSED_ALONE -> ArgumentEffect.CLOSED_ALONE;
                            case RETURNED -> ArgumentEffect.WRAPPED;
                            case KEPT_BY_OTHERS -> ArgumentEffect.KEPT;
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
}
