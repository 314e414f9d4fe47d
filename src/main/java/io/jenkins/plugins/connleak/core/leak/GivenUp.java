package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowLimitException;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.UnparsableBodyException;
import io.jenkins.plugins.connleak.core.spec.RunawayPatternException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bodies that could not be analysed to the end, and why. Safe from several threads. */
final class GivenUp {
    private final Map<MethodModel, Problem> problems = new ConcurrentHashMap<>();

    /** Takes note of a body and of what ended its analysis. */
    void add(MethodModel method, Throwable cause) {
        Problem problem = cause instanceof UnparsableBodyException e
                ? e.problems().stream().findFirst().orElseGet(() -> problem(method, cause))
                : problem(method, cause);
        problems.put(method, problem);
    }

    private static Problem problem(MethodModel method, Throwable cause) {
        if (cause instanceof UnparsableBodyException) {
            return problem(Problem.Kind.UNPARSABLE, method, String.valueOf(cause.getMessage()));
        }
        boolean isPattern = cause instanceof RunawayPatternException;
        boolean isLimit = isPattern || cause instanceof FlowLimitException;
        String reason = isPattern
                ? String.valueOf(cause.getMessage())
                : isLimit ? cause.getMessage() + ". Split it." : "an error of connleak: " + cause;
        return problem(isLimit ? Problem.Kind.LIMIT : Problem.Kind.INTERNAL, method, reason);
    }

    private static Problem problem(Problem.Kind kind, MethodModel method, String reason) {
        return new Problem(
                kind,
                method.owner().file().path(),
                method.body().map(MethodBody::line).orElse(0),
                "Method " + method.signature().display() + " was not analysed: " + reason);
    }

    /** Takes note of a body that an earlier analysis could not look at. */
    void add(MethodModel method, Problem problem) {
        problems.put(method, problem);
    }

    /** The bodies and what ended their analysis. */
    Map<MethodModel, Problem> byMethod() {
        return Map.copyOf(problems);
    }

    boolean contains(MethodModel method) {
        return problems.containsKey(method);
    }

    /** Each once, in no order. */
    Collection<Problem> problems() {
        return Set.copyOf(problems.values());
    }
}
