package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.cache.Later;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.leak.SavedAnalysis;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.FoundFiles;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One scan of the files that were found: of all of them, or of those that have changed since an earlier one. */
final class ScanRun {
    private static final AnalysisResult NOT_ASKED = new AnalysisResult(List.of(), List.of(), 0);

    private final ScanPlan plan;
    private final FoundFiles found;
    private final Workers workers;
    private final ScanProgress progress;
    private final LeakAnalysis analysis;

    ScanRun(ScanPlan plan, FoundFiles found, Workers workers, ScanProgress progress) {
        this.plan = plan;
        this.found = found;
        this.workers = workers;
        this.progress = progress;
        this.analysis = new LeakAnalysis(plan.catalog());
    }

    /** Looks at all files. */
    ScanOutcome whole() throws InterruptedException {
        List<FileScan.Result> files = look(found.files());
        return finish(facts(files), analysis.solve(lowered(files), workers), Optional.empty())
                .outcome();
    }

    /** Looks at the files that have changed since the scan that is kept; at all of them, and keeps that, if need be. */
    ScanOutcome kept(ScanCache cache) throws InterruptedException {
        Optional<EarlierScan> earlier = cache.earlier(found.files(), workers, plan);
        if (earlier.isPresent()) {
            try {
                Optional<ScanOutcome> again = again(earlier.get());
                if (again.isPresent()) {
                    return again.get();
                }
                progress.note("cache: too much hangs on what has changed, so all files are looked at");
            } catch (RuntimeException e) {
                // what is kept has its checksum, but whoever may write it can make both: it must not end the scan
                progress.note("cache: what was kept makes no sense: " + e + ", so all files are looked at");
            }
        }
        List<FileScan.Result> files = look(found.files());
        boolean usesFlow = plan.options().engine().usesFlow();
        LeakAnalysis.Solved solved = usesFlow
                ? analysis.solveToKeep(lowered(files), workers)
                : new LeakAnalysis.Solved(NOT_ASKED, Optional.empty());
        Finish finish = finish(facts(files), solved.result(), Optional.empty());
        cache.write(saved(files, solved.saved(), solved.result(), finish));
        return finish.outcome();
    }

    private Optional<ScanOutcome> again(EarlierScan earlier) throws InterruptedException {
        List<FileScan.Result> changed = look(earlier.changed());
        Optional<SavedAnalysis> saved = earlier.saved().analysis();
        Optional<AnalysisResult> solved = earlier.isWholeSame() || saved.isEmpty()
                ? Optional.of(earlier.saved().solved().get())
                : analysis.solveAgain(
                        saved.get(), new SourceChanges(earlier, changed, analysis, plan.reader(), workers), workers);
        if (solved.isEmpty()) {
            return Optional.empty();
        }
        Map<String, SavedScan.FileFacts> facts = facts(changed);
        for (FoundFile file : earlier.unchanged()) {
            SavedScan.FileFacts known = earlier.facts(file.path());
            facts.put(file.path(), known);
            progress.fileDone(known.lines().orElse(0));
        }
        return Optional.of(finish(facts, solved.get(), Optional.of(earlier)).outcome());
    }

    private List<FileScan.Result> look(List<FoundFile> files) throws InterruptedException {
        return workers.map(files, () -> new FileScan(plan, analysis, progress));
    }

    private static List<LoweredFile> lowered(List<FileScan.Result> files) {
        return files.stream().flatMap(file -> file.lowered().stream()).toList();
    }

    private static Map<String, SavedScan.FileFacts> facts(List<FileScan.Result> files) {
        Map<String, SavedScan.FileFacts> facts = new HashMap<>();
        files.forEach(file -> facts.put(file.file().path(), facts(file)));
        return facts;
    }

    private static SavedScan.FileFacts facts(FileScan.Result file) {
        return new SavedScan.FileFacts(file.lines(), file.lowered().isPresent(), file.findings(), file.problems());
    }

    /**
     * A report, and what went into it.
     *
     * @param outcome the report
     * @param tasks the files with findings
     * @param results what came of them
     */
    private record Finish(ScanOutcome outcome, List<FileFinish.Task> tasks, List<FileFinish.Result> results) {}

    private Finish finish(Map<String, SavedScan.FileFacts> facts, AnalysisResult solved, Optional<EarlierScan> earlier)
            throws InterruptedException {
        List<Problem> problems = new ArrayList<>(found.problems());
        facts.values().forEach(file -> problems.addAll(file.problems()));
        problems.addAll(solved.problems());
        List<Finding> findings = new ArrayList<>(solved.findings());
        found.files().stream()
                .map(file -> facts.get(file.path()))
                .filter(Objects::nonNull)
                .forEach(file -> findings.addAll(file.findings()));
        ReportAssembly assembly = new ReportAssembly(plan);
        List<FileFinish.Task> tasks = assembly.tasks(found.files(), Acquisitions.distinct(findings));
        List<FileFinish.Result> results = results(tasks, earlier);
        return new Finish(assembly.assemble(figures(facts, solved), results, problems), tasks, results);
    }

    private List<FileFinish.Result> results(List<FileFinish.Task> tasks, Optional<EarlierScan> earlier)
            throws InterruptedException {
        List<Optional<FileFinish.Result>> known = tasks.stream()
                .map(task -> earlier.flatMap(each -> each.finished(task)))
                .toList();
        List<FileFinish.Task> open = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isEmpty()) {
                open.add(tasks.get(i));
            }
        }
        List<FileFinish.Result> made = workers.map(open, () -> new FileFinish(plan));
        List<FileFinish.Result> all = new ArrayList<>();
        int next = 0;
        for (Optional<FileFinish.Result> each : known) {
            all.add(each.isPresent() ? each.get() : made.get(next++));
        }
        return all;
    }

    private static ScanFigures figures(Map<String, SavedScan.FileFacts> facts, AnalysisResult solved) {
        return new ScanFigures(
                (int) facts.values().stream()
                        .filter(file -> file.lines().isPresent())
                        .count(),
                (int) facts.values().stream()
                        .filter(SavedScan.FileFacts::isLowered)
                        .count(),
                facts.values().stream()
                        .mapToLong(file -> file.lines().orElse(0))
                        .sum(),
                solved.methods());
    }

    private static SavedScan saved(
            List<FileScan.Result> files, Optional<SavedAnalysis> analysis, AnalysisResult solved, Finish finish) {
        List<SavedFiles.Entry> entries = files.stream()
                .filter(file -> file.checksum().isPresent())
                .map(file ->
                        new SavedFiles.Entry(file.file().path(), file.checksum().getAsLong(), facts(file)))
                .toList();
        List<SavedScan.Finished> finished = new ArrayList<>();
        for (int i = 0; i < finish.tasks().size(); i++) {
            FileFinish.Task task = finish.tasks().get(i);
            finished.add(new SavedScan.Finished(
                    task.file().path(),
                    task.findings(),
                    List.copyOf(task.shown()),
                    finish.results().get(i)));
        }
        return new SavedScan(SavedFiles.of(entries), analysis, Later.of(solved), finished);
    }
}
