package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that can be asked of methods, made when it is asked for first. Safe from several threads. */
final class Questions {
    private static final int PARTS = Part.PARAMETER.ordinal();

    private final Map<MethodModel, Question[]> all = new ConcurrentHashMap<>();
    private final Earlier earlier;

    /** What was known before anybody asked. */
    interface Earlier {
        /** Nothing. */
        Earlier NOTHING = (method, questions) -> {};

        /** Puts answers that are known into the questions about a method, which nobody has seen yet. */
        void answer(MethodModel method, List<Question> questions);
    }

    Questions() {
        this(Earlier.NOTHING);
    }

    Questions(Earlier earlier) {
        this.earlier = earlier;
    }

    /** What is asked about the method as a whole. */
    Question of(MethodModel method, Part part) {
        return all(method)[part.ordinal()];
    }

    /** What becomes of a parameter. */
    Question ofParameter(MethodModel method, int index) {
        return all(method)[PARTS + index];
    }

    /** The question with that part and parameter. */
    Question of(MethodModel method, Part part, int parameter) {
        return part == Part.PARAMETER ? ofParameter(method, parameter) : of(method, part);
    }

    /** Those that have an answer. */
    List<Question> answered() {
        return all.values().stream()
                .flatMap(Arrays::stream)
                .filter(question -> !question.isOpen())
                .toList();
    }

    /** The answer to what is asked about the method as a whole; null if it is open or nobody asked. */
    @Nullable
    MethodSummary answer(MethodModel method, Part part) {
        Question[] known = all.get(method);
        return known == null ? null : known[part.ordinal()].answer();
    }

    private Question[] all(MethodModel method) {
        Question[] known = all.get(method);
        return known != null ? known : all.computeIfAbsent(method, this::make);
    }

    private Question[] make(MethodModel method) {
        int parameters = method.signature().parameterTypes().size();
        Question[] made = new Question[PARTS + parameters];
        for (Part part : Part.values()) {
            if (part != Part.PARAMETER) {
                made[part.ordinal()] = new Question(method, part, 0);
            }
        }
        for (int i = 0; i < parameters; i++) {
            made[PARTS + i] = new Question(method, Part.PARAMETER, i);
        }
        earlier.answer(method, List.of(made));
        return made;
    }
}
