package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All fixes of a report as one unified diff, for {@code patch -p1} or {@code git apply} in the scanned folder. */
public final class FixDiff {
    private FixDiff() {}

    /** Writes the diff, in the order of files and lines; empty if there is no fix. The target stays open. */
    public static void write(ScanReport report, Writer target) throws IOException {
        Map<String, Set<Fix>> byFile = new TreeMap<>();
        for (Finding finding : report.findings()) {
            Optional<Fix> fix = finding.explanation().offeredFix();
            if (fix.isPresent()) {
                byFile.computeIfAbsent(fix.get().file(), file -> new LinkedHashSet<>())
                        .add(fix.get());
            }
        }
        for (Map.Entry<String, Set<Fix>> file : byFile.entrySet()) {
            target.write(together(file.getKey(), List.copyOf(file.getValue())).diff());
        }
        target.flush();
    }

    /** One fix that does what all these fixes of a file do: hunks that meet become one. */
    static Fix together(String file, List<Fix> fixes) {
        HunkMerge merge = new HunkMerge();
        fixes.forEach(fix -> fix.hunks().forEach(merge::add));
        return new Fix(file, fixes.get(0).lineEnd(), new ArrayList<>(merge.hunks()));
    }
}
