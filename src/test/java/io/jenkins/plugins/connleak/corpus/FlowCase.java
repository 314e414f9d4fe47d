package io.jenkins.plugins.connleak.corpus;

import io.jenkins.plugins.connleak.core.leak.Analyses;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case of the corpus as the flow analysis gets it, parsed once, without a scan around it.
 *
 * @param name path of the file or folder, relative to the root of the corpus
 * @param files its files
 * @param markers what is expected of the flow analysis
 */
record FlowCase(String name, List<ParsedFile> files, List<Marker> markers) {
    private static final ResourceCatalog CATALOG = ResourceCatalog.builtIn();
    private static final Comparator<Finding> SUREST =
            Comparator.comparing(Finding::certainty).thenComparing(Finding::rule);

    /** Of one acquisition a report has one finding only. */
    private record Acquisition(String file, int line, String variable, String type) {
        static Acquisition of(Finding finding) {
            return new Acquisition(
                    finding.place().file(),
                    finding.place().line(),
                    finding.resource().variable(),
                    finding.resource().type());
        }
    }

    static FlowCase of(CorpusCase corpusCase) {
        List<ParsedFile> files = corpusCase.files().stream()
                .map(file -> new SourceFile(file, corpusCase.text(file)))
                .map(source -> new JavaSourceParser().parse(source).file().orElseThrow())
                .toList();
        List<Marker> markers = corpusCase.markers().stream()
                .filter(marker -> marker.leak().engine() == Engine.FLOW)
                .toList();
        return new FlowCase(corpusCase.name(), files, markers);
    }

    /** What it is about: the folder that it lies in. */
    String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    /**
     * What the analysis finds.
     *
     * @throws IllegalStateException if it gives up on anything
     */
    Collection<Finding> findings() throws InterruptedException {
        LeakAnalysis analysis = new LeakAnalysis(CATALOG);
        List<LoweredFile> lowered = files.stream().map(analysis::lower).toList();
        AnalysisResult result = Analyses.solve(analysis, lowered, 1);
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException(name + " was not analysed in full: " + result.problems());
        }
        Map<Acquisition, Finding> distinct = new LinkedHashMap<>();
        result.findings().stream()
                .sorted(SUREST)
                .forEach(finding -> distinct.putIfAbsent(Acquisition.of(finding), finding));
        return distinct.values();
    }

    /** What the findings are compared by. */
    List<Leak> leaks() throws InterruptedException {
        return findings().stream().map(finding -> Leak.of(finding, Engine.FLOW)).toList();
    }
}
