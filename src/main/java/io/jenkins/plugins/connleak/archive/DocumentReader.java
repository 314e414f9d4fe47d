package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanSeries;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the archive's documents, of all versions up to {@link ArchiveDocuments#VERSION}, and counts those that
 * it can't make any of. A document has to have what tells which build it is of and how many leaks that has; whatever
 * else is missing, or of another type, reads as empty.
 */
final class DocumentReader {
    private static final String VERSION = "schemaVersion";

    private int damaged;
    private int newer;

    /** What was left out so far. */
    Reading.Skipped skipped(int beyond) {
        return new Reading.Skipped(damaged, newer, beyond);
    }

    /** The build of that document, or empty if it is none; that is counted. */
    Optional<ArchivedBuild> build(Document document) {
        if (!isReadable(document)) {
            return Optional.empty();
        }
        Optional<ArchivedBuild> build = buildOf(document);
        damaged += build.isPresent() ? 0 : 1;
        return build;
    }

    /** The leak of that document, or empty if it is none; that is counted. */
    Optional<Finding> leak(Document document) {
        if (!isReadable(document)) {
            return Optional.empty();
        }
        Optional<Finding> leak = leakOf(document);
        damaged += leak.isPresent() ? 0 : 1;
        return leak;
    }

    private boolean isReadable(Document document) {
        Optional<Integer> version = number(document, VERSION);
        if (version.isEmpty() || version.get() < 1) {
            damaged++;
            return false;
        }
        if (version.get() > ArchiveDocuments.VERSION) {
            newer++;
            return false;
        }
        return true;
    }

    private static Optional<ArchivedBuild> buildOf(Document document) {
        if (!(document.get("_id") instanceof String key)
                || !(document.get("job") instanceof String job)
                || !(document.get("finishedAt") instanceof Date finished)
                || !(document.get("totals") instanceof Document totals)) {
            return Optional.empty();
        }
        return number(totals, "all")
                .filter(all -> all >= 0)
                .map(all -> new ArchivedBuild(
                        key,
                        new ScanSeries(text(document, "source"), job, text(document, "scanId")),
                        new ArchivedBuild.Label(
                                text(document, "buildId"),
                                text(document, "release"),
                                text(document, "buildNumber"),
                                text(document, "url")),
                        finished.toInstant(),
                        new ArchivedBuild.Totals(
                                all, counts(totals.get("byRule")), counts(totals.get("byCertainty")))));
    }

    private static Optional<Finding> leakOf(Document document) {
        Optional<LeakKind> rule = LeakKind.ofId(text(document, "rule"));
        Optional<Certainty> certainty = ofId(Certainty.values(), Certainty::id, text(document, "certainty"));
        String fingerprint = text(document, "fingerprint");
        if (rule.isEmpty() || certainty.isEmpty() || fingerprint.isEmpty()) {
            return Optional.empty();
        }
        ResourceKind kind = ofId(ResourceKind.values(), ResourceKind::id, text(document, "kind"))
                .orElse(ResourceKind.OTHER);
        return Optional.of(new Finding(
                rule.get(),
                certainty.get(),
                new Resource(kind, text(document, "type"), text(document, "variable")),
                new Place(
                        text(document, "file"),
                        number(document, "line").orElse(0),
                        text(document, "package"),
                        text(document, "class"),
                        text(document, "method")),
                new Explanation(text(document, "message"), List.of(), text(document, "hint")),
                new Fingerprint(fingerprint, text(document, "context"))));
    }

    private static <E> Optional<E> ofId(E[] values, Function<E, String> id, String wanted) {
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(wanted))
                .findFirst();
    }

    private static String text(Document document, String key) {
        return document.get(key) instanceof String text ? text : "";
    }

    /** A whole number, whatever type a foreign writer gave it. */
    private static Optional<Integer> number(Document document, String key) {
        if (!(document.get(key) instanceof Number number)) {
            return Optional.empty();
        }
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE
                ? Optional.of((int) value)
                : Optional.empty();
    }

    private static Map<String, Integer> counts(@Nullable Object list) {
        Map<String, Integer> counts = new TreeMap<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Document named && named.get("name") instanceof String name) {
                    counts.put(name, number(named, "count").orElse(0));
                }
            }
        }
        return counts;
    }
}
