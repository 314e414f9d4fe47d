package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Care;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Handling;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    private final Workers workers;
    private final GivenUp givenUp;
    private final Questions questions;
    private final BodyShapes shapes;
    /** Asked and not answered yet. */
    private final Set<Question> fresh = new LinkedHashSet<>();
    /** Answered, and to be answered anew, since what the answer rests on has changed. */
    private final List<Question> stale = new ArrayList<>();
    /** The bodies that owe something as far as is known. */
    private final Set<MethodModel> owing = new HashSet<>();
    /** Those whose answers have changed. */
    private final Set<Question> changed = Collections.newSetFromMap(new IdentityHashMap<>());

    Answering(Workspace workspace, Relevance relevance, Workers workers, GivenUp givenUp) {
        this(workspace, relevance, workers, givenUp, new Questions());
    }

    /** The same with answers that may be known already. */
    Answering(Workspace workspace, Relevance relevance, Workers workers, GivenUp givenUp, Questions questions) {
        this.questions = questions;
        this.workspace = workspace;
        this.exceptions = new ExceptionTypes(workspace);
        this.workers = workers;
        this.givenUp = givenUp;
        this.relevance = relevance;
        this.shapes = new BodyShapes(workspace);
    }

    /** What one task came to: for each question its answer, whether that is another than before, and what it rests on that was not known. */
    private record Answered(Question question, MethodSummary answer, boolean isNew, List<Question> asked) {}

    /** A look at a body with what is known by now, for one thread. */
    MethodAnalysis.Look look(MethodModel method, SummaryTable table) {
        return new MethodAnalysis(workspace, exceptions, table).look(method, shapes.of(method));
    }

    /** What is known by now, for one look. */
    SummaryTable table() {
        return new SummaryTable(questions, relevance);
    }

    /** All that can be asked, with the answers that are known by now. */
    Questions questions() {
        return questions;
    }

    /** Those of the bodies that may owe something, as far as names tell. */
    List<MethodModel> relevant(List<MethodModel> methods) {
        return relevance.of(methods);
    }

    /** Finds out which bodies owe something. */
    void answerDuties() throws InterruptedException {
        answer(workers.mapParts(workspace.bodies(), relevance::of).stream()
                .map(method -> questions.of(method, Part.DUTIES))
                .toList());
    }

    /** The bodies that owe something as far as is known, in the order of files and text. */
    List<MethodModel> owing() {
        return workspace.inOrder(owing);
    }

    /** Answers what bodies do to fields. */
    void answerFields(Collection<MethodModel> methods) throws InterruptedException {
        answer(methods.stream().map(method -> questions.of(method, Part.FIELDS)).toList());
    }

    /** Answers whether resources go through bodies. */
    void answerHandling(Collection<MethodModel> methods) throws InterruptedException {
        answer(methods.stream()
                .map(method -> questions.of(method, Part.HANDLING))
                .toList());
    }

    boolean handles(MethodModel method) {
        return questions.of(method, Part.HANDLING).answer() == Handling.HANDLES;
    }

    /** Takes note of a body that is known to owe something, if so, without its being asked again. */
    void recall(MethodModel method) {
        if (questions.of(method, Part.DUTIES).answer() == Duties.OWES) {
            owing.add(method);
        }
    }

    /** Whether it was not known before what a body owes, or turned out to have to be asked again. */
    boolean isAnsweredAnew(MethodModel method) {
        return questions.answer(method, Part.DUTIES) != null
                && !questions.of(method, Part.DUTIES).isPreset();
    }

    FieldEffects fields(MethodModel method) {
        return questions.of(method, Part.FIELDS).answer() instanceof FieldEffects known ? known : FieldEffects.NONE;
    }

    /** Answers these questions if they are open, and all that come up on the way; returns those whose answers changed. */
    Set<Question> answer(Collection<Question> asked) throws InterruptedException {
        changed.clear();
        asked.stream().filter(Question::raise).forEach(fresh::add);
        while (!fresh.isEmpty() || !stale.isEmpty()) {
            next(fresh.isEmpty() ? takeRipe() : takeFresh());
        }
        return Set.copyOf(changed);
    }

    private List<Question> takeFresh() {
        List<Question> round = List.copyOf(fresh);
        fresh.clear();
        return round;
    }

    /** Those that rest on no other one that is stale; all where they rest on each other. */
    private List<Question> takeRipe() {
        List<Question> ripe = stale.stream().filter(Question::isRipe).toList();
        List<Question> round = ripe.isEmpty() ? List.copyOf(stale) : ripe;
        round.forEach(Question::renew);
        stale.removeIf(question -> !question.isStale());
        return round;
    }

    /** Answers a round of questions with what the rounds before have shown. */
    private void next(List<Question> round) throws InterruptedException {
        Map<MethodModel, List<Question>> byMethod = new LinkedHashMap<>();
        round.forEach(question -> byMethod.computeIfAbsent(question.method(), key -> new ArrayList<>(2))
                .add(question));
        List<List<Answered>> done = workers.map(List.copyOf(byMethod.values()), this::work);
        List<MethodModel> news = new ArrayList<>();
        // who asked is noted for all first: what was asked for may have got its answer in this very round
        for (List<Answered> each : done) {
            for (Answered answered : each) {
                answered.question().restsOn(answered.asked());
                for (Question asked : answered.asked()) {
                    if (asked.raise()) {
                        fresh.add(asked);
                    }
                }
            }
        }
        done.forEach(each -> each.forEach(answered -> take(answered, news)));
        if (!news.isEmpty()) {
            workers.mapParts(workspace.bodies(), new Callers(news)::among).forEach(this::askAgain);
        }
    }

    private void take(Answered answered, List<MethodModel> news) {
        Question question = answered.question();
        question.answer(answered.answer());
        if (question.part() == Part.DUTIES) {
            owing.remove(question.method());
        }
        if (answered.answer() == Duties.OWES) {
            owing.add(question.method());
            // what it opens may be for its callers, or for its class
            ask(question.method(), Part.RESULT);
            ask(question.method(), Part.FIELDS);
        }
        if (answered.isNew()) {
            changed.add(question);
            question.readers().forEach(this::expire);
            if (relevance.learn(question.method(), answered.answer())) {
                news.add(question.method());
            }
        }
    }

    /** What a caller of something that opens owes, returns and leaves in fields: all may be new. */
    private void askAgain(MethodModel caller) {
        for (Part part : List.of(Part.DUTIES, Part.FIELDS, Part.RESULT)) {
            Question question = questions.of(caller, part);
            if (!question.isOpen()) {
                expire(question);
            } else if (part != Part.RESULT) {
                ask(caller, part);
            }
        }
    }

    private void expire(Question question) {
        if (question.answers() < MAX_ANSWERS && question.expire()) {
            stale.add(question);
        }
    }

    private void ask(MethodModel method, Part part) {
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
            case HANDLING -> Handling.NONE;
            case CARE -> Care.NONE;
        };
    }

    private List<Answered> work(List<Question> asked) {
        MethodModel method = asked.get(0).method();
        List<Answered> done = new ArrayList<>();
        for (Question question : asked) {
            SummaryTable table = table();
            MethodSummary answer;
            try {
                answer = look(method, table).answer(question);
            } catch (RuntimeException | StackOverflowError e) {
                givenUp.add(method, e);
                answer = unknown(question);
            }
            MethodSummary before = question.answer();
            boolean isNew = !answer.equals(before != null ? before : unknown(question));
            done.add(new Answered(question, answer, isNew, question.asks(table.asked())));
        }
        return done;
    }
}
