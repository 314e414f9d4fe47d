package io.jenkins.plugins.connleak.plugin.trends;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.trends.TrendRange.Axis;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendModelTest {
    private static final long DAY = 24L * 60 * 60 * 1000;

    @Test
    void stacksPossibleLeaksOnDefiniteOnes() {
        List<TrendPoint> points = List.of(TrendPoints.point(3, 2, 1), TrendPoints.point(5, 0, 4));

        assertThat(model(TrendRange.DEFAULT, ChartKind.CERTAINTY, points))
                .isEqualTo("{\"domainAxisLabels\":[\"#3\",\"#5\"],\"buildNumbers\":[3,5],\"series\":["
                        + "{\"name\":\"Definite\",\"symbol\":\"circle\",\"type\":\"line\","
                        + "\"stack\":\"stacked\",\"areaStyle\":{\"normal\":true},\"itemStyle\":{\"color\":\"--red\"},\"emphasis\":null,"
                        + "\"data\":[2,0]},"
                        + "{\"name\":\"Possible\",\"symbol\":\"circle\",\"type\":\"line\","
                        + "\"stack\":\"stacked\",\"areaStyle\":{\"normal\":true},\"itemStyle\":{\"color\":\"--orange\"},\"emphasis\":null,"
                        + "\"data\":[1,4]}],"
                        + "\"rangeMin\":0,\"rangeMax\":null,\"releases\":[{\"at\":0,\"name\":\"4.5.0\"}],"
                        + "\"domainAxisItemName\":\"Build\",\"integerRangeAxis\":true}");
    }

    @Test
    void drawsWhatWasSeenAtRunTime() {
        List<TrendPoint> points = List.of(TrendPoints.point(3, 2, 1), TrendPoints.point(5, 0, 4));

        assertThat(model(TrendRange.DEFAULT, ChartKind.EVIDENCE, points))
                .contains(
                        "\"name\":\"Leaks seen at run time\"",
                        "\"data\":[2,0]},",
                        "\"name\":\"Places not found in the sources\"",
                        "\"data\":[0,0]},",
                        "\"name\":\"Leaked connections\"",
                        "\"data\":[3,3]},",
                        "\"name\":\"Requests without a connection\"");
    }

    @Test
    void showsTheLastBuildOfADay() {
        TrendPoint morning = TrendPoints.point(1, 1, 0);
        TrendPoint evening = new TrendPoint(
                2,
                morning.finishedMillis() + 1000,
                morning.label(),
                5,
                TrendPoints.point(1, 5, 0).groups(),
                morning.course());

        assertThat(model(new TrendRange(50, 0, Axis.DAY), ChartKind.CERTAINTY, List.of(morning, evening)))
                .contains("\"domainAxisLabels\":[\"1970-01-02\"],\"buildNumbers\":[2]")
                .contains("\"data\":[5]");
    }

    @Test
    void keepsAnAxisWhenThereIsNoLeak() {
        assertThat(model(TrendRange.DEFAULT, ChartKind.RULES, List.of(TrendPoints.point(1, 0, 0))))
                .contains("\"rangeMax\":1");
    }

    @Test
    void readsTheChoiceOfTheBrowser() {
        assertThat(TrendRange.ofJson("{\"numberOfBuilds\":\"10\",\"numberOfDays\":\"3\",\"buildAsDomain\":\"false\"}"))
                .isEqualTo(new TrendRange(10, 3, Axis.DAY));
        assertThat(TrendRange.ofJson("{\"numberOfBuilds\":7,\"width\":\"500\"}"))
                .isEqualTo(new TrendRange(7, 0, Axis.BUILD));
    }

    @Test
    void showsTheDefaultForAChoiceThatMakesNoSense() {
        for (String json : List.of("{}", "", "nix", "[1]", "{\"numberOfBuilds\":\"many\"}", "null")) {
            assertThat(TrendRange.ofJson(json)).as(json).isEqualTo(TrendRange.DEFAULT);
        }
    }

    @Test
    void selectsTheNewestBuildsAndTheLastDays() {
        List<TrendPoint> points = TrendPoints.points(100);

        assertThat(TrendRange.DEFAULT.select(points, 0)).isEqualTo(points.subList(50, 100));
        assertThat(new TrendRange(0, 0, Axis.BUILD).select(points, 0)).isEqualTo(points);
        assertThat(new TrendRange(0, 10, Axis.BUILD).select(points, 100 * DAY)).isEqualTo(points.subList(89, 100));
        assertThat(new TrendRange(5, 10, Axis.BUILD).select(points, 100 * DAY)).isEqualTo(points.subList(95, 100));
    }

    @Test
    void drawsEachKind() {
        List<TrendPoint> points = List.of(TrendPoints.point(3, 2, 1), TrendPoints.point(5, 0, 4));

        assertThat(lines(ChartKind.NEW_FIXED, points)).containsExactly("New [2, 0]", "Fixed [1, 4]");
        assertThat(lines(ChartKind.RULES, points)).containsExactly("never-closed [3, 4]");
        assertThat(lines(ChartKind.PACKAGES, points)).containsExactly("(default package) [1, 4]", "shop.orders [2, 0]");
        assertThat(lines(ChartKind.DURATION, points)).containsExactly("Seconds [4.5, 7.5]");
    }

    @Test
    void drawsNoMorePackagesThanFit() {
        Map<String, Integer> many = IntStream.range(0, 30)
                .boxed()
                .collect(Collectors.toMap(i -> String.format(Locale.ROOT, "p%02d", i), i -> i + 1));
        TrendPoint point = TrendPoints.point(1, 1, 0);
        TrendPoint wide = new TrendPoint(
                1, 0, point.label(), 465, new TrendPoint.Groups(Map.of(), Map.of(), Map.of(), many), point.course());

        assertThat(lines(ChartKind.PACKAGES, List.of(wide)))
                .hasSize(TrendLines.MAX_PACKAGES)
                .startsWith("p29 [30]", "p28 [29]");
    }

    @Test
    void marksWhereReleasesBegin() {
        List<TrendPoint> points = List.of(
                TrendPoints.point(1, 1, 0, ""),
                TrendPoints.point(2, 1, 0, "1.0"),
                TrendPoints.point(3, 1, 0, "1.0"),
                TrendPoints.point(4, 1, 0, "2.0"),
                TrendPoints.point(5, 1, 0, "1.0"));

        assertThat(model(TrendRange.DEFAULT, ChartKind.CERTAINTY, points))
                .contains("\"releases\":[{\"at\":1,\"name\":\"1.0\"},{\"at\":3,\"name\":\"2.0\"},"
                        + "{\"at\":4,\"name\":\"1.0\"}]");
    }

    @Test
    void comparesTheFirstAndTheLastBuildOfEachRelease() {
        List<TrendPoint> points = List.of(
                TrendPoints.point(1, 9, 0, "1.0"),
                TrendPoints.point(2, 7, 0, "1.0"),
                TrendPoints.point(3, 8, 0, "2.0"),
                TrendPoints.point(4, 5, 0, "1.0"));

        assertThat(model(new TrendRange(50, 0, Axis.RELEASE), ChartKind.CERTAINTY, points))
                .contains("\"domainAxisLabels\":[\"1.0\",\"2.0\"],\"buildNumbers\":[4,3]")
                .contains("\"name\":\"First build\"", "\"data\":[9,8]", "\"name\":\"Last build\"", "\"data\":[5,8]");
    }

    @Test
    void readsThePartsOfAnAddress() {
        assertThat(TrendRange.of("500", "30", "release")).isEqualTo(new TrendRange(500, 30, Axis.RELEASE));
        assertThat(TrendRange.of("", "-1", "nix")).isEqualTo(TrendRange.DEFAULT);
        assertThat(TrendRange.of("99999999999", "x", "day")).isEqualTo(new TrendRange(50, 0, Axis.DAY));
    }

    private static String model(TrendRange range, ChartKind kind, List<TrendPoint> points) {
        return new TrendModel(range, ZoneOffset.UTC).of(kind, points);
    }

    private static List<String> lines(ChartKind kind, List<TrendPoint> points) {
        return TrendLines.of(kind, points).stream()
                .map(line -> line.name() + " " + line.values())
                .toList();
    }
}
