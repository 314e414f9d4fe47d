package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowLimitException;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.RunawayPatternException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The flow analysis of a set of files. First every file is lowered to a compact form of its own (safe from several
 * threads), then all of them are solved together: summaries of all methods in rounds, until nothing new is learned;
 * then the acquisitions that are still open at some way out are the findings.
 *
 * <p>It promises to end, and to give the same result for the same files in any order and with any number of threads. It
 * over-approximates paths (conditions are followed only where they compare with null, are booleans, or repeat), takes
 * code that can't be seen by its names, and gives up on a body that is too large, which it reports.
 */
public final class LeakAnalysis {
    /** Summaries travel one call per round; chains of helpers are short. */
    private static final int MAX_ROUNDS = 8;

    private final ResourceCatalog catalog;

    public LeakAnalysis(ResourceCatalog catalog) {
        this.catalog = Objects.requireNonNull(catalog);
    }

    /** Lowers one file; the syntax tree is not kept. Safe from several threads. */
    public LoweredFile lower(ParsedFile file) {
        return FileLowering.lower(file, catalog.housePatterns());
    }

    /** Finds the leaks of all files together, with that many threads. The order of the files changes nothing. */
    public AnalysisResult solve(List<LoweredFile> files, int threads) throws InterruptedException {
        List<LoweredFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(LoweredFile::path));
        Workspace workspace = new Workspace(catalog, ordered);
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            return new Run(workspace, executor).run();
        } finally {
            executor.shutdownNow();
        }
    }

    /** What an analysis of a method came to, and whose summaries it asked for. */
    private record Analysed(MethodResult result, Set<MethodModel> asked) {}

    /** One analysis of one workspace. */
    private static final class Run {
        private final Workspace workspace;
        private final ExecutorService executor;
        private final ExceptionTypes exceptions;
        private final Map<MethodModel, MethodSummary> summaries = new IdentityHashMap<>();
        private final Map<MethodModel, MethodResult> results = new IdentityHashMap<>();
        private final Map<MethodModel, Problem> givenUp = new IdentityHashMap<>();
        private final Readers readers;

        Run(Workspace workspace, ExecutorService executor) {
            this.workspace = workspace;
            this.executor = executor;
            this.exceptions = new ExceptionTypes(workspace);
            this.readers = new Readers(workspace);
        }

        AnalysisResult run() throws InterruptedException {
            Collection<MethodModel> round = readers.methods();
            for (int i = 0; i < MAX_ROUNDS && !round.isEmpty(); i++) {
                round = readers.of(round(round));
            }
            List<Finding> findings = new ArrayList<>();
            FindingFactory factory = new FindingFactory();
            Map<MethodModel, MethodResult> ordered = new LinkedHashMap<>();
            for (MethodModel method : readers.methods()) {
                MethodResult result = results.get(method);
                if (result != null) {
                    ordered.put(method, result);
                    findings.addAll(factory.findings(result));
                }
            }
            findings.addAll(new FieldAnalysis(workspace, ordered, factory).findings());
            List<Problem> problems = new ArrayList<>(givenUp.values());
            workspace.files().forEach(file -> problems.addAll(file.problems()));
            return new AnalysisResult(findings, problems, readers.methods().size());
        }

        /** Analyses the methods with the summaries of the round before; returns those whose summaries are new. */
        private List<MethodModel> round(Collection<MethodModel> methods) throws InterruptedException {
            List<MethodModel> list = List.copyOf(methods);
            List<Future<Analysed>> futures = new ArrayList<>();
            for (MethodModel method : list) {
                Callable<Analysed> task = () -> analyse(method);
                futures.add(executor.submit(task));
            }
            Map<MethodModel, Analysed> done = new IdentityHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                try {
                    done.put(list.get(i), futures.get(i).get());
                } catch (ExecutionException e) {
                    giveUp(list.get(i), Objects.requireNonNullElse(e.getCause(), e));
                }
            }
            List<MethodModel> changed = new ArrayList<>();
            done.forEach((method, analysed) -> {
                readers.note(method, analysed.asked());
                results.put(method, analysed.result());
                MethodSummary summary = analysed.result().summary();
                MethodSummary before = summaries.put(method, summary);
                if (!summary.equals(before != null ? before : MethodSummary.unknown(method.signature()))) {
                    changed.add(method);
                }
            });
            return changed;
        }

        private Analysed analyse(MethodModel method) {
            SummaryTable seen = new SummaryTable(summaries);
            MethodResult result = new MethodAnalysis(workspace, exceptions, seen)
                    .analyse(method, method.graph().orElseThrow());
            return new Analysed(result, seen.asked());
        }

        private void giveUp(MethodModel method, Throwable cause) {
            results.remove(method);
            boolean isPattern = cause instanceof RunawayPatternException;
            boolean isLimit = isPattern || cause instanceof FlowLimitException;
            int line = method.graph().map(graph -> graph.nodes().get(0).line()).orElse(0);
            String reason = isPattern
                    ? String.valueOf(cause.getMessage())
                    : isLimit ? cause.getMessage() + ". Split it." : "an error of connleak: " + cause;
            givenUp.put(
                    method,
                    new Problem(
                            isLimit ? Problem.Kind.LIMIT : Problem.Kind.INTERNAL,
                            method.owner().file().path(),
                            line,
                            "Method " + method.signature().display() + " was not analysed: " + reason));
        }
    }
}
