package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.Question.Part;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions about the methods of one text, and what is answered. */
final class Asking implements AutoCloseable {
    private final Workers workers = new Workers(1);
    private final List<MethodModel> bodies;
    private final Answering answering;
    private final GivenUp givenUp = new GivenUp();

    /** Takes the text of a file, whose bodies are read as they are asked about. */
    Asking(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("a/A.java", text)).file().orElseThrow());
        Workspace workspace = new Workspace(Analyses.CATALOG, List.of(file));
        bodies = workspace.bodies();
        answering = new Answering(workspace, new Relevance(workspace), workers, givenUp);
    }

    MethodSummary answer(String method, Part part) throws InterruptedException {
        return answer(method, part, 0);
    }

    MethodSummary parameter(String method, int index) throws InterruptedException {
        return answer(method, Part.PARAMETER, index);
    }

    private MethodSummary answer(String method, Part part, int index) throws InterruptedException {
        Question question = answering.questions().of(model(method), part, index);
        answering.answer(List.of(question));
        return Objects.requireNonNull(question.answer());
    }

    /** All that has an answer by now, as "method PART" or "method PARAMETER index", by method and part. */
    Set<String> answered() {
        return shown(answering.questions().answered());
    }

    private static Set<String> shown(Collection<Question> questions) {
        return questions.stream()
                .map(question -> question.method().signature().name() + " " + question.part()
                        + (question.part() == Part.PARAMETER ? " " + question.parameter() : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The questions whose answers change when a method is asked about, as {@link #answered} shows them. */
    Set<String> changed(String method, Part part) throws InterruptedException {
        return shown(answering.answer(List.of(answering.questions().of(model(method), part))));
    }

    /** What a look at one body asks for to answer, as {@link #answered} shows it. */
    Set<String> askedFor(String method, Part part) {
        SummaryTable table = answering.table();
        MethodModel model = model(method);
        answering.look(model, table).answer(answering.questions().of(model, part));
        return shown(table.asked());
    }

    /** What is known of a body once it has been asked whether it owes something. */
    BodyFacts facts(String method) throws InterruptedException {
        answer(method, Part.DUTIES);
        return answering.look(model(method), answering.table()).follow().facts();
    }

    /** The same once all that can be asked has been asked of all bodies. */
    BodyFacts factsOfAll(String method) throws InterruptedException {
        List<Question> all = new ArrayList<>();
        for (MethodModel body : bodies) {
            for (Part part : Part.values()) {
                int questions = part == Part.PARAMETER
                        ? body.signature().parameterTypes().size()
                        : 1;
                IntStream.range(0, questions)
                        .forEach(index -> all.add(answering.questions().of(body, part, index)));
            }
        }
        answering.answer(all);
        return facts(method);
    }

    private MethodModel model(String method) {
        return bodies.stream()
                .filter(body -> body.signature().name().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        workers.close();
    }
}
