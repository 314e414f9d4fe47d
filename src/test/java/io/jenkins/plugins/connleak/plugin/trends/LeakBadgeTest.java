package io.jenkins.plugins.connleak.plugin.trends;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.actions.Standing;
import io.jenkins.plugins.connleak.plugin.badge.Badge;
import io.jenkins.plugins.connleak.plugin.badge.Badge.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakBadgeTest {
    @Test
    void goesByTheQualityGates() {
        assertThat(badge(point(3, 2, 1, Standing.PASSED))).isEqualTo(says("3, 2 new", Colour.GREEN));
        assertThat(badge(point(3, 2, 1, Standing.UNSTABLE))).isEqualTo(says("3, 2 new, unstable", Colour.AMBER));
        assertThat(badge(point(3, 0, 1, Standing.ERROR))).isEqualTo(says("1, failed", Colour.RED));
        assertThat(badge(point(3, 1, 0, Standing.FAILURE))).isEqualTo(says("1, 1 new, failed", Colour.RED));
    }

    @Test
    void goesByTheLeaksWhereThereAreNoGates() {
        assertThat(badge(point(3, 0, 0, Standing.UNJUDGED))).isEqualTo(says("none", Colour.GREEN));
        assertThat(badge(point(3, 0, 1200, Standing.UNJUDGED))).isEqualTo(says("1,200", Colour.AMBER));
        assertThat(badge(point(3, 1, 1, Standing.UNJUDGED))).isEqualTo(says("2, 1 new", Colour.RED));
    }

    @Test
    void showsTheLastBuildOfAllOrOfARelease() {
        List<TrendPoint> points = List.of(
                TrendPoints.point(1, 0, 7, "4.5"),
                TrendPoints.point(2, 0, 5, "4.5"),
                TrendPoints.point(3, 0, 3, "5.0"));

        assertThat(LeakBadge.of(points, "", "").message()).isEqualTo("3, unstable");
        assertThat(LeakBadge.of(points, "", "4.5").message()).isEqualTo("5, unstable");
        assertThat(LeakBadge.of(points, " shop ", "4").label()).isEqualTo("shop");
        assertThat(LeakBadge.of(points, "", "4")).isEqualTo(says("no scan", Colour.GREY));
    }

    @Test
    void isWrittenAsMarkdownThatNoNameBreaks() {
        assertThat(BadgeSnippet.markdown("connection leaks", "https://ci.example.org/job/shop/connleak/"))
                .isEqualTo("[![connection leaks](https://ci.example.org/job/shop/connleak/badge.svg)]"
                        + "(https://ci.example.org/job/shop/connleak/)");
        assertThat(BadgeSnippet.markdown("a]b", "https://ci.example.org/job/shop%20(old)/connleak/"))
                .isEqualTo("[![ab](https://ci.example.org/job/shop%20%28old%29/connleak/badge.svg)]"
                        + "(https://ci.example.org/job/shop%20%28old%29/connleak/)");
    }

    private static Badge says(String message, Colour colour) {
        return new Badge("connection leaks", message, colour);
    }

    private static Badge badge(TrendPoint point) {
        return LeakBadge.of(List.of(point), "", "");
    }

    private static TrendPoint point(int number, int definite, int possible, Standing standing) {
        TrendPoint point = TrendPoints.point(number, definite, possible);
        return new TrendPoint(
                number,
                point.finishedMillis(),
                point.label(),
                point.total(),
                point.groups(),
                new TrendPoint.Course(definite, 0, 0, "", standing));
    }
}
