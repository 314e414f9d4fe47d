package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/** Counts leaks while they pass, so that none has to be kept. */
final class Totals {
    private final Map<String, Integer> byRule = new TreeMap<>();
    private final Map<String, Integer> byKind = new TreeMap<>();
    private final Map<String, Integer> byCertainty = new TreeMap<>();
    private final Map<String, Integer> byPackage = new TreeMap<>();
    private int all;

    void add(Finding finding) {
        all++;
        byRule.merge(finding.rule().id(), 1, Integer::sum);
        byKind.merge(finding.resource().kind().id(), 1, Integer::sum);
        byCertainty.merge(finding.certainty().id(), 1, Integer::sum);
        byPackage.merge(finding.place().packageName(), 1, Integer::sum);
    }

    int all() {
        return all;
    }

    /** The document of the counts; what is new, outstanding and fixed is in it only if it is known. */
    Document document(int silenced, Optional<ResultContext.Changes> changes) {
        Document totals = new Document("all", all).append("silenced", silenced);
        changes.ifPresent(known -> totals.append("new", known.added().size())
                .append("outstanding", all - known.added().size())
                .append("fixed", known.fixed()));
        return totals.append("byRule", ArchiveDocuments.named(byRule))
                .append("byKind", ArchiveDocuments.named(byKind))
                .append("byCertainty", ArchiveDocuments.named(byCertainty))
                .append("byPackage", ArchiveDocuments.named(byPackage))
                .append("packagesLeftOut", Math.max(0, byPackage.size() - ArchiveDocuments.MAX_NAMES));
    }
}
