package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.List;
import java.util.Map;

/** Analyses of texts, and of what they are lowered to. */
public final class Analyses {
    /** What comes with the program, read once: that takes longer than a small analysis. */
    static final ResourceCatalog CATALOG = ResourceCatalog.builtIn();

    private Analyses() {}

    /** What comes of files, by their paths. */
    static AnalysisResult of(ResourceCatalog catalog, Map<String, String> files) throws InterruptedException {
        LeakAnalysis analysis = new LeakAnalysis(catalog);
        List<LoweredFile> lowered = files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue()))
                .map(source -> new JavaSourceParser().parse(source).file().orElseThrow())
                .map(analysis::lower)
                .toList();
        return solve(analysis, lowered, 1);
    }

    /** The leaks of files, found with that many threads. */
    public static AnalysisResult solve(LeakAnalysis analysis, List<LoweredFile> files, int threads)
            throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            return analysis.solve(files, workers);
        }
    }

    /** What comes of one file of the path {@code A.java}. */
    static AnalysisResult of(ResourceCatalog catalog, String text) throws InterruptedException {
        return of(catalog, Map.of("A.java", text));
    }

    /** Findings as "line rule certainty", in order. */
    static List<String> verdicts(AnalysisResult result) {
        return result.findings().stream()
                .sorted(Finding.ORDER)
                .map(finding -> finding.place().line() + " " + finding.rule().id() + " "
                        + finding.certainty().id())
                .toList();
    }
}
