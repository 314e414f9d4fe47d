package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the methods in one round, as one look at a body sees it, and what that asked for: if none of it changes, neither does what comes of the look. */
final class SummaryTable {
    private final Map<Question, MethodSummary> answers;
    private final Relevance relevance;
    private final Set<Question> asked = new HashSet<>();

    /** Sees these answers, which do not change while it is in use. */
    SummaryTable(Map<Question, MethodSummary> answers, Relevance relevance) {
        this.answers = answers;
        this.relevance = relevance;
    }

    Throwing throwing(MethodModel method) {
        return answer(new Question(method, Part.THROWING)) instanceof Throwing known
                ? known
                : MethodSummary.unknown(method.signature());
    }

    ResultEffect result(MethodModel method) {
        return answer(new Question(method, Part.RESULT)) instanceof ResultEffect known ? known : ResultEffect.UNKNOWN;
    }

    FieldEffects fields(MethodModel method) {
        return answer(new Question(method, Part.FIELDS)) instanceof FieldEffects known ? known : FieldEffects.NONE;
    }

    ParameterEffect parameter(MethodModel method, int index) {
        return answer(new Question(method, Part.PARAMETER, index)) instanceof ParameterEffect known
                ? known
                : ParameterEffect.LENT;
    }

    private @Nullable MethodSummary answer(Question question) {
        if (question.method().graph().isEmpty()) {
            return null;
        }
        asked.add(question);
        return answers.get(question);
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
