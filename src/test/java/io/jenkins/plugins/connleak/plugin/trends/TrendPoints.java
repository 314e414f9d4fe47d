package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.plugin.actions.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Points to draw. */
final class TrendPoints {
    private static final long DAY = 24L * 60 * 60 * 1000;

    private TrendPoints() {}

    /** A point with {@code definite} sure leaks and {@code possible} others; one build a day. */
    static TrendPoint point(int number, int definite, int possible) {
        return point(number, definite, possible, "4.5.0");
    }

    /** Such a point of that release. */
    static TrendPoint point(int number, int definite, int possible, String release) {
        return new TrendPoint(
                number,
                number * DAY,
                new TrendPoint.Label("Leaks\tof \u00fc\n100% = a,b", release, "b " + number),
                definite + possible,
                new TrendPoint.Groups(
                        Map.of("never-closed", definite + possible),
                        definite == 0
                                ? Map.of("possible", possible)
                                : Map.of("definite", definite, "possible", possible),
                        Map.of("connection", definite + possible),
                        Map.of("", possible, "shop.orders", definite)),
                new TrendPoint.Course(
                        definite,
                        possible,
                        number * 1_500L,
                        "NEW_FIXED",
                        Standing.UNSTABLE,
                        Map.of("confirmed", definite, "leaks", 3)));
    }

    static List<TrendPoint> points(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> point(number, number, 1))
                .toList();
    }
}
