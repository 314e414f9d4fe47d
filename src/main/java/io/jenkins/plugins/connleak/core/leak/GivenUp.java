package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowLimitException;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.spec.RunawayPatternException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bodies that could not be analysed to the end, and why. Safe from several threads. */
final class GivenUp {
    private final Map<MethodModel, Problem> problems = new ConcurrentHashMap<>();

    /** Takes note of a body and of what ended its analysis. */
    void add(MethodModel method, Throwable cause) {
        boolean isPattern = cause instanceof RunawayPatternException;
        boolean isLimit = isPattern || cause instanceof FlowLimitException;
        int line = method.body().map(MethodBody::line).orElse(0);
        String reason = isPattern
                ? String.valueOf(cause.getMessage())
                : isLimit ? cause.getMessage() + ". Split it." : "an error of connleak: " + cause;
        problems.put(
                method,
                new Problem(
                        isLimit ? Problem.Kind.LIMIT : Problem.Kind.INTERNAL,
                        method.owner().file().path(),
                        line,
                        "Method " + method.signature().display() + " was not analysed: " + reason));
    }

    boolean contains(MethodModel method) {
        return problems.containsKey(method);
    }

    Collection<Problem> problems() {
        return List.copyOf(problems.values());
    }
}
