package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.Question.Part;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An analysis that answers some questions anew, and takes over all other answers of an earlier one. */
final class PartialAnalysis {
    private final Workspace workspace;
    private final SavedAnalysis saved;
    private final EarlierMethods methods;
    private final EarlierAnswers earlier;
    private final Map<Integer, SavedAnalysis.Followed> followedBefore;
    private final BitSet open;
    private final Set<MethodModel> touched;
    private final Set<MethodModel> same;
    private final ChangedFiles changed;
    private final OutlineChange outlines;
    private final Workers workers;
    private final GivenUp givenUp = new GivenUp();
    private final Answering answering;
    /** Those of the questions whose answers turned out to be others. */
    private BitSet moved = new BitSet();

    /**
     * What is taken over.
     *
     * @param saved what was kept
     * @param methods the methods in it
     * @param answers the questions in it
     */
    record Taken(SavedAnalysis saved, EarlierMethods methods, EarlierAnswers answers) {}

    /**
     * What is looked at anew.
     *
     * @param open numbers of the questions that are answered anew
     * @param touched bodies that may mean something else though their files have not changed
     * @param same bodies that mean the same though their files have
     * @param changed the files that have
     * @param outlines what is different about those as far as others can see
     */
    record Anew(
            BitSet open,
            Set<MethodModel> touched,
            Set<MethodModel> same,
            ChangedFiles changed,
            OutlineChange outlines) {}

    PartialAnalysis(Workspace workspace, Relevance relevance, Taken taken, Anew anew, Workers workers) {
        this.workspace = workspace;
        this.saved = taken.saved();
        this.methods = taken.methods();
        this.earlier = taken.answers();
        this.followedBefore = earlier.followed();
        this.open = anew.open();
        this.touched = anew.touched();
        this.same = anew.same();
        this.changed = anew.changed();
        this.outlines = anew.outlines();
        this.workers = workers;
        this.answering = new Answering(workspace, relevance, workers, givenUp, earlier.questions(open));
        earlier.addLost(givenUp, method -> !methods.isOfChanged(method) && !touched.contains(method));
    }

    List<Finding> findings() throws InterruptedException {
        Set<Question> asked = new HashSet<>(earlier.of(open, answering.questions()));
        Set<MethodModel> unknown = new LinkedHashSet<>();
        changed.lowered()
                .forEach(file ->
                        file.bodies().filter(method -> !same.contains(method)).forEach(unknown::add));
        touched.stream().filter(method -> !earlier.wasAskedForDuties(method)).forEach(unknown::add);
        answering
                .relevant(List.copyOf(unknown))
                .forEach(method -> asked.add(answering.questions().of(method, Part.DUTIES)));
        answering.answer(asked);
        Following following = new Following(answering, workers, new FindingFactory(), givenUp);
        Map<MethodModel, Following.Followed> followed = follow(following);
        List<Finding> findings = new ArrayList<>(fields(following, followed));
        followed.values().forEach(each -> findings.addAll(each.findings()));
        followedBefore.forEach((number, each) -> {
            MethodModel method = methods.known(number);
            boolean wasFollowed = method != null && followed.containsKey(method);
            if (!wasFollowed && !isFollowedAgain(number)) {
                findings.addAll(each.findings());
            }
        });
        return findings;
    }

    List<Problem> problems() {
        return LeakAnalysis.problems(workspace, givenUp);
    }

    /** Follows what rests on answers that are others now, until following shows no more of those. */
    private Map<MethodModel, Following.Followed> follow(Following following) throws InterruptedException {
        Map<MethodModel, Following.Followed> followed;
        BitSet later = earlier.changed(answering.questions(), open);
        do {
            moved = later;
            followedBefore.keySet().forEach(this::recall);
            followed = following.follow(this::isFollowedAgain);
            later = earlier.changed(answering.questions(), open);
        } while (!later.equals(moved));
        return followed;
    }

    /** Makes a body's questions if it is to be followed, so that it is seen to owe. */
    private void recall(int number) {
        MethodModel method = isFollowedAgain(number) ? methods.method(number) : null;
        if (method != null) {
            answering.recall(method);
        }
    }

    /** The findings about what is left in fields: where nothing has to do with what has changed, those of before. */
    private List<Finding> fields(Following following, Map<MethodModel, Following.Followed> followed)
            throws InterruptedException {
        Set<String> disturbed = disturbed();
        List<SavedAnalysis.Left> open = new ArrayList<>();
        List<SavedAnalysis.Left> settled = new ArrayList<>();
        for (SavedAnalysis.Left each : saved.outcome().left()) {
            boolean holds = !isFollowedAgain(each.method())
                    && Collections.disjoint(each.fields().files(), disturbed);
            (holds ? settled : open).add(each);
        }
        boolean isOpen = !open.isEmpty()
                || followed.values().stream().anyMatch(each -> each.inFields().isPresent());
        Map<MethodModel, FieldAnalysis.Outcome> outcomes = Map.of();
        while (isOpen) {
            outcomes = outcomes(following, open);
            isOpen = reopen(open, settled, outcomes.values());
        }
        List<Finding> findings = new ArrayList<>();
        outcomes.values().forEach(each -> findings.addAll(each.findings()));
        settled.forEach(each -> findings.addAll(each.fields().findings()));
        return findings;
    }

    /** Looks anew at what is left in fields by the bodies that were followed, and by these. */
    private Map<MethodModel, FieldAnalysis.Outcome> outcomes(Following following, List<SavedAnalysis.Left> open)
            throws InterruptedException {
        Set<MethodModel> leaving = new HashSet<>();
        for (SavedAnalysis.Left each : open) {
            MethodModel method = methods.method(each.method());
            if (method != null) {
                answering.recall(method);
                leaving.add(method);
            }
        }
        // what is left in fields is looked at in the order of files and text, whoever was followed first
        Map<MethodModel, Following.Followed> all = following.follow(leaving::contains);
        return following.ofFields(
                workspace,
                workspace.inOrder(all.keySet()).stream().map(all::get).toList());
    }

    /** Opens what has to do with the same fields as something that was looked at anew; says whether there is any. */
    private static boolean reopen(
            List<SavedAnalysis.Left> open,
            List<SavedAnalysis.Left> settled,
            Collection<FieldAnalysis.Outcome> outcomes) {
        Set<String> fields = new HashSet<>();
        outcomes.forEach(each -> fields.addAll(each.fields()));
        open.forEach(each -> fields.addAll(each.fields().fields()));
        List<SavedAnalysis.Left> more = settled.stream()
                .filter(each -> !Collections.disjoint(each.fields().fields(), fields))
                .toList();
        settled.removeAll(more);
        open.addAll(more);
        return !more.isEmpty();
    }

    /** The paths of all files of which a body may do something else with fields now, or mean other ones. */
    private Set<String> disturbed() {
        Set<String> paths = new HashSet<>(changed.gone());
        touched.forEach(method -> paths.add(method.owner().file().path()));
        moved.stream().forEach(each -> paths.add(earlier.path(each)));
        for (LoweredFile file : changed.lowered()) {
            if (outlines.reshaped().contains(file.path())) {
                paths.add(file.path());
                file.types().forEach(type -> workspace
                        .lineage(type)
                        .forEach(each -> paths.add(each.file().path())));
            } else if (!hasBodiesAsBefore(file)) {
                paths.add(file.path());
            }
        }
        return paths;
    }

    private boolean hasBodiesAsBefore(LoweredFile file) {
        return !outlines.recounted().contains(file.path()) && file.bodies().allMatch(same::contains);
    }

    /** Whether a body has to be followed: not if all is known that it rests on, and nothing is left in fields. */
    private boolean isFollowedAgain(MethodModel method) {
        int number = methods.number(method);
        return number < 0 || !followedBefore.containsKey(number) || isFollowedAgain(number);
    }

    /** The same of one that was followed before. */
    private boolean isFollowedAgain(int number) {
        SavedAnalysis.Followed before = followedBefore.get(number);
        if (before == null || methods.isOfChanged(number) || restsOn(before, moved)) {
            return true;
        }
        // of a class that nobody has looked into nothing has been asked
        MethodModel method = methods.known(number);
        return method != null && (touched.contains(method) || answering.isAnsweredAnew(method));
    }

    private static boolean restsOn(SavedAnalysis.Followed followed, BitSet questions) {
        for (int question : followed.asked()) {
            if (questions.get(question)) {
                return true;
            }
        }
        return false;
    }

    /** The questions that have to be answered anew as well, as the answers to these show. */
    BitSet more() {
        BitSet all = earlier.changed(answering.questions(), open);
        BitSet more = earlier.readers(all);
        more.or(earlier.inNewCircles(answering.questions(), open));
        all.andNot(open);
        more.or(all);
        return more;
    }
}
