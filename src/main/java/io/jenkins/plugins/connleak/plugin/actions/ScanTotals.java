package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one scan, kept in the build's record. A plain class because XStream can't read records; what a record
 * of an older version does not have is empty.
 */
public final class ScanTotals implements Serializable {
    /** So many packages are counted, those with most leaks. */
    static final int MAX_PACKAGES = 20;

    private static final long serialVersionUID = 1L;

    private final int total;
    private final int silenced;
    private final int problems;
    private final int files;
    private final long lines;
    private @Nullable LinkedHashMap<String, Integer> byRule;
    private @Nullable LinkedHashMap<String, Integer> byKind;
    private @Nullable LinkedHashMap<String, Integer> byCertainty;
    private @Nullable LinkedHashMap<String, Integer> byPackage;
    private @Nullable LinkedHashMap<String, Integer> evidence;

    /** The counts of that report. */
    public ScanTotals(ScanReport report) {
        List<Finding> findings = report.findings();
        this.total = findings.size();
        this.silenced = report.silenced().size();
        this.problems = report.problems().size();
        this.files = report.figures().files();
        this.lines = report.figures().lines();
        this.byRule = counted(
                findings,
                finding -> finding.rule().id(),
                Arrays.stream(LeakKind.values()).map(LeakKind::id).toList());
        this.byKind = counted(
                findings,
                finding -> finding.resource().kind().id(),
                Arrays.stream(ResourceKind.values()).map(ResourceKind::id).toList());
        this.byCertainty = counted(
                findings,
                finding -> finding.certainty().id(),
                Arrays.stream(Certainty.values()).map(Certainty::id).toList());
        this.evidence = new LinkedHashMap<>(report.evidence().totals().byName());
        this.byPackage = most(counted(findings, finding -> finding.place().packageName(), List.of()));
    }

    private Object readResolve() {
        byRule = byRule == null ? new LinkedHashMap<>() : byRule;
        byKind = byKind == null ? new LinkedHashMap<>() : byKind;
        byCertainty = byCertainty == null ? new LinkedHashMap<>() : byCertainty;
        byPackage = byPackage == null ? new LinkedHashMap<>() : byPackage;
        evidence = evidence == null ? new LinkedHashMap<>() : evidence;
        return this;
    }

    /** The first of those with most leaks, then by name. */
    private static LinkedHashMap<String, Integer> most(Map<String, Integer> counts) {
        LinkedHashMap<String, Integer> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_PACKAGES)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }

    /** In the order of {@code ids}, without those that do not occur. */
    private static LinkedHashMap<String, Integer> counted(
            List<Finding> findings, Function<Finding, String> key, List<String> ids) {
        LinkedHashMap<String, Integer> counts = new LinkedHashMap<>();
        ids.forEach(id -> counts.put(id, 0));
        findings.forEach(finding -> counts.merge(key.apply(finding), 1, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<String, Integer> view(@Nullable Map<String, Integer> counts) {
        return counts == null ? Map.of() : Collections.unmodifiableMap(counts);
    }

    /** Number of leaks. */
    public int getTotal() {
        return total;
    }

    /** Number of leaks that somebody decided not to see. */
    public int getSilenced() {
        return silenced;
    }

    /** Number of things that kept the scan from looking at all. */
    public int getProblems() {
        return problems;
    }

    /** Number of files read. */
    public int getFiles() {
        return files;
    }

    /** Number of lines read. */
    public long getLines() {
        return lines;
    }

    /** Number of leaks by rule id; rules without a leak are not in it. */
    public Map<String, Integer> getByRule() {
        return view(byRule);
    }

    /** Number of leaks by the id of the kind of resource; kinds without a leak are not in it. */
    public Map<String, Integer> getByKind() {
        return view(byKind);
    }

    /** Number of leaks by certainty id; certainties without a leak are not in it. */
    public Map<String, Integer> getByCertainty() {
        return view(byCertainty);
    }

    /** Number of leaks by package, of the packages that have most, the most first; the default package is empty. */
    public Map<String, Integer> getByPackage() {
        return view(byPackage);
    }

    /** Counts of run-time evidence by name, see {@link EvidenceTotals#byName}; empty if no log was read. */
    public Map<String, Integer> getEvidence() {
        return view(evidence);
    }
}
