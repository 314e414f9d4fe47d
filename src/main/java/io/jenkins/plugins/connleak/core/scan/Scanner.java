package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.source.FoundFiles;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Options in, report out: the one entry to the engine, for the command line and for Jenkins. */
public final class Scanner {
    private final ScanOptions options;

    public Scanner(ScanOptions options) {
        this.options = Objects.requireNonNull(options);
    }

    /**
     * Scans the trees under {@code roots}; with one root, paths in the report are relative to it, with several they
     * begin with the root's name as given. Same input, same result, whatever the number of threads.
     *
     * @throws ConfigurationException if the options or a file they name can't be used
     * @throws ScanException if a root does not exist, is no folder or can't be opened
     * @throws InterruptedException if the calling thread is interrupted; the scan stops promptly
     */
    public ScanOutcome scan(List<Path> roots, ScanProgress progress)
            throws ConfigurationException, ScanException, InterruptedException {
        ScanPlan plan = ScanPlan.of(options, roots);
        FoundFiles found = SourceTrees.of(roots).find(plan.finder());
        progress.started(found.files().size());
        LeakAnalysis analysis = new LeakAnalysis(plan.catalog());
        try (Workers workers = new Workers(plan.threads())) {
            List<FileScan.Result> files = workers.map(found.files(), () -> new FileScan(plan, analysis, progress));
            AnalysisResult solved = analysis.solve(
                    files.stream().flatMap(file -> file.lowered().stream()).toList(), plan.threads());
            List<Problem> problems = new ArrayList<>(found.problems());
            files.forEach(file -> problems.addAll(file.problems()));
            problems.addAll(solved.problems());
            List<Finding> findings = new ArrayList<>(solved.findings());
            files.forEach(file -> findings.addAll(file.findings()));
            ReportAssembly assembly = new ReportAssembly(plan);
            List<FileFinish.Result> finished = workers.map(
                    assembly.tasks(found.files(), Acquisitions.distinct(findings)), () -> new FileFinish(plan));
            return assembly.assemble(figures(files, solved), finished, problems);
        }
    }

    private static ScanFigures figures(List<FileScan.Result> files, AnalysisResult solved) {
        return new ScanFigures(
                (int) files.stream().filter(file -> file.lines().isPresent()).count(),
                (int) files.stream().filter(file -> file.lowered().isPresent()).count(),
                files.stream().mapToLong(file -> file.lines().orElse(0)).sum(),
                solved.methods());
    }
}
