package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Care;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the methods in one round, as one look at a body sees it, and what that asked for: if none of it changes, neither does what comes of the look. */
final class SummaryTable {
    private final Questions questions;
    private final Relevance relevance;
    private final Set<Question> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Sees the answers to these, which do not change while it is in use. */
    SummaryTable(Questions questions, Relevance relevance) {
        this.questions = questions;
        this.relevance = relevance;
    }

    Throwing throwing(MethodModel method) {
        return answer(method, Part.THROWING) instanceof Throwing known
                ? known
                : MethodSummary.unknown(method.signature());
    }

    ResultEffect result(MethodModel method) {
        return answer(method, Part.RESULT) instanceof ResultEffect known ? known : ResultEffect.UNKNOWN;
    }

    FieldEffects fields(MethodModel method) {
        return answer(method, Part.FIELDS) instanceof FieldEffects known ? known : FieldEffects.NONE;
    }

    Care care(MethodModel method) {
        return answer(method, Part.CARE) instanceof Care known ? known : Care.NONE;
    }

    ParameterEffect parameter(MethodModel method, int index) {
        boolean isSeen = method.hasBody();
        return isSeen && answer(questions.ofParameter(method, index)) instanceof ParameterEffect known
                ? known
                : ParameterEffect.LENT;
    }

    private @Nullable MethodSummary answer(MethodModel method, Part part) {
        return !method.hasBody() ? null : answer(questions.of(method, part));
    }

    private @Nullable MethodSummary answer(Question question) {
        asked.add(question);
        return question.answer();
    }

    /** What is known by names alone. */
    Relevance relevance() {
        return relevance;
    }

    /** What was asked for. */
    Set<Question> asked() {
        return asked;
    }
}
