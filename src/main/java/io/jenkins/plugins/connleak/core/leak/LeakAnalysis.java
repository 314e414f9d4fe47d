package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.BodyReader;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The flow analysis of a set of files. First every file is lowered to a compact form of its own (safe from several
 * threads), then all of them are solved together: the bodies that may open something are told by names; what they need
 * to know of others is asked and answered in rounds, until nothing new is learned; then the acquisitions that are still
 * open at some way out are the findings. Bodies that nobody asks about are never looked at.
 *
 * <p>It promises to end, and to give the same result for the same files in any order and with any number of threads. It
 * over-approximates paths (conditions are followed only where they compare with null, are booleans, or repeat), takes
 * code that can't be seen by its names, and gives up on a body that is too large, which it reports.
 */
public final class LeakAnalysis {
    /** Bodies are followed when all that they ask for is known, save for what only following shows. */
    private static final int MAX_ROUNDS = 4;

    private final ResourceCatalog catalog;
    private final boolean looksAtAll;
    private final BodyReader reader = new BodyReader();

    public LeakAnalysis(ResourceCatalog catalog) {
        this(catalog, false);
    }

    private LeakAnalysis(ResourceCatalog catalog, boolean looksAtAll) {
        this.catalog = Objects.requireNonNull(catalog);
        this.looksAtAll = looksAtAll;
    }

    /** An analysis that takes every body for one that matters: slower, and what the other one is held against. */
    static LeakAnalysis ofAllBodies(ResourceCatalog catalog) {
        return new LeakAnalysis(catalog, true);
    }

    /** A parser for one thread, whose trees have only those bodies in them that are lowered at once. */
    public JavaSourceParser parser() {
        return JavaSourceParser.around(reader);
    }

    /**
     * Lowers one file; the syntax tree is not kept. Bodies that the parser has skipped are read and lowered when they are
     * asked for; until then the text of the file is kept. Safe from several threads.
     */
    public LoweredFile lower(ParsedFile file) {
        return FileLowering.lower(file, catalog.housePatterns());
    }

    /** Finds the leaks of all files together, with that many threads. The order of the files changes nothing. */
    public AnalysisResult solve(List<LoweredFile> files, int threads) throws InterruptedException {
        List<LoweredFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(LoweredFile::path));
        Workspace workspace = new Workspace(catalog, ordered);
        try (Workers workers = new Workers(threads)) {
            Relevance relevance = looksAtAll ? new Relevance.OfAll(workspace) : new Relevance(workspace);
            return new Run(workspace, relevance, workers).run();
        }
    }

    /** One analysis of one workspace. */
    private static final class Run {
        private final Workspace workspace;
        private final Workers workers;
        private final FindingFactory factory = new FindingFactory();
        private final GivenUp givenUp = new GivenUp();
        private final List<MethodModel> bodies = new ArrayList<>();
        private final Answering answering;

        Run(Workspace workspace, Relevance relevance, Workers workers) {
            this.workspace = workspace;
            this.workers = workers;
            workspace.files().forEach(file -> file.types()
                    .forEach(type ->
                            type.methods().stream().filter(MethodModel::hasBody).forEach(bodies::add)));
            this.answering = new Answering(workspace, relevance, bodies, workers, givenUp);
        }

        AnalysisResult run() throws InterruptedException {
            Map<MethodModel, Followed> followed = new LinkedHashMap<>();
            answering.answerDuties();
            List<MethodModel> open = answering.owing();
            for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
                List<Followed> done = workers.map(open, this::follow);
                for (int i = 0; i < open.size(); i++) {
                    followed.put(open.get(i), done.get(i));
                }
                open = unsettled(followed);
            }
            List<Finding> findings = new ArrayList<>();
            followed.values().forEach(each -> findings.addAll(each.findings()));
            FieldAnalysis fields = new FieldAnalysis(workspace, answering, givenUp, factory);
            followed.values().forEach(each -> each.inFields().ifPresent(fields::add));
            findings.addAll(fields.findings());
            List<Problem> problems = new ArrayList<>(givenUp.problems());
            workspace.files().forEach(file -> problems.addAll(file.problems()));
            return new AnalysisResult(findings, problems, bodies.size());
        }

        /**
         * What came of following all that a body owes.
         *
         * @param findings what stays open
         * @param inFields what is left in fields, if anything
         * @param asked what that rests on
         */
        private record Followed(List<Finding> findings, Optional<MethodResult> inFields, Set<Question> asked) {
            static final Followed NOTHING = new Followed(List.of(), Optional.empty(), Set.of());
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
        private List<MethodModel> unsettled(Map<MethodModel, Followed> followed) throws InterruptedException {
            Set<Question> asked = new LinkedHashSet<>();
            followed.values()
                    .forEach(each ->
                            each.asked().stream().filter(Question::isOpen).forEach(asked::add));
            Set<Question> changed = answering.answer(asked);
            return answering.owing().stream()
                    .filter(method -> {
                        Followed known = followed.get(method);
                        return known == null || !Collections.disjoint(changed, known.asked());
                    })
                    .toList();
        }
    }
}
