package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Questions questions = new Questions();
    private final BodyShapes shapes;

    Answering(Workspace workspace, List<MethodModel> bodies, TaskRunner runner, GivenUp givenUp) {
        this.workspace = workspace;
        this.exceptions = new ExceptionTypes(workspace);
        this.bodies = bodies;
        this.runner = runner;
        this.givenUp = givenUp;
        this.relevance = new Relevance(workspace);
        this.shapes = new BodyShapes(workspace);
    }

    /** What one task came to: for each question its answer and what that rests on. */
    private record Answered(Question question, MethodSummary answer, Set<Question> asked) {}

    /** A look at a body with what is known by now, for one thread. */
    MethodAnalysis.Look look(MethodModel method, SummaryTable table) {
        return new MethodAnalysis(workspace, exceptions, table).look(method, shapes.of(method));
    }

    /** What is known by now, for one look. */
    SummaryTable table() {
        return new SummaryTable(questions, relevance);
    }

    /** The bodies that owe something, in the order of files and text. */
    List<MethodModel> owing() throws InterruptedException {
        answer(relevance.of(bodies).stream()
                .map(method -> questions.of(method, Part.DUTIES))
                .toList());
        return bodies.stream().filter(method -> duties(method).owes()).toList();
    }

    /** Answers what has to be known of fields: what bodies do to them, and whether resources go through the bodies. */
    void answerFields(Collection<MethodModel> methods) throws InterruptedException {
        List<Question> asked = new ArrayList<>();
        for (MethodModel method : methods) {
            asked.add(questions.of(method, Part.FIELDS));
            asked.add(questions.of(method, Part.DUTIES));
        }
        answer(asked);
    }

    Duties duties(MethodModel method) {
        return questions.of(method, Part.DUTIES).answer() instanceof Duties known ? known : Duties.NONE;
    }

    FieldEffects fields(MethodModel method) {
        return questions.of(method, Part.FIELDS).answer() instanceof FieldEffects known ? known : FieldEffects.NONE;
    }

    /** Answers these questions if they are open, and all that come up on the way. */
    void answer(Collection<Question> asked) throws InterruptedException {
        Set<Question> fresh = new LinkedHashSet<>();
        asked.stream().filter(Question::raise).forEach(fresh::add);
        List<Question> stale = new ArrayList<>();
        while (!fresh.isEmpty() || !stale.isEmpty()) {
            Collection<Question> round = fresh.isEmpty() ? ripe(stale) : fresh;
            if (fresh.isEmpty()) {
                round.forEach(Question::renew);
                stale.removeAll(Set.copyOf(round));
            }
            Set<Question> next = new LinkedHashSet<>();
            next(round, next, stale);
            fresh = next;
        }
    }

    /** Those that rest on no other one that is stale; all where they rest on each other. */
    private static List<Question> ripe(List<Question> stale) {
        List<Question> ripe = stale.stream().filter(Question::isRipe).toList();
        return ripe.isEmpty() ? List.copyOf(stale) : ripe;
    }

    /** Answers a round of questions with what the rounds before have shown. */
    private void next(Collection<Question> round, Set<Question> fresh, List<Question> stale)
            throws InterruptedException {
        Map<MethodModel, List<Question>> byMethod = new LinkedHashMap<>();
        round.forEach(question -> byMethod.computeIfAbsent(question.method(), key -> new ArrayList<>(2))
                .add(question));
        List<List<Answered>> done = runner.map(List.copyOf(byMethod.values()), this::work);
        List<MethodModel> news = new ArrayList<>();
        // who asked is noted for all first: what was asked for may have got its answer in this very round
        for (List<Answered> each : done) {
            for (Answered answered : each) {
                answered.question().restsOn(answered.asked());
                answered.asked().stream().filter(Question::raise).forEach(fresh::add);
            }
        }
        done.forEach(each -> each.forEach(answered -> take(answered, fresh, stale, news)));
        for (MethodModel target : news) {
            for (MethodModel caller : Relevance.callers(target, bodies)) {
                askAgain(caller, fresh, stale);
            }
        }
    }

    private void take(Answered answered, Set<Question> fresh, List<Question> stale, List<MethodModel> news) {
        Question question = answered.question();
        MethodSummary before = question.answer(answered.answer());
        if (answered.answer() instanceof Duties duties && duties.owes()) {
            // what it opens may be for its callers, or for its class
            ask(question.method(), Part.RESULT, fresh);
            ask(question.method(), Part.FIELDS, fresh);
        }
        if (!answered.answer().equals(before != null ? before : unknown(question))) {
            question.readers().forEach(reader -> expire(reader, stale));
            if (relevance.learn(question.method(), answered.answer())) {
                news.add(question.method());
            }
        }
    }

    /** What a caller of something that opens owes, returns and leaves in fields: all may be new. */
    private void askAgain(MethodModel caller, Set<Question> fresh, List<Question> stale) {
        for (Part part : List.of(Part.DUTIES, Part.FIELDS, Part.RESULT)) {
            Question question = questions.of(caller, part);
            if (!question.isOpen()) {
                expire(question, stale);
            } else if (part != Part.RESULT) {
                ask(caller, part, fresh);
            }
        }
    }

    private static void expire(Question question, List<Question> stale) {
        if (question.answers() < MAX_ANSWERS && question.expire()) {
            stale.add(question);
        }
    }

    private void ask(MethodModel method, Part part, Set<Question> fresh) {
        Question question = questions.of(method, part);
        if (question.raise()) {
            fresh.add(question);
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

    private List<Answered> work(List<Question> asked) {
        MethodModel method = asked.get(0).method();
        List<Answered> done = new ArrayList<>();
        for (Question question : asked) {
            SummaryTable table = table();
            try {
                MethodSummary answer = look(method, table).answer(question);
                done.add(new Answered(question, answer, table.asked()));
            } catch (RuntimeException | StackOverflowError e) {
                givenUp.add(method, e);
                done.add(new Answered(question, unknown(question), table.asked()));
            }
        }
        return done;
    }
}
