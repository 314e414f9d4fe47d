package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers questions about methods, and the questions that come up on the way, in rounds until nothing new is learned.
 * Within a round all answers rest on those of the rounds before, so that neither the order nor the number of threads
 * changes any. What nobody asks for is never worked out.
 */
final class Answering {
    /** A question that is still not settled after so many answers keeps the last one. */
    private static final int MAX_ANSWERS = 12;

    private final Workspace workspace;
    private final ExceptionTypes exceptions;
    private final Relevance relevance;
    private final TaskRunner runner;
    private final GivenUp givenUp;
    private final List<MethodModel> bodies;
    private final Map<Question, MethodSummary> answers = new HashMap<>();
    private final Map<Question, Integer> times = new HashMap<>();
    private final Map<Question, Set<Question>> readers = new HashMap<>();

    Answering(
            Workspace workspace,
            ExceptionTypes exceptions,
            List<MethodModel> bodies,
            TaskRunner runner,
            GivenUp givenUp) {
        this.workspace = workspace;
        this.exceptions = exceptions;
        this.bodies = bodies;
        this.runner = runner;
        this.givenUp = givenUp;
        this.relevance = new Relevance(workspace);
    }

    /** What one task came to: for each question its answer and what that rests on. */
    private record Answered(Question question, MethodSummary answer, Set<Question> asked) {}

    /** A look at what is known, for one thread. */
    SummaryTable table() {
        return new SummaryTable(answers, relevance);
    }

    /** The bodies that owe something, in the order of files and text. */
    List<MethodModel> owing() throws InterruptedException {
        List<Question> first = new ArrayList<>();
        relevance.of(bodies).forEach(method -> first.add(new Question(method, Part.DUTIES)));
        answer(first);
        return bodies.stream().filter(method -> duties(method).owes()).toList();
    }

    /** Whether nobody has asked that yet. */
    boolean isOpen(Question question) {
        return !answers.containsKey(question);
    }

    Duties duties(MethodModel method) {
        return answers.get(new Question(method, Part.DUTIES)) instanceof Duties known ? known : Duties.NONE;
    }

    FieldEffects fields(MethodModel method) {
        return answers.get(new Question(method, Part.FIELDS)) instanceof FieldEffects known ? known : FieldEffects.NONE;
    }

    /** Answers these questions if they are open, and all that come up on the way; says whether any was open. */
    boolean answer(Collection<Question> questions) throws InterruptedException {
        Set<Question> round = new LinkedHashSet<>(questions);
        round.removeIf(answers::containsKey);
        boolean any = !round.isEmpty();
        while (!round.isEmpty()) {
            round = next(round);
        }
        return any;
    }

    /** Answers the questions with what the rounds before have shown; returns what has to be asked next. */
    private Set<Question> next(Set<Question> round) throws InterruptedException {
        Map<MethodModel, List<Question>> byMethod = new LinkedHashMap<>();
        round.forEach(question -> byMethod.computeIfAbsent(question.method(), key -> new ArrayList<>(2))
                .add(question));
        List<List<Answered>> done = runner.map(List.copyOf(byMethod.values()), this::work);
        Set<Question> next = new LinkedHashSet<>();
        List<MethodModel> news = new ArrayList<>();
        // who asked is noted for all first: what was asked for may have got its answer in this very round
        done.forEach(each -> each.forEach(answered -> note(answered, next)));
        done.forEach(each -> each.forEach(answered -> take(answered, next, news)));
        for (MethodModel target : news) {
            for (MethodModel caller : Relevance.callers(target, bodies)) {
                askAgain(caller, next);
            }
        }
        return next;
    }

    private void note(Answered answered, Set<Question> next) {
        Question question = answered.question();
        for (Question asked : answered.asked()) {
            readers.computeIfAbsent(asked, key -> new LinkedHashSet<>(2)).add(question);
            if (!times.containsKey(asked)) {
                times.put(asked, 0);
                next.add(asked);
            }
        }
    }

    private void take(Answered answered, Set<Question> next, List<MethodModel> news) {
        Question question = answered.question();
        times.merge(question, 1, Integer::sum);
        MethodSummary before = answers.put(question, answered.answer());
        if (answered.answer() instanceof Duties duties && duties.owes()) {
            // what it opens may be for its callers, or for its class
            askFirst(new Question(question.method(), Part.RESULT), next);
            askFirst(new Question(question.method(), Part.FIELDS), next);
        }
        if (!answered.answer().equals(before != null ? before : unknown(question))) {
            readers.getOrDefault(question, Set.of()).forEach(reader -> add(reader, next));
            if (relevance.learn(question.method(), answered.answer())) {
                news.add(question.method());
            }
        }
    }

    /** What a caller of something that opens owes, returns and leaves in fields: all may be new. */
    private void askAgain(MethodModel caller, Set<Question> next) {
        add(new Question(caller, Part.DUTIES), next);
        add(new Question(caller, Part.FIELDS), next);
        Question result = new Question(caller, Part.RESULT);
        if (answers.containsKey(result)) {
            add(result, next);
        }
    }

    private void askFirst(Question question, Set<Question> next) {
        if (!times.containsKey(question)) {
            add(question, next);
        }
    }

    private void add(Question question, Set<Question> next) {
        if (times.getOrDefault(question, 0) < MAX_ANSWERS) {
            times.putIfAbsent(question, 0);
            next.add(question);
        }
    }

    /** What is taken for the answer while nobody knows it. */
    private static MethodSummary unknown(Question question) {
        return switch (question.part()) {
            case THROWING -> MethodSummary.unknown(question.method().signature());
            case RESULT -> ResultEffect.UNKNOWN;
            case FIELDS -> FieldEffects.NONE;
            case PARAMETER -> ParameterEffect.LENT;
            case DUTIES -> Duties.NONE;
        };
    }

    private List<Answered> work(List<Question> questions) {
        MethodModel method = questions.get(0).method();
        List<Answered> done = new ArrayList<>();
        for (Question question : questions) {
            SummaryTable table = table();
            try {
                MethodSummary answer = new MethodAnalysis(workspace, exceptions, table)
                        .look(method, method.graph().orElseThrow())
                        .answer(question);
                done.add(new Answered(question, answer, table.asked()));
            } catch (RuntimeException | StackOverflowError e) {
                givenUp.add(method, e);
                done.add(new Answered(question, unknown(question), table.asked()));
            }
        }
        return done;
    }
}
