package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the archive's documents, version {@value #VERSION}, have in common, as {@code docs/archive.md} describes them.
 * Names that come from data are values, never keys; each text and list is bounded, so that no document comes near the
 * server's 16 MiB.
 */
final class ArchiveDocuments {
    static final int VERSION = 2;

    /** Longest text in characters; the rest is cut and marked. */
    static final int MAX_TEXT = 2_000;
    /** Longest name and longest text of a path's step in characters. */
    static final int MAX_SHORT_TEXT = 500;
    /** Names listed in one document, of each sort. */
    static final int MAX_NAMES = 1_000;

    static final String CUT = " [cut]";

    private ArchiveDocuments() {}

    /** The key of a result: equal for a replay, different for anything else. */
    static String id(ArchivedResult result) {
        return id(
                result.source(),
                result.report().info().tag().job(),
                result.build().buildId(),
                result.build().scanId());
    }

    /** The key of the result of that scan of that build. */
    static String id(String source, String job, String buildId, String scanId) {
        MessageDigest digest = sha256();
        for (String part : List.of(source, job, buildId, scanId)) {
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

    /**
     * A document with what builds and leaks have alike.
     *
     * @param expiresAfterDays when the server removes it, in days after the end of the scan; 0 for never
     */
    static Document tagged(String id, ArchivedResult result, int expiresAfterDays) {
        BuildTag tag = result.report().info().tag();
        Document document = new Document("_id", id)
                .append("schemaVersion", VERSION)
                .append("source", text(result.source()))
                .append("job", text(tag.job()))
                .append("buildId", text(result.build().buildId()))
                .append("scanId", text(result.build().scanId()))
                .append("release", text(tag.release()))
                .append("buildNumber", text(tag.buildNumber()))
                .append("finishedAt", Date.from(result.finishedAt()));
        if (expiresAfterDays > 0) {
            document.append("expiresAt", Date.from(result.finishedAt().plus(expiresAfterDays, ChronoUnit.DAYS)));
        }
        return document;
    }

    /** Reads a build's document back; what is missing or of another type reads as empty or none. */
    static HistoryEntry historyEntry(Document build) {
        Document totals = build.get("totals") instanceof Document found ? found : new Document();
        Instant finished = build.get("finishedAt") instanceof Date date ? date.toInstant() : Instant.EPOCH;
        BuildTag tag = new BuildTag(string(build, "job"), string(build, "release"), string(build, "buildNumber"));
        return new HistoryEntry(
                tag, finished, number(totals, "all"), counts(totals.get("byRule")), counts(totals.get("byCertainty")));
    }

    /** At most {@link #MAX_TEXT} characters. */
    static String text(String text) {
        return cut(text, MAX_TEXT);
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

    /** Counts by name as a list, since names are values: largest first, then by name. */
    static List<Document> named(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_NAMES)
                .map(each -> new Document("name", cut(each.getKey(), MAX_SHORT_TEXT)).append("count", each.getValue()))
                .toList();
    }

    private static String string(Document document, String key) {
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
                    counts.put(string(named, "name"), number(named, "count"));
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
