package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes a report of logs in the legacy text form. They name neither lines nor variables: a leak is recognised by its file
 * and its method line, which is why imported leaks can be compared with imported ones only.
 */
public final class LegacyImport {
    /** Most bytes of a log. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Id of the engine in reports that were made of logs. */
    public static final String ENGINE = "regex";

    private static final String HINT = "The log that this was imported from does not say where in the method it is.";

    /** A log has more bytes than it may have. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    private LegacyImport() {}

    /**
     * Reads a log as UTF-8, or as ISO-8859-1 where it is not; {@code source} stays open.
     *
     * @param mostBytes so many bytes it may have, up to {@link #MAX_BYTES}
     * @throws ReportFormatException if it is no leak log, or not a whole one
     * @throws TooLargeException if it is longer
     */
    public static LegacyLog read(InputStream source, int mostBytes) throws IOException {
        byte[] bytes = source.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new TooLargeException("the leak log is longer than " + mostBytes + " bytes");
        }
        return LegacyReport.read(new StringReader(text(bytes)));
    }

    /** The report of those leaks; its order is that of all reports. */
    public static ScanReport report(List<LegacyLog.Leak> leaks, BuildTag tag, String toolVersion) {
        Map<LegacyLog.Leak, Integer> seen = new HashMap<>();
        List<Finding> findings = leaks.stream()
                .map(leak -> finding(leak, seen.merge(leak, 1, Integer::sum)))
                .sorted(Finding.ORDER)
                .toList();
        return new ScanReport(
                new ScanInfo(toolVersion, ENGINE, tag, Map.of("imported", "true")),
                new ScanFigures(0, 0, 0, 0),
                findings,
                List.of(),
                List.of());
    }

    private static Finding finding(LegacyLog.Leak leak, int ordinal) {
        // The form has null for what a pattern found before the first method of a file.
        String method = leak.method().equals("null") ? "" : leak.method();
        return new Finding(
                LeakKind.LEGACY_PATTERN,
                Certainty.POSSIBLE,
                new Resource(ResourceKind.RESULT_SET, "", ""),
                new Place(leak.file(), 0, "", "", method),
                new Explanation(
                        "A resource that the method acquires is not released",
                        List.of(new PathStep(leak.file(), 0, PathStep.Kind.ACQUIRED, "somewhere in the method")),
                        HINT),
                new Fingerprint(
                        hash(String.join("\n", LeakKind.LEGACY_PATTERN.id(), leak.file(), method) + "\n" + ordinal),
                        ""));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // Every sequence of bytes is a text in this one.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
