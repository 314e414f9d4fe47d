package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts what an analysis found out into a form that can be kept. */
final class AnalysisKeeper {
    private final Workspace workspace;
    private final Map<String, Integer> names = new HashMap<>();
    private final List<String> namesInOrder = new ArrayList<>();
    private final Map<MethodModel, int[]> places = new HashMap<>();
    private final Map<MethodModel, Integer> methods = new HashMap<>();
    private final List<MethodModel> methodsInOrder = new ArrayList<>();

    AnalysisKeeper(Workspace workspace) {
        this.workspace = workspace;
        int file = 0;
        for (LoweredFile each : workspace.files()) {
            int type = 0;
            for (TypeModel owner : each.types()) {
                int method = 0;
                for (MethodModel model : owner.methods()) {
                    places.put(model, new int[] {file, type, method++});
                }
                type++;
            }
            file++;
        }
    }

    SavedAnalysis keep(
            Relevance relevance,
            Answering answering,
            Map<MethodModel, Following.Followed> followed,
            Map<MethodModel, FieldAnalysis.Outcome> fields,
            GivenUp givenUp) {
        List<Question> questions = answering.questions().answered();
        Map<Question, Integer> numbers = new IdentityHashMap<>();
        questions.forEach(question -> numbers.put(question, numbers.size()));
        Map<MethodSummary, Integer> answers = new HashMap<>();
        List<MethodSummary> answersInOrder = new ArrayList<>();
        int[] answerOf = new int[questions.size()];
        int[] triples = new int[questions.size() * SavedAnalysis.TRIPLE];
        List<int[]> asked = new ArrayList<>();
        for (int i = 0; i < answerOf.length; i++) {
            Question question = questions.get(i);
            MethodSummary answer = question.answer();
            if (answer == null) {
                throw new IllegalStateException("a question that was answered is open again");
            }
            answerOf[i] = answers.computeIfAbsent(answer, key -> {
                answersInOrder.add(key);
                return answersInOrder.size() - 1;
            });
            triples[i * SavedAnalysis.TRIPLE] = number(question.method());
            triples[i * SavedAnalysis.TRIPLE + 1] = question.part().ordinal();
            triples[i * SavedAnalysis.TRIPLE + 2] = question.parameter();
            asked.add(numbers(question.asked(), numbers));
        }
        List<SavedAnalysis.Followed> bodies = new ArrayList<>();
        followed.forEach((method, each) -> bodies.add(
                new SavedAnalysis.Followed(number(method), each.findings(), numbers(each.asked(), numbers))));
        List<SavedAnalysis.Left> left = new ArrayList<>();
        fields.forEach((method, each) -> left.add(new SavedAnalysis.Left(number(method), each)));
        List<SavedAnalysis.Lost> lost = new ArrayList<>();
        givenUp.byMethod().forEach((method, problem) -> lost.add(new SavedAnalysis.Lost(number(method), problem)));
        List<KeptFile> files = workspace.files().stream()
                .map(file -> KeptFile.of(file, this::numberOf, workspace::supertypes, workspace::comparesBodies))
                .toList();
        int[] triplesOfMethods = methodsInOrder.stream()
                .flatMapToInt(method -> Arrays.stream(place(method)))
                .toArray();
        return new SavedAnalysis(
                KeptFiles.of(files),
                SavedAnalysis.Names.of(namesInOrder),
                relevance.known(),
                new SavedAnalysis.Inquiry(
                        triplesOfMethods, triples, answersInOrder, answerOf, SavedAnalysis.Edges.of(asked)),
                new SavedAnalysis.Outcome(bodies, left, lost));
    }

    private int[] place(MethodModel method) {
        int[] place = places.get(method);
        if (place == null) {
            throw new IllegalArgumentException("not a method of this workspace: " + method.signature());
        }
        return place;
    }

    /** What is open still was asked for in vain: nothing rests on it. */
    private static int[] numbers(Collection<Question> questions, Map<Question, Integer> numbers) {
        return questions.stream()
                .mapToInt(question -> numbers.getOrDefault(question, -1))
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    private int number(MethodModel method) {
        return methods.computeIfAbsent(method, key -> {
            methodsInOrder.add(key);
            return methodsInOrder.size() - 1;
        });
    }

    private int numberOf(String name) {
        return names.computeIfAbsent(name, key -> {
            namesInOrder.add(key);
            return namesInOrder.size() - 1;
        });
    }
}
