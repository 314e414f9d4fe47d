package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that can be asked of methods, made when it is asked for first. Safe from several threads. */
final class Questions {
    private static final int PARTS = Part.PARAMETER.ordinal();

    private final Map<MethodModel, Question[]> all = new ConcurrentHashMap<>();

    /** What is asked about the method as a whole. */
    Question of(MethodModel method, Part part) {
        return all(method)[part.ordinal()];
    }

    /** What becomes of a parameter. */
    Question ofParameter(MethodModel method, int index) {
        return all(method)[PARTS + index];
    }

    private Question[] all(MethodModel method) {
        Question[] known = all.get(method);
        return known != null ? known : all.computeIfAbsent(method, Questions::make);
    }

    private static Question[] make(MethodModel method) {
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
        return made;
    }
}
