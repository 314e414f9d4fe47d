package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The archive's documents, version {@value #VERSION}, as {@code docs/archive.md} describes them. Names that come from
 * data are values, never keys; each text and list is bounded, so that no document comes near the server's 16 MiB.
 */
final class ArchiveDocuments {
    static final int VERSION = 1;

    /** Longest text in characters; the rest is cut and marked. */
    static final int MAX_TEXT = 2_000;
    /** Longest text of a path's step in characters. */
    static final int MAX_STEP_TEXT = 500;
    /** Steps of a path; those in its middle are left out. */
    static final int MAX_STEPS = 100;
    /** Packages and options listed in one document. */
    static final int MAX_NAMES = 1_000;

    static final String CUT = " [cut]";

    private ArchiveDocuments() {}

    /** The key of a result: equal for a replay, different for anything else. */
    static String id(ArchivedResult result) {
        MessageDigest digest = sha256();
        for (String part : List.of(
                result.source(),
                result.report().info().tag().job(),
                result.build().buildId(),
                result.build().scanId())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length in front keeps ("a", "bc") and ("ab", "c") apart.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The key of a finding: its place in the report's order, so that a replay meets its own documents. */
    static String findingId(String buildId, int ordinal) {
        return String.format(Locale.ROOT, "%s-%06d", buildId, ordinal);
    }

    static Document build(String id, ArchivedResult result) {
        ScanReport report = result.report();
        Instant started = result.finishedAt().minusMillis(result.durationMillis());
        return tagged(id, result)
                .append("url", cut(result.build().url(), MAX_TEXT))
                .append("startedAt", Date.from(started))
                .append("durationMillis", result.durationMillis())
                .append("toolVersion", cut(report.info().toolVersion(), MAX_TEXT))
                .append("engine", cut(report.info().engine(), MAX_TEXT))
                .append("options", options(report.info().options()))
                .append("figures", figures(report.figures()))
                .append("problems", problems(report))
                .append("totals", totals(report));
    }

    static Document finding(String buildId, int ordinal, ArchivedResult result) {
        Finding finding = result.report().findings().get(ordinal);
        Place place = finding.place();
        List<PathStep> path = finding.explanation().path();
        return tagged(findingId(buildId, ordinal), result)
                .append("build", buildId)
                .append("ordinal", ordinal)
                .append("fingerprint", cut(finding.fingerprint().exact(), MAX_TEXT))
                .append("context", cut(finding.fingerprint().context(), MAX_TEXT))
                .append("rule", finding.rule().id())
                .append("certainty", finding.certainty().id())
                .append("kind", finding.resource().kind().id())
                .append("type", cut(finding.resource().type(), MAX_TEXT))
                .append("variable", cut(finding.resource().variable(), MAX_TEXT))
                .append("file", cut(place.file(), MAX_TEXT))
                .append("line", place.line())
                .append("package", cut(place.packageName(), MAX_TEXT))
                .append("class", cut(place.className(), MAX_TEXT))
                .append("method", cut(place.method(), MAX_TEXT))
                .append("message", cut(finding.explanation().message(), MAX_TEXT))
                .append("hint", cut(finding.explanation().hint(), MAX_TEXT))
                .append("path", path(path))
                .append("stepsLeftOut", Math.max(0, path.size() - MAX_STEPS));
    }

    /** Reads a build's document back; what is missing or of another type reads as empty or none. */
    static HistoryEntry historyEntry(Document build) {
        Document totals = build.get("totals") instanceof Document found ? found : new Document();
        Instant finished = build.get("finishedAt") instanceof Date date ? date.toInstant() : Instant.EPOCH;
        BuildTag tag = new BuildTag(text(build, "job"), text(build, "release"), text(build, "buildNumber"));
        return new HistoryEntry(
                tag, finished, number(totals, "all"), counts(totals.get("byRule")), counts(totals.get("byCertainty")));
    }

    /** At most {@code max} characters; what was cut is marked, and halves of characters become U+FFFD. */
    static String cut(String text, int max) {
        if (text.length() <= max && text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        String kept = text;
        if (text.length() > max) {
            int end = max - CUT.length();
            kept = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
        }
        StringBuilder clean = new StringBuilder(kept.length());
        kept.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static Document tagged(String id, ArchivedResult result) {
        BuildTag tag = result.report().info().tag();
        return new Document("_id", id)
                .append("schemaVersion", VERSION)
                .append("source", cut(result.source(), MAX_TEXT))
                .append("job", cut(tag.job(), MAX_TEXT))
                .append("buildId", cut(result.build().buildId(), MAX_TEXT))
                .append("scanId", cut(result.build().scanId(), MAX_TEXT))
                .append("release", cut(tag.release(), MAX_TEXT))
                .append("buildNumber", cut(tag.buildNumber(), MAX_TEXT))
                .append("finishedAt", Date.from(result.finishedAt()));
    }

    private static Document figures(ScanFigures figures) {
        return new Document("files", figures.files())
                .append("parsedFiles", figures.parsedFiles())
                .append("lines", figures.lines())
                .append("methods", figures.methods());
    }

    private static Document problems(ScanReport report) {
        return new Document("all", report.problems().size())
                .append("byKind", named(count(report.problems(), problem -> problem.kind()
                        .id())));
    }

    private static Document totals(ScanReport report) {
        List<Finding> findings = report.findings();
        Map<String, Integer> packages =
                count(findings, finding -> finding.place().packageName());
        return new Document("all", findings.size())
                .append("silenced", report.silenced().size())
                .append("byRule", named(count(findings, finding -> finding.rule()
                        .id())))
                .append("byKind", named(count(findings, finding -> finding.resource()
                        .kind()
                        .id())))
                .append("byCertainty", named(count(findings, finding -> finding.certainty()
                        .id())))
                .append("byPackage", named(packages))
                .append("packagesLeftOut", Math.max(0, packages.size() - MAX_NAMES));
    }

    private static <T> Map<String, Integer> count(List<T> items, Function<T, String> name) {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(name.apply(item), 1, Integer::sum));
        return counts;
    }

    /** Largest first, then by name. */
    private static List<Document> named(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_NAMES)
                .map(each -> new Document("name", cut(each.getKey(), MAX_STEP_TEXT)).append("count", each.getValue()))
                .toList();
    }

    private static List<Document> options(Map<String, String> options) {
        return options.entrySet().stream()
                .limit(MAX_NAMES)
                .map(each -> new Document("name", cut(each.getKey(), MAX_STEP_TEXT))
                        .append("value", cut(each.getValue(), MAX_TEXT)))
                .toList();
    }

    /** The beginning and the end of a path: where it is acquired and where it leaks. */
    private static List<Document> path(List<PathStep> steps) {
        if (steps.size() <= MAX_STEPS) {
            return steps.stream().map(ArchiveDocuments::step).toList();
        }
        int half = MAX_STEPS / 2;
        return Stream.concat(steps.subList(0, half).stream(), steps.subList(steps.size() - half, steps.size()).stream())
                .map(ArchiveDocuments::step)
                .toList();
    }

    private static Document step(PathStep step) {
        return new Document("file", cut(step.file(), MAX_STEP_TEXT))
                .append("line", step.line())
                .append("kind", step.kind().id())
                .append("text", cut(step.text(), MAX_STEP_TEXT));
    }

    private static String text(Document document, String key) {
        return document.get(key) instanceof String text ? text : "";
    }

    private static int number(Document document, String key) {
        return document.get(key) instanceof Number number ? number.intValue() : 0;
    }

    private static Map<String, Integer> counts(@Nullable Object list) {
        Map<String, Integer> counts = new TreeMap<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Document named) {
                    counts.put(text(named, "name"), number(named, "count"));
                }
            }
        }
        return counts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
