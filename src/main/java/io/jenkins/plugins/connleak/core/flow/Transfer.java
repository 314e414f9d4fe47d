package io.jenkins.plugins.connleak.core.flow;

import java.util.List;
import java.util.Optional;

/**
 * What an analysis makes of each step.
 *
 * @param <S> its state: immutable, with equals and hashCode
 */
public interface Transfer<S> {
    /** The state at the entry. */
    S initial();

    /** The state behind a node on the normal way; empty if the flow does not go on there. */
    Optional<S> normal(Node node, S state);

    /** The exceptions that a node may throw, each with its state; the state knows its exception for a later rethrow. */
    List<Thrown<S>> thrown(Node node, S state);

    /** Whether a handler of these types takes that exception. */
    ExceptionMatch match(String exception, List<String> handlerTypes);

    /** The state when a condition holds; empty if it can't. */
    Optional<S> assume(Condition condition, S state);

    /** The state with less in it, when there are too many at one node. */
    S widen(S state, Detail detail);

    /** How much a widened state keeps. */
    enum Detail {
        /** What decides whether something that matters is reached. */
        DECISIVE,
        /** As little as possible. */
        LEAST
    }

    /**
     * An exception on its way.
     *
     * @param type simple name of its type
     * @param state the state with which it leaves the node
     * @param <S> the analysis' state
     */
    record Thrown<S>(String type, S state) {}
}
