package io.jenkins.plugins.connleak.plugin.trends;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which points of a trend a reader wants, as chosen in the browser.
 *
 * @param builds at most this many, the newest; less than 2 means all
 * @param days none older than this many days; less than 1 means all
 * @param axis what a point of the chart stands for
 */
record TrendRange(int builds, int days, Axis axis) {
    /** What a point of the chart stands for. */
    enum Axis {
        /** A build. */
        BUILD,
        /** The last build of a day. */
        DAY,
        /** A release, with its first and its last build. */
        RELEASE;

        /** The axis of that name in any case; builds if there is none. */
        static Axis ofName(String name) {
            return Arrays.stream(values())
                    .filter(axis -> axis.name().equalsIgnoreCase(name.trim()))
                    .findFirst()
                    .orElse(BUILD);
        }
    }

    /** What is shown to a reader who has chosen nothing. */
    static final TrendRange DEFAULT = new TrendRange(50, 0, Axis.BUILD);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads {@code {"numberOfBuilds": "50", "numberOfDays": "0", "buildAsDomain": "true"}}; what is missing or makes no
     * sense is as in {@link #DEFAULT}, because it comes from the browser's storage.
     */
    static TrendRange ofJson(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new TrendRange(
                    node.path("numberOfBuilds").asInt(DEFAULT.builds()),
                    node.path("numberOfDays").asInt(DEFAULT.days()),
                    node.path("buildAsDomain").asText("true").equals("true") ? Axis.BUILD : Axis.DAY);
        } catch (JsonProcessingException e) {
            return DEFAULT;
        }
    }

    /** Reads the parts of an address; what is missing or makes no sense is as in {@link #DEFAULT}. */
    static TrendRange of(String builds, String days, String axis) {
        return new TrendRange(number(builds, DEFAULT.builds()), number(days, DEFAULT.days()), Axis.ofName(axis));
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** Those of {@code points}, which are ordered, that are wanted at {@code nowMillis}. */
    List<TrendPoint> select(List<TrendPoint> points, long nowMillis) {
        long oldest = nowMillis - Duration.ofDays(days).toMillis();
        Predicate<TrendPoint> young = point -> days < 1 || point.finishedMillis() >= oldest;
        List<TrendPoint> wanted = points.stream().filter(young).toList();
        return builds < 2 || wanted.size() <= builds ? wanted : wanted.subList(wanted.size() - builds, wanted.size());
    }
}
