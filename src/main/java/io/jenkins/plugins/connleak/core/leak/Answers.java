package io.jenkins.plugins.connleak.core.leak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that stay the same while a workspace does, each worked out once. Safe from several threads; a question may be
 * worked out while another is.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class Answers<Q, A> {
    private final Map<Q, A> known = new ConcurrentHashMap<>();

    /** Forgets all answers, since what they rest on has changed. */
    void forget() {
        known.clear();
    }

    boolean isKnown(Q question) {
        return known.containsKey(question);
    }

    A of(Q question, Function<Q, A> answering) {
        A answer = known.get(question);
        if (answer == null) {
            answer = answering.apply(question);
            known.put(question, answer);
        }
        return answer;
    }
}
