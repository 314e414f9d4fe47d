package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Given;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a helper opens from something that it is given, and leaves open: where all callers close what they gave, that
 * closes it as well. The callers that count are those of the same file. A private method has no others; of any other
 * method somebody else may ask less carefully.
 */
final class LeftToCallers {
    /** Methods through which something may be passed on. */
    private static final int MAX_STEPS = 3;

    private final Workspace workspace;
    private final SummaryTable summaries;
    private final BodyFacts facts;
    private final Aliases aliases;
    /** Whether somebody else may call one of the methods that it was passed on by. */
    private boolean isShared;

    LeftToCallers(Workspace workspace, SummaryTable summaries, BodyFacts facts, Aliases aliases) {
        this.workspace = workspace;
        this.summaries = summaries;
        this.facts = facts;
        this.aliases = aliases;
    }

    /** What is left of a result with what the callers do; empty if they close it. */
    Optional<SiteResult> judge(SiteResult result) {
        boolean isAsked = !result.leaks().isEmpty() && isOfJdbc(result) && !facts.isLambda() && !facts.isConstructor();
        OptionalInt owner = isAsked ? owner(result) : OptionalInt.empty();
        if (owner.isEmpty()) {
            return Optional.of(result);
        }
        isShared = false;
        Given end = byCallers(facts.method(), owner.getAsInt(), 0);
        return switch (end.end()) {
            case PASSED_ON, LEFT -> Optional.of(result);
            case HANDED_BACK, CLOSED ->
                isAllOfIt(result) && (end.end() == Given.End.CLOSED || !isLeftToPool(result))
                        ? Optional.empty()
                        : Optional.of(result.withCertainty(Certainty.POSSIBLE));
        };
    }

    /** Other clients keep their owner open as long as something is open on it, or only promise to close it. */
    private static boolean isOfJdbc(SiteResult result) {
        ResourceKind kind = result.site().acquired().kind();
        return kind == ResourceKind.STATEMENT || kind == ResourceKind.RESULT_SET;
    }

    private boolean isAllOfIt(SiteResult result) {
        return !isShared
                && !(isStatement(result)
                        && result.leaks().stream().anyMatch(exit -> exit.state().has(ObligationState.REPEATED)));
    }

    /** A statement that nobody closes may stay open with a connection that goes back to a pool. */
    private static boolean isLeftToPool(SiteResult result) {
        return isStatement(result) && !result.fate().isReleased();
    }

    private static boolean isStatement(SiteResult result) {
        return result.site().acquired().kind() == ResourceKind.STATEMENT;
    }

    /** The parameter whose closing closes what stays open: it, or an element of it. */
    private OptionalInt owner(SiteResult result) {
        if (result.fate().parameter() >= 0) {
            return OptionalInt.of(result.fate().parameter());
        }
        int closedWith = result.site().acquired().closedWith();
        if (!(result.site().node().op() instanceof Op.Invoke invoke) || closedWith == CallEffect.Acquired.ALONE) {
            return OptionalInt.empty();
        }
        int owner = closedWith == CallEffect.Acquired.RECEIVER
                ? invoke.receiver()
                : closedWith < invoke.arguments().size() ? invoke.arguments().get(closedWith) : -1;
        for (int parameter = 0; owner >= 0 && parameter < facts.graph().parameters(); parameter++) {
            if (aliases.names(parameter).get(owner)) {
                return OptionalInt.of(parameter);
            }
        }
        return OptionalInt.empty();
    }

    /** What the callers in sight do about what they give. */
    private Given byCallers(MethodModel method, int parameter, int steps) {
        String key = OwnersGiven.key(method, parameter);
        isShared |= !method.is(Trait.PRIVATE);
        Given all = Given.CLOSED;
        boolean isCalled = false;
        for (MethodModel caller : callers(method)) {
            isShared |= refersTo(caller, method);
            Given given = summaries.care(caller).given().get(key);
            if (given != null) {
                isCalled = true;
                boolean isPassedOn = given.end() == Given.End.PASSED_ON;
                Given end = !isPassedOn
                        ? given
                        : steps < MAX_STEPS ? byCallers(caller, given.parameter(), steps + 1) : Given.LEFT;
                all = all.and(end);
            }
        }
        return isCalled ? all : Given.LEFT;
    }

    /** Whether a body hands the method on for others to call. */
    private static boolean refersTo(MethodModel other, MethodModel method) {
        return other.graph().stream()
                .flatMap(graph -> graph.nodes().stream())
                .anyMatch(node -> node.op() instanceof Op.Closure closure
                        && closure.method().equals(method.signature().name()));
    }

    private List<MethodModel> callers(MethodModel method) {
        String name = method.signature().name();
        return workspace
                .fileOf(method.owner())
                .bodies()
                .filter(other -> other != method
                        && other.body()
                                .filter(body -> body.words().contains(name))
                                .isPresent())
                .toList();
    }
}
