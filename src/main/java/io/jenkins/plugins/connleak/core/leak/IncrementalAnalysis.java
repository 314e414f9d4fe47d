package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<KeptFile> files;
    private final ChangedFiles changed;
    private final Workers workers;
    private final Map<String, LoweredFile> now = new HashMap<>();
    /** The outlines of those. */
    private final Map<String, FileOutline> outlines = new HashMap<>();
    /** Each file of what was kept as it is now; null where it has changed or is gone. */
    private final List<@Nullable RestoredFile> restored = new ArrayList<>();

    IncrementalAnalysis(ResourceCatalog catalog, SavedAnalysis saved, ChangedFiles changed, Workers workers) {
        this.catalog = catalog;
        this.saved = saved;
        this.files = saved.files().all();
        this.changed = changed;
        this.workers = workers;
        changed.lowered().forEach(file -> {
            now.put(file.path(), file);
            outlines.put(file.path(), FileOutline.of(file, name -> 0, type -> false));
        });
    }

    Optional<AnalysisResult> run() throws InterruptedException {
        OutlineChange change = change();
        if (change.isDeep() || (!change.types().isEmpty() && changed.isMentioned(change.types()))) {
            return Optional.empty();
        }
        List<LoweredFile> all = new ArrayList<>(changed.lowered());
        for (KeptFile file : files) {
            boolean isSame = !now.containsKey(file.path()) && !changed.gone().contains(file.path());
            RestoredFile same =
                    isSame ? new RestoredFile(file, changed, saved.names().texts()::get) : null;
            restored.add(same);
            if (same != null) {
                all.add(same.file());
            }
        }
        all.sort(Comparator.comparing(LoweredFile::path));
        Workspace workspace = new Workspace(catalog, all);
        if (holdsOthersNow(workspace, change)) {
            return Optional.empty();
        }
        Set<MethodModel> same = same(workspace, change);
        if (closesOtherwise(workspace, same)) {
            return Optional.empty();
        }
        Set<MethodModel> touched = touched(change.members(), change.made());
        touchCallersOfSetups(workspace, same, touched);
        touchSubclasses(workspace, change, same, touched);
        Optional<AnalysisResult> result = attempts(workspace, touched, same, change);
        boolean isStale = restored.stream().filter(Objects::nonNull).anyMatch(RestoredFile::isStale);
        return isStale ? Optional.empty() : result;
    }

    private OutlineChange change() {
        OutlineChange change = new OutlineChange(catalog.callNames());
        Set<String> known = new HashSet<>();
        for (KeptFile before : files) {
            known.add(before.path());
            FileOutline outline = outlines.get(before.path());
            if (outline != null) {
                change.add(before.outline().get(), outline);
            } else if (changed.gone().contains(before.path())) {
                change.add(before.outline().get(), null);
            }
        }
        outlines.forEach((path, outline) -> {
            if (!known.contains(path)) {
                change.add(null, outline);
            }
        });
        return change;
    }

    /** Whether a class that other files know holds resources now, or no longer. */
    private boolean holdsOthersNow(Workspace workspace, OutlineChange change) throws InterruptedException {
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

    /** Whether a class that other files mention, it or its superclasses, may close another way: whether that does anything decides what it is. */
    private boolean closesOtherwise(Workspace workspace, Set<MethodModel> same) throws InterruptedException {
        Set<String> names = changed.lowered().stream()
                .flatMap(LoweredFile::bodies)
                .filter(method -> !same.contains(method) && CallResults.isCloser(method))
                .flatMap(closer -> workspace.lineage(closer.owner()).stream())
                .map(TypeModel::simpleName)
                .collect(Collectors.toSet());
        return !names.isEmpty() && changed.isMentioned(names);
    }

    /** Who calls a method of his class that leaves something open in a field looks into its body. */
    private void touchCallersOfSetups(Workspace workspace, Set<MethodModel> same, Set<MethodModel> touched) {
        for (LoweredFile file : changed.lowered()) {
            for (TypeModel type : file.types()) {
                Set<String> setups =
                        setups(type.methods().stream().filter(method -> method.hasBody() && !same.contains(method)));
                if (!setups.isEmpty()) {
                    Set<TypeModel> seeing = Collections.newSetFromMap(new IdentityHashMap<>());
                    seeing.addAll(workspace.seeing(List.of(type)));
                    BitSet numbers = saved.names().like(setups);
                    restored.stream()
                            .filter(other -> other != null
                                    && mentions(other.kept().bodies().words(), numbers)
                                    && (other.file().types().stream().anyMatch(seeing::contains)
                                            || importsMembers(other, type)))
                            .forEach(other -> touch(other, numbers, Set.of(), touched));
                }
            }
        }
    }

    /**
     * Who has a field opened asks what all methods of his superclasses close; a test looks into its superclasses for the
     * mocks that they make.
     */
    private void touchSubclasses(
            Workspace workspace, OutlineChange change, Set<MethodModel> same, Set<MethodModel> touched) {
        for (LoweredFile file : changed.lowered()) {
            for (TypeModel type : file.types()) {
                boolean mayMock = (workspace.usesMocks(type)
                                || change.reshaped().contains(file.path()))
                        && type.methods().stream().anyMatch(method -> method.hasBody() && !same.contains(method));
                if (mayMock || change.remade().contains(type.simpleName())) {
                    touchSubclasses(workspace.seeing(List.of(type)), mayMock, touched);
                }
            }
        }
    }

    private void touchSubclasses(List<TypeModel> seeing, boolean all, Set<MethodModel> touched) {
        Set<String> paths = seeing.stream().map(type -> type.file().path()).collect(Collectors.toSet());
        paths.removeAll(now.keySet());
        if (!paths.isEmpty()) {
            BitSet numbers = new BitSet();
            if (all) {
                numbers.set(0, saved.names().texts().size());
            } else {
                numbers.or(saved.names().like(saved.words().setups()));
            }
            restored.stream()
                    .filter(other -> other != null
                            && paths.contains(other.file().path())
                            && mentions(other.kept().bodies().words(), numbers))
                    .forEach(other -> touch(other, numbers, Set.of(), touched));
        }
    }

    /** Names of those of the methods that may leave something open in a field. */
    private Set<String> setups(Stream<MethodModel> methods) {
        return methods.map(method -> method.signature().name())
                .filter(saved.words().setups()::contains)
                .collect(Collectors.toSet());
    }

    private static boolean importsMembers(RestoredFile file, TypeModel type) {
        return file.file().header().imports().stream()
                .anyMatch(each -> each.isStatic() && each.name().startsWith(type.qualifiedName()));
    }

    /** The bodies of files that have not changed and that may mean something else now all the same. */
    private Set<MethodModel> touched(Set<String> members, Set<String> made) {
        Set<MethodModel> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        if (members.isEmpty() && made.isEmpty()) {
            return touched;
        }
        BitSet numbers = saved.names().like(members);
        for (RestoredFile same : restored) {
            if (same != null && (mentions(same.kept().bodies().words(), numbers) || makes(same.kept(), made))) {
                touch(same, numbers, made, touched);
            }
        }
        return touched;
    }

    /** The bodies of files that have changed and that mean the same as before. */
    private Set<MethodModel> same(Workspace workspace, OutlineChange change) {
        Set<MethodModel> same = Collections.newSetFromMap(new IdentityHashMap<>());
        for (KeptFile before : files) {
            FileOutline outline = outlines.get(before.path());
            LoweredFile file = now.get(before.path());
            if (outline != null && file != null) {
                Set<String> members = new HashSet<>(change.members());
                // who calls one of these looks into it
                members.addAll(setups(file.bodies()));
                same.addAll(new SameBodies(
                                workspace,
                                saved.names().texts(),
                                before.outline().get(),
                                outline,
                                file)
                        .find(members));
            }
        }
        same.removeIf(method -> isMadeAsPart(method, change.made()));
        return same;
    }

    private static void touch(RestoredFile same, BitSet members, Set<String> made, Set<MethodModel> touched) {
        List<FileOutline.Type> outlines = same.kept().outline().get().types();
        for (int type = 0; type < outlines.size(); type++) {
            List<FileOutline.Method> methods = outlines.get(type).methods();
            for (int i = 0; i < methods.size(); i++) {
                MethodModel method = same.file().types().get(type).methods().get(i);
                if (method.hasBody() && (mentions(methods.get(i).words(), members) || isMadeAsPart(method, made))) {
                    touched.add(method);
                }
            }
        }
    }

    private static boolean mentions(int[] words, BitSet members) {
        for (int word : words) {
            if (members.get(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean makes(KeptFile file, Set<String> made) {
        return !made.isEmpty() && file.types().stream().anyMatch(type -> extendsAny(type.supertypes(), made));
    }

    /** Whether a constructor runs one of a superclass that has changed, which it need not mention. */
    private static boolean isMadeAsPart(MethodModel method, Set<String> made) {
        return method.is(Trait.CONSTRUCTOR) && extendsAny(method.owner().supertypes(), made);
    }

    private static boolean extendsAny(List<String> supertypes, Set<String> made) {
        return supertypes.stream().map(TypeNames::simple).anyMatch(made::contains);
    }

    /** The attempts to get by with few questions: each begins with more of them than the one before. */
    private Optional<AnalysisResult> attempts(
            Workspace workspace, Set<MethodModel> touched, Set<MethodModel> same, OutlineChange change)
            throws InterruptedException {
        EarlierMethods methods = new EarlierMethods(saved, restored, now);
        EarlierAnswers earlier = new EarlierAnswers(saved, methods);
        // one that could not be analysed is reported with its line
        saved.outcome().givenUp().forEach(lost -> same.remove(methods.method(lost.method())));
        BitSet open = earlier.about(touched, same);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            open = earlier.withCircles(open);
            if (open.cardinality() > Math.max(FEW, MAX_PART * earlier.count())) {
                return Optional.empty();
            }
            PartialAnalysis part = new PartialAnalysis(
                    workspace,
                    new Relevance(workspace, saved.words(), changed.lowered()),
                    new PartialAnalysis.Taken(saved, methods, earlier),
                    new PartialAnalysis.Anew(open, touched, same, changed, change),
                    workers);
            List<Finding> findings = part.findings();
            BitSet more = part.more();
            more.andNot(open);
            if (more.isEmpty()) {
                return Optional.of(new AnalysisResult(findings, part.problems(), bodies()));
            }
            open.or(more);
        }
        return Optional.empty();
    }

    private int bodies() {
        int count = changed.lowered().stream()
                .mapToInt(file -> (int) file.bodies().count())
                .sum();
        for (RestoredFile same : restored) {
            count += same == null ? 0 : same.kept().bodies().count();
        }
        return count;
    }
}
