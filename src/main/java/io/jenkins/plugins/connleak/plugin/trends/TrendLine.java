package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.plugin.actions.Standing;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A point as one line of text: sixteen fields with tabs between them, and a checksum of them, by which a damaged line
 * is known. Free text is encoded as in a URL; counts are written {@code never-closed=3,overwritten=1}. Lines of the first
 * version have the first nine fields, those of the second
 * all but the last two, those of the third all but the last.
 */
final class TrendLine {
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 16;
    private static final int FIELDS_OF_THIRD_VERSION = 15;
    private static final int FIELDS_OF_SECOND_VERSION = 14;
    private static final int FIELDS_OF_FIRST_VERSION = 9;

    private TrendLine() {}

    static String write(TrendPoint point) {
        String fields = String.join(
                SEPARATOR,
                Integer.toString(point.number()),
                Long.toString(point.finishedMillis()),
                encode(point.label().scanName()),
                encode(point.label().release()),
                encode(point.label().buildNumber()),
                Integer.toString(point.total()),
                counts(point.groups().byRule()),
                counts(point.groups().byCertainty()),
                counts(point.groups().byKind()),
                counts(point.groups().byPackage()),
                Integer.toString(point.course().added()),
                Integer.toString(point.course().fixed()),
                Long.toString(point.course().durationMillis()),
                encode(point.course().chart()),
                point.course().standing().name(),
                counts(point.course().evidence()));
        return fields + SEPARATOR + checksum(fields);
    }

    /** The point of that line, or empty if the line is damaged. */
    static Optional<TrendPoint> read(String line) {
        int end = line.lastIndexOf(SEPARATOR);
        if (end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))) {
            return Optional.empty();
        }
        String[] fields = line.substring(0, end).split(SEPARATOR, -1);
        boolean isFirst = fields.length == FIELDS_OF_FIRST_VERSION;
        boolean isLater = fields.length >= FIELDS_OF_SECOND_VERSION && fields.length <= FIELDS;
        if (!isFirst && !isLater) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrendPoint(
                    Integer.parseInt(fields[0]),
                    Long.parseLong(fields[1]),
                    new TrendPoint.Label(decode(fields[2]), decode(fields[3]), decode(fields[4])),
                    Integer.parseInt(fields[5]),
                    new TrendPoint.Groups(
                            counts(fields[6]),
                            counts(fields[7]),
                            counts(fields[8]),
                            isFirst ? Map.of() : counts(fields[9])),
                    isFirst ? TrendPoint.Course.UNKNOWN : course(fields)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TrendPoint.Course course(String[] fields) {
        return new TrendPoint.Course(
                Integer.parseInt(fields[10]),
                Integer.parseInt(fields[11]),
                Long.parseLong(fields[12]),
                decode(fields[13]),
                fields.length >= FIELDS_OF_THIRD_VERSION ? Standing.ofName(fields[14]) : Standing.UNJUDGED,
                fields.length == FIELDS ? counts(fields[15]) : Map.of());
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return counts;
        }
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no count: " + entry);
            }
            counts.put(decode(entry.substring(0, equals)), Integer.valueOf(entry.substring(equals + 1)));
        }
        return counts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String checksum(String fields) {
        CRC32 crc = new CRC32();
        crc.update(fields.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
