package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.BodyReader;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

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
    private final ResourceCatalog catalog;
    private final Function<Workspace, Relevance> relevances;
    private final BodyReader reader = new BodyReader();

    public LeakAnalysis(ResourceCatalog catalog) {
        this(catalog, Relevance::new);
    }

    /** An analysis that tells in a way of its own which bodies matter. */
    LeakAnalysis(ResourceCatalog catalog, Function<Workspace, Relevance> relevances) {
        this.catalog = Objects.requireNonNull(catalog);
        this.relevances = relevances;
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

    /** Finds the leaks of all files together. The order of the files and the number of threads change nothing. */
    public AnalysisResult solve(List<LoweredFile> files, Workers workers) throws InterruptedException {
        return run(files, workers, false).result();
    }

    /** The same, and what can be kept of it for {@link #solveAgain}. */
    public Solved solveToKeep(List<LoweredFile> files, Workers workers) throws InterruptedException {
        return run(files, workers, true);
    }

    /**
     * Finds the leaks of files of which most were analysed before: what would be found by looking at all of them anew.
     * Empty if so much has changed that all of them have to be.
     */
    public Optional<AnalysisResult> solveAgain(SavedAnalysis saved, ChangedFiles changed, Workers workers)
            throws InterruptedException {
        return new IncrementalAnalysis(catalog, saved, changed, workers).run();
    }

    /**
     * What was found, and what can be kept.
     *
     * @param result what was found
     * @param saved what can be kept; empty if that was not asked for
     */
    public record Solved(AnalysisResult result, Optional<SavedAnalysis> saved) {}

    private Solved run(List<LoweredFile> files, Workers workers, boolean keeps) throws InterruptedException {
        List<LoweredFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(LoweredFile::path));
        Workspace workspace = new Workspace(catalog, ordered);
        Relevance relevance = relevances.apply(workspace);
        GivenUp givenUp = new GivenUp();
        Answering answering = new Answering(workspace, relevance, workers, givenUp);
        answering.answerDuties();
        Following following = new Following(answering, workers, new FindingFactory(), givenUp);
        Map<MethodModel, Following.Followed> followed = following.follow(method -> true);
        List<Finding> findings = new ArrayList<>();
        followed.values().forEach(each -> findings.addAll(each.findings()));
        Map<MethodModel, FieldAnalysis.Outcome> fields = following.ofFields(workspace, followed.values());
        fields.values().forEach(each -> findings.addAll(each.findings()));
        AnalysisResult result = new AnalysisResult(
                findings, problems(workspace, givenUp), workspace.bodies().size());
        return new Solved(
                result,
                keeps
                        ? Optional.of(
                                new AnalysisKeeper(workspace).keep(relevance, answering, followed, fields, givenUp))
                        : Optional.empty());
    }

    static List<Problem> problems(Workspace workspace, GivenUp givenUp) {
        List<Problem> problems = new ArrayList<>(givenUp.problems());
        workspace.files().forEach(file -> problems.addAll(file.problems()));
        return problems;
    }
}
