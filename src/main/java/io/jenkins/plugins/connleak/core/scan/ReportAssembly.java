package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts a report together from what came of its files, in an order that depends on nothing but the input. */
final class ReportAssembly {
    private final ScanPlan plan;

    ReportAssembly(ScanPlan plan) {
        this.plan = plan;
    }

    /** What is wanted of each file that has a finding or that a finding's path goes through. */
    List<FileFinish.Task> tasks(List<FoundFile> files, List<Finding> findings) {
        Map<String, List<Finding>> byFile = new HashMap<>();
        Map<String, TreeSet<Integer>> shown = new HashMap<>();
        for (Finding finding : findings) {
            String file = finding.place().file();
            byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
            if (isSureEnough(finding)) {
                show(file, finding.place().line(), shown);
                for (PathStep step : finding.explanation().path()) {
                    show(step.file(), step.line(), shown);
                }
            }
        }
        return files.stream()
                .filter(file -> byFile.containsKey(file.path()) || shown.containsKey(file.path()))
                .map(file -> new FileFinish.Task(
                        file,
                        byFile.getOrDefault(file.path(), List.of()),
                        shown.getOrDefault(file.path(), new TreeSet<>())))
                .toList();
    }

    private static void show(String file, int line, Map<String, TreeSet<Integer>> shown) {
        shown.computeIfAbsent(file, key -> new TreeSet<>()).add(line);
    }

    private boolean isSureEnough(Finding finding) {
        return finding.certainty().isAtLeast(plan.options().minimum());
    }

    /** Fingerprints do not depend on what is silenced or not sure enough: those findings are numbered too. */
    ScanOutcome assemble(ScanFigures figures, List<FileFinish.Result> files, List<Problem> problems) {
        List<Problem> allProblems = new ArrayList<>(problems);
        List<FileFinish.Judged> judged = new ArrayList<>();
        List<SourceExcerpt> excerpts = new ArrayList<>();
        for (FileFinish.Result file : files) {
            judged.addAll(file.judged());
            excerpts.addAll(file.excerpts());
            allProblems.addAll(file.problems());
        }
        judged.sort(Comparator.comparing(FileFinish.Judged::finding, Finding.ORDER));
        List<Finding> findings = new ArrayList<>();
        List<SilencedFinding> silenced = new ArrayList<>();
        Fingerprints fingerprints = new Fingerprints();
        for (FileFinish.Judged each : judged) {
            Finding finding = each.finding().withFingerprint(fingerprints.next(each.parts()));
            if (isSureEnough(finding)) {
                each.silence()
                        .ifPresentOrElse(
                                silence -> silenced.add(new SilencedFinding(finding, silence.by(), silence.reason())),
                                () -> findings.add(finding));
            }
        }
        findings.sort(Finding.ORDER);
        silenced.sort(Comparator.comparing(SilencedFinding::finding, Finding.ORDER));
        excerpts.sort(Comparator.comparing(SourceExcerpt::file).thenComparingInt(SourceExcerpt::firstLine));
        List<Problem> distinct = allProblems.stream().distinct().sorted().toList();
        return new ScanOutcome(new ScanReport(plan.info(), figures, findings, silenced, distinct), excerpts);
    }
}
