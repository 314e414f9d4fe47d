package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The questions of an analysis that was kept, asked of the methods that there are now. Each has a number. */
final class EarlierAnswers {
    private static final int NONE = -1;

    private final SavedAnalysis saved;
    private final SavedGraph graph;
    private final EarlierMethods methods;
    /** For each method the first of its questions, and for each question the next of the same method. */
    private final int[] first;

    private final int[] next;

    /**
     * Questions and who answers them.
     *
     * @param saved what was kept
     * @param methods the methods that were asked about
     */
    EarlierAnswers(SavedAnalysis saved, EarlierMethods methods) {
        this.saved = saved;
        this.graph = new SavedGraph(saved.inquiry().asked());
        this.methods = methods;
        this.first = new int[methods.count()];
        this.next = new int[count()];
        Arrays.fill(first, NONE);
        for (int question = count() - 1; question >= 0; question--) {
            int method = methodOf(question);
            next[question] = first[method];
            first[method] = question;
        }
    }

    /** The number of questions. */
    int count() {
        return saved.inquiry().answerOf().length;
    }

    private int methodOf(int question) {
        return saved.inquiry().questions()[question * SavedAnalysis.TRIPLE];
    }

    private int partOf(int question) {
        return saved.inquiry().questions()[question * SavedAnalysis.TRIPLE + 1];
    }

    private int parameterOf(int question) {
        return saved.inquiry().questions()[question * SavedAnalysis.TRIPLE + 2];
    }

    private MethodSummary answer(int question) {
        return saved.inquiry().answers().get(saved.inquiry().answerOf()[question]);
    }

    /** The number of a question; -1 if it was not asked then. */
    private int number(Question question) {
        int method = methods.number(question.method());
        int found = method == NONE ? NONE : first[method];
        while (found != NONE
                && (partOf(found) != question.part().ordinal() || parameterOf(found) != question.parameter())) {
            found = next[found];
        }
        return found;
    }

    /**
     * The questions about methods of files that have changed or are gone, and about these.
     *
     * @param same methods of files that have changed about which there is nothing to ask
     */
    BitSet about(Collection<MethodModel> touched, Set<MethodModel> same) {
        BitSet found = new BitSet();
        methods.ofChanged(method -> {
            MethodModel now = methods.method(method);
            if (now == null || !same.contains(now)) {
                add(method, found);
            }
        });
        for (MethodModel method : touched) {
            int number = methods.number(method);
            if (number != NONE) {
                add(number, found);
            }
        }
        return found;
    }

    private void add(int method, BitSet found) {
        for (int question = first[method]; question != NONE; question = next[question]) {
            found.set(question);
        }
    }

    /** With those that rest on these and on which these rest: what goes in a circle is answered as a whole. */
    BitSet withCircles(BitSet questions) {
        BitSet all = graph.between(questions, questions);
        all.or(questions);
        return all;
    }

    /** What is known already of all questions but these. */
    Questions questions(BitSet except) {
        return new Questions((method, made) -> {
            if (methods.number(method) != NONE) {
                for (Question question : made) {
                    int number = number(question);
                    if (number != NONE && !except.get(number)) {
                        question.preset(answer(number));
                    }
                }
            }
        });
    }

    /** The path of the file that a question was about. */
    String path(int question) {
        return methods.path(methodOf(question));
    }

    /** The question with that number, if its method is still there. */
    private @Nullable Question question(Questions questions, int number) {
        MethodModel method = methods.method(methodOf(number));
        Part part = Part.values()[partOf(number)];
        return method == null || !method.hasBody() ? null : questions.of(method, part, parameterOf(number));
    }

    /** The questions of that number that can still be asked. */
    List<Question> of(BitSet asked, Questions questions) {
        List<Question> found = new ArrayList<>();
        asked.stream().forEach(number -> {
            Question question = question(questions, number);
            if (question != null) {
                found.add(question);
            }
        });
        return found;
    }

    /** Which questions have another answer now, or can't be asked any more: of those asked again, and of any other that came up. */
    BitSet changed(Questions questions, BitSet asked) {
        BitSet changed = new BitSet();
        asked.stream().forEach(number -> {
            Question question = question(questions, number);
            changed.set(number, question == null || !answer(number).equals(question.answer()));
        });
        for (Question question : questions.answered()) {
            int number = question.isPreset() ? NONE : number(question);
            if (number != NONE && !answer(number).equals(question.answer())) {
                changed.set(number);
            }
        }
        return changed;
    }

    BitSet readers(BitSet changed) {
        return graph.readers(changed);
    }

    /** Those that are in a circle with what was asked again, by way of something that was not asked for before. */
    BitSet inNewCircles(Questions questions, BitSet asked) {
        BitSet added = new BitSet();
        asked.stream().forEach(number -> {
            Question question = question(questions, number);
            if (question != null) {
                for (Question each : question.asked()) {
                    int other = number(each);
                    if (other != NONE && !asked.get(other) && !graph.asks(number, other)) {
                        added.set(other);
                    }
                }
            }
        });
        return added.isEmpty() ? added : graph.between(added, asked);
    }

    /** The bodies that were followed, by the numbers of their methods; without those that are gone. */
    Map<Integer, SavedAnalysis.Followed> followed() {
        Map<Integer, SavedAnalysis.Followed> found = new LinkedHashMap<>();
        for (SavedAnalysis.Followed each : saved.outcome().followed()) {
            if (!methods.isOfChanged(each.method()) || methods.method(each.method()) != null) {
                found.put(each.method(), each);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /** Whether a method was asked whether it owes something. */
    boolean wasAskedForDuties(MethodModel method) {
        int number = methods.number(method);
        for (int question = number == NONE ? NONE : first[number]; question != NONE; question = next[question]) {
            if (partOf(question) == Part.DUTIES.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /** Takes over which bodies could not be analysed. */
    void addLost(GivenUp givenUp, Predicate<MethodModel> isMeant) {
        for (SavedAnalysis.Lost lost : saved.outcome().givenUp()) {
            MethodModel method = methods.method(lost.method());
            if (method != null && isMeant.test(method)) {
                givenUp.add(method, lost.problem());
            }
        }
    }
}
