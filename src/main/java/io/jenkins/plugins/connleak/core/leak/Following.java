package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Follows all that bodies owe, until what the way shows of other bodies is settled. */
final class Following {
    /** Bodies are followed when all that they ask for is known, save for what only following shows. */
    private static final int MAX_ROUNDS = 4;

    private final Answering answering;
    private final Workers workers;
    private final FindingFactory factory;
    private final GivenUp givenUp;
    private final Map<MethodModel, Followed> followed = new LinkedHashMap<>();

    Following(Answering answering, Workers workers, FindingFactory factory, GivenUp givenUp) {
        this.answering = answering;
        this.workers = workers;
        this.factory = factory;
        this.givenUp = givenUp;
    }

    /**
     * What came of following all that a body owes.
     *
     * @param findings what stays open
     * @param inFields what is left in fields, if anything
     * @param asked what that rests on
     */
    record Followed(List<Finding> findings, Optional<MethodResult> inFields, Set<Question> asked) {
        static final Followed NOTHING = new Followed(List.of(), Optional.empty(), Set.of());
    }

    /** Follows those of the owing bodies that are wanted; returns all that have been followed by now. */
    Map<MethodModel, Followed> follow(Predicate<MethodModel> isWanted) throws InterruptedException {
        List<MethodModel> open = answering.owing().stream()
                .filter(method -> isWanted.test(method) && !followed.containsKey(method))
                .toList();
        for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
            List<Followed> done = workers.map(open, this::follow);
            for (int i = 0; i < open.size(); i++) {
                followed.put(open.get(i), done.get(i));
            }
            open = unsettled(isWanted);
        }
        return Collections.unmodifiableMap(followed);
    }

    private Followed follow(MethodModel method) {
        SummaryTable table = answering.table();
        try {
            MethodResult result = answering.look(method, table).follow();
            return new Followed(factory.findings(result), result.inFields(), table.asked());
        } catch (RuntimeException | StackOverflowError e) {
            givenUp.add(method, e);
            return Followed.NOTHING;
        }
    }

    /** Answers what following the bodies has asked for first; returns those for which that changes something. */
    private List<MethodModel> unsettled(Predicate<MethodModel> isWanted) throws InterruptedException {
        Set<Question> asked = new LinkedHashSet<>();
        for (Followed each : followed.values()) {
            each.asked().stream().filter(Question::isOpen).forEach(asked::add);
        }
        Set<Question> changed = answering.answer(asked);
        return answering.owing().stream()
                .filter(isWanted)
                .filter(method -> {
                    Followed known = followed.get(method);
                    return known == null || !Collections.disjoint(changed, known.asked());
                })
                .toList();
    }

    /** What is found about all that is left in fields. */
    Map<MethodModel, FieldAnalysis.Outcome> ofFields(Workspace workspace, Collection<Followed> all)
            throws InterruptedException {
        FieldAnalysis fields = new FieldAnalysis(workspace, answering, givenUp, factory);
        all.forEach(each -> each.inFields().ifPresent(fields::add));
        return fields.outcomes();
    }
}
