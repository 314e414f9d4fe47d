package io.jenkins.plugins.connleak.plugin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewTrendTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 4);

    @Test
    void addsUpTheLastBuildsOfEachDay() {
        ViewTrend trend = new ViewTrend(4, LAST, ZoneOffset.UTC);
        trend.add(List.of(point("2026-10-01", 9, 9), point("2026-11-02", 5, 1), point("2026-11-02", 4, 2)));
        trend.add(List.of(point("2026-11-03", 6, 0), point("2026-11-04", 0, 0)));
        trend.add(List.of(point("2026-11-05", 100, 100)));

        assertThat(trend.getDays())
                .extracting(day -> day.getFrom() + " " + day.getWidth() + " " + day.getLabel())
                .containsExactly(
                        "0.0 250.0 2026-11-01: 9 leaks, 9 of them definite, 1 scan",
                        "250.0 250.0 2026-11-02: 4 leaks, 2 of them definite, 1 scan",
                        "500.0 250.0 2026-11-03: 10 leaks, 2 of them definite, 2 scans",
                        "750.0 250.0 2026-11-04: 4 leaks, 2 of them definite, 2 scans");
        assertThat(trend.getTotalArea()).isEqualTo("M0 100V10.0H250.0V60.0H500.0V0.0H750.0V60.0H1000.0V100Z");
        assertThat(trend.getDefiniteArea()).isEqualTo("M0 100V10.0H250.0V80.0H500.0V80.0H750.0V80.0H1000.0V100Z");
        assertThat(List.of(trend.getFirst(), trend.getLast(), trend.getMost(), trend.isDrawn()))
                .isEqualTo(List.of("2026-11-01", "2026-11-04", 10, true));
    }

    @Test
    void isNotDrawnWithoutScansOrDays() {
        ViewTrend empty = new ViewTrend(30, LAST, ZoneOffset.UTC);
        ViewTrend none = new ViewTrend(0, LAST, ZoneOffset.UTC);
        none.add(List.of(point("2026-11-01", 1, 1)));
        ViewTrend one = new ViewTrend(1, LAST, ZoneOffset.UTC);
        one.add(List.of(point("2026-11-01", 1, 1)));

        assertThat(List.of(empty.isDrawn(), none.isDrawn(), one.isDrawn())).containsExactly(false, false, true);
        assertThat(one.getTotalArea()).isEqualTo("M0 100V0.0H1000.0V100Z");
    }

    @Test
    void staysAtTheBottomWithoutLeaks() {
        ViewTrend trend = new ViewTrend(2, LAST, ZoneOffset.UTC);
        trend.add(List.of(point("2026-11-01", 0, 0)));

        assertThat(trend.getTotalArea()).isEqualTo("M0 100V100.0H500.0V100.0H1000.0V100Z");
    }

    private static TrendPoint point(String day, int total, int definite) {
        return new TrendPoint(
                1,
                LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli(),
                new TrendPoint.Label("Leaks", "", "1"),
                total,
                new TrendPoint.Groups(Map.of(), Map.of("definite", definite), Map.of(), Map.of()),
                TrendPoint.Course.UNKNOWN);
    }
}
