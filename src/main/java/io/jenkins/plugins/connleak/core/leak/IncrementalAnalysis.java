package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An analysis that takes over what an earlier one found out, as far as what has changed since can't change it. Asked
 * again is what was asked of bodies that changed, of those that mention a member that changed, and of those whose
 * answers rest on one that turns out to be another now. What it finds is what looking at everything anew would find.
 */
final class IncrementalAnalysis {
    /** After so many attempts too much hangs together. */
    private static final int MAX_ATTEMPTS = 12;

    /** With so many questions to be asked again, ... */
    private static final int FEW = 500;

    /** ... and that part of all, asking all of them costs no more. */
    private static final double MAX_PART = 0.1;

    private final ResourceCatalog catalog;
    private final SavedAnalysis saved;
    private final ChangedFiles changed;
    private final Workers workers;
    private final List<RestoredFile> restored = new ArrayList<>();
    private final Set<FileHeader> changedHeaders = Collections.newSetFromMap(new IdentityHashMap<>());

    IncrementalAnalysis(ResourceCatalog catalog, SavedAnalysis saved, ChangedFiles changed, Workers workers) {
        this.catalog = catalog;
        this.saved = saved;
        this.changed = changed;
        this.workers = workers;
    }

    Optional<AnalysisResult> run() throws InterruptedException {
        Map<String, LoweredFile> now = new HashMap<>();
        changed.lowered().forEach(file -> {
            now.put(file.path(), file);
            changedHeaders.add(file.header());
        });
        OutlineChange change = change(now);
        if (change.isDeep() || (!change.types().isEmpty() && changed.isMentioned(change.types()))) {
            return Optional.empty();
        }
        Map<String, LoweredFile> before = new HashMap<>();
        List<LoweredFile> all = new ArrayList<>(changed.lowered());
        for (FileOutline outline : saved.files()) {
            String path = outline.header().path();
            if (!now.containsKey(path) && !changed.gone().contains(path)) {
                RestoredFile source = new RestoredFile(outline, changed);
                restored.add(source);
                LoweredFile file = outline.restore(source, saved.names());
                before.put(path, file);
                all.add(file);
            }
        }
        all.sort(Comparator.comparing(LoweredFile::path));
        Workspace workspace = new Workspace(catalog, all);
        if (holdsOthersNow(workspace, change)) {
            return Optional.empty();
        }
        Attempt attempt = new Attempt(workspace, new EarlierAnswers(saved, methods(before, now)));
        Optional<AnalysisResult> result = attempt.run(touched(workspace, change));
        return restored.stream().anyMatch(RestoredFile::isStale) ? Optional.empty() : result;
    }

    /** Whether a class that other files know holds resources now, or no longer. */
    private boolean holdsOthersNow(Workspace workspace, OutlineChange change) {
        if (change.held().isEmpty()) {
            return false;
        }
        Relevance relevance = new Relevance(workspace, saved.words(), changed.lowered());
        Set<String> holders = new HashSet<>();
        change.held().forEach((type, fields) -> {
            if (fields.stream().anyMatch(relevance::mentionsResource)) {
                holders.add(type);
            }
        });
        return !holders.isEmpty() && changed.isMentioned(holders);
    }

    private OutlineChange change(Map<String, LoweredFile> now) {
        OutlineChange change = new OutlineChange(catalog.callNames());
        Set<String> known = new HashSet<>();
        for (FileOutline outline : saved.files()) {
            String path = outline.header().path();
            known.add(path);
            LoweredFile file = now.get(path);
            if (file != null) {
                change.add(outline, FileOutline.of(file, name -> 0));
            } else if (changed.gone().contains(path)) {
                change.add(outline, null);
            }
        }
        now.forEach((path, file) -> {
            if (!known.contains(path)) {
                change.add(null, FileOutline.of(file, name -> 0));
            }
        });
        return change;
    }

    /** For each method that was asked about the same one now: where its file has changed, the one with its signature. */
    private List<@Nullable MethodModel> methods(Map<String, LoweredFile> before, Map<String, LoweredFile> now) {
        List<@Nullable MethodModel> methods = new ArrayList<>();
        int[] places = saved.inquiry().methods();
        for (int i = 0; i < places.length; i += SavedAnalysis.TRIPLE) {
            FileOutline outline = saved.files().get(places[i]);
            LoweredFile same = before.get(outline.header().path());
            LoweredFile other = now.get(outline.header().path());
            if (same != null) {
                methods.add(same.types().get(places[i + 1]).methods().get(places[i + 2]));
            } else if (other != null) {
                FileOutline.Type type = outline.types().get(places[i + 1]);
                Signature signature = type.methods().get(places[i + 2]).signature();
                methods.add(only(other.types().stream()
                        .filter(each -> each.name().equals(type.name()))
                        .flatMap(each -> each.methods().stream())
                        .filter(each -> each.signature().equals(signature))
                        .toList()));
            } else {
                methods.add(null);
            }
        }
        return methods;
    }

    private static @Nullable MethodModel only(List<MethodModel> found) {
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The bodies of files that have not changed and that may mean something else now all the same. */
    private Set<MethodModel> touched(Workspace workspace, OutlineChange change) {
        Set<MethodModel> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        if (change.members().isEmpty() && change.made().isEmpty()) {
            return touched;
        }
        for (MethodModel method : workspace.bodies()) {
            if (!isChanged(method)
                    && (!Collections.disjoint(method.body().orElseThrow().words(), change.members())
                            || isMadeAsPart(method, change.made()))) {
                touched.add(method);
            }
        }
        return touched;
    }

    /** Whether a constructor runs one of a superclass that has changed, which it need not mention. */
    private static boolean isMadeAsPart(MethodModel method, Set<String> made) {
        return method.is(Trait.CONSTRUCTOR)
                && method.owner().supertypes().stream().map(TypeNames::simple).anyMatch(made::contains);
    }

    private boolean isChanged(MethodModel method) {
        return changedHeaders.contains(method.owner().file());
    }

    /** The attempts to get by with few questions: each begins with more of them than the one before. */
    private final class Attempt {
        private final Workspace workspace;
        private final EarlierAnswers earlier;
        private final Map<MethodModel, SavedAnalysis.Followed> followedBefore;
        private final List<MethodModel> bodies;

        Attempt(Workspace workspace, EarlierAnswers earlier) {
            this.workspace = workspace;
            this.earlier = earlier;
            this.followedBefore = earlier.followed();
            this.bodies = workspace.bodies();
        }

        Optional<AnalysisResult> run(Set<MethodModel> touched) throws InterruptedException {
            BitSet open = earlier.about(method -> method == null || isChanged(method) || touched.contains(method));
            for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                open = earlier.withCircles(open);
                if (open.cardinality() > Math.max(FEW, MAX_PART * earlier.count())) {
                    return Optional.empty();
                }
                Pass pass = new Pass(open, touched);
                AnalysisResult result = pass.result();
                BitSet more = pass.more();
                more.andNot(open);
                if (more.isEmpty()) {
                    return Optional.of(result);
                }
                open.or(more);
            }
            return Optional.empty();
        }

        /** One attempt with these questions to be answered anew. */
        private final class Pass {
            private final BitSet open;
            private final Set<MethodModel> touched;
            private final GivenUp givenUp = new GivenUp();
            private final Answering answering;
            /** Those of the questions whose answers turned out to be others. */
            private BitSet moved = new BitSet();

            Pass(BitSet open, Set<MethodModel> touched) {
                this.open = open;
                this.touched = touched;
                Relevance relevance = new Relevance(workspace, saved.words(), changed.lowered());
                this.answering = new Answering(workspace, relevance, bodies, workers, givenUp, earlier.questions(open));
                earlier.addLost(givenUp, method -> !isChanged(method) && !touched.contains(method));
            }

            AnalysisResult result() throws InterruptedException {
                Set<Question> asked = new HashSet<>(earlier.of(open, answering.questions()));
                List<MethodModel> unknown = bodies.stream()
                        .filter(method ->
                                isChanged(method) || (touched.contains(method) && !earlier.wasAskedForDuties(method)))
                        .toList();
                answering
                        .relevant(unknown)
                        .forEach(method -> asked.add(answering.questions().of(method, Part.DUTIES)));
                answering.answer(asked);
                Following following = new Following(answering, workers, new FindingFactory(), givenUp);
                Map<MethodModel, Following.Followed> followed = follow(following);
                List<Finding> findings = new ArrayList<>(fields(following, followed));
                followed.values().forEach(each -> findings.addAll(each.findings()));
                followedBefore.forEach((method, each) -> {
                    if (!followed.containsKey(method) && !isFollowedAgain(method)) {
                        findings.addAll(each.findings());
                    }
                });
                return new AnalysisResult(findings, LeakAnalysis.problems(workspace, givenUp), bodies.size());
            }

            /** Follows what rests on answers that are others now, until following shows no more of those. */
            private Map<MethodModel, Following.Followed> follow(Following following) throws InterruptedException {
                Map<MethodModel, Following.Followed> followed;
                BitSet later = earlier.changed(answering.questions(), open);
                do {
                    moved = later;
                    followedBefore.keySet().forEach(this::seen);
                    followed = following.follow(this::isFollowedAgain);
                    later = earlier.changed(answering.questions(), open);
                } while (!later.equals(moved));
                return followed;
            }

            /** Makes a body's questions if it is to be followed, so that it is seen to owe. */
            private void seen(MethodModel method) {
                if (isFollowedAgain(method)) {
                    answering.recall(method);
                }
            }

            /** The findings about what is left in fields; all that leave something there are followed again if need be. */
            private List<Finding> fields(Following following, Map<MethodModel, Following.Followed> followed)
                    throws InterruptedException {
                boolean isNew = followed.values().stream()
                        .anyMatch(each -> each.inFields().isPresent());
                if (!isNew && fieldsHold()) {
                    return saved.outcome().fields().findings();
                }
                Set<MethodModel> leaving = new HashSet<>();
                followedBefore.forEach((method, each) -> {
                    if (each.leavesInFields()) {
                        answering.recall(method);
                        leaving.add(method);
                    }
                });
                return following
                        .ofFields(workspace, inOrder(following.follow(leaving::contains)))
                        .findings();
            }

            /** Whether nothing has changed of all that can mean one of the fields that something is left in. */
            private boolean fieldsHold() {
                Set<String> files = saved.outcome().fields().files();
                boolean isUntouched = touched.stream()
                        .noneMatch(
                                method -> files.contains(method.owner().file().path()));
                boolean isUnmoved = earlier.changed(answering.questions(), open).stream()
                        .mapToObj(earlier::method)
                        .noneMatch(method -> method == null
                                || files.contains(method.owner().file().path()));
                boolean isLeftAlone = followedBefore.entrySet().stream()
                        .noneMatch(each -> each.getValue().leavesInFields() && isFollowedAgain(each.getKey()));
                return isUntouched
                        && isUnmoved
                        && isLeftAlone
                        && changed.gone().stream().noneMatch(files::contains)
                        && changed.lowered().stream().noneMatch(file -> sees(file, files));
            }

            /** Whether a file is one of these, or inherits from one. */
            private boolean sees(LoweredFile file, Set<String> files) {
                return file.types().stream()
                        .flatMap(type -> workspace.lineage(type).stream())
                        .anyMatch(type -> files.contains(type.file().path()));
            }

            /** What is left in fields is looked at in the order of files and text, whoever was followed first. */
            private List<Following.Followed> inOrder(Map<MethodModel, Following.Followed> followed) {
                return bodies.stream()
                        .filter(followed::containsKey)
                        .map(followed::get)
                        .toList();
            }

            /** Whether a body has to be followed: not if all is known that it rests on, and nothing is left in fields. */
            private boolean isFollowedAgain(MethodModel method) {
                SavedAnalysis.Followed before = followedBefore.get(method);
                return before == null
                        || isChanged(method)
                        || touched.contains(method)
                        || answering.isAnsweredAnew(method)
                        || restsOn(before, moved);
            }

            private boolean restsOn(SavedAnalysis.Followed followed, BitSet questions) {
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
    }
}
