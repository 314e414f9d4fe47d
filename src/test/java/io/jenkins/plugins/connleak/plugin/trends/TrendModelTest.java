package io.jenkins.plugins.connleak.plugin.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendModelTest {
    private static final long DAY = 24L * 60 * 60 * 1000;

    @Test
    void stacksPossibleLeaksOnDefiniteOnes() {
        List<TrendPoint> points = List.of(TrendPoints.point(3, 2, 1), TrendPoints.point(5, 0, 4));

        assertThat(TrendModel.of(points, TrendRange.DEFAULT, ZoneOffset.UTC))
                .isEqualTo(
                        "{\"domainAxisLabels\":[\"#3\",\"#5\"],\"buildNumbers\":[3,5],\"series\":["
                                + "{\"name\":\"Definite\",\"symbol\":\"circle\",\"stack\":\"stacked\",\"type\":\"line\","
                                + "\"areaStyle\":{\"normal\":true},\"itemStyle\":{\"color\":\"--red\"},\"emphasis\":null,"
                                + "\"data\":[2,0]},"
                                + "{\"name\":\"Possible\",\"symbol\":\"circle\",\"stack\":\"stacked\",\"type\":\"line\","
                                + "\"areaStyle\":{\"normal\":true},\"itemStyle\":{\"color\":\"--orange\"},\"emphasis\":null,"
                                + "\"data\":[1,4]}],"
                                + "\"domainAxisItemName\":\"Build\",\"integerRangeAxis\":true,\"rangeMin\":0,\"rangeMax\":null}");
    }

    @Test
    void showsTheLastBuildOfADay() {
        TrendPoint morning = TrendPoints.point(1, 1, 0);
        TrendPoint evening = new TrendPoint(
                2,
                morning.finishedMillis() + 1000,
                morning.label(),
                5,
                TrendPoints.point(1, 5, 0).groups());

        assertThat(TrendModel.of(List.of(morning, evening), new TrendRange(50, 0, true), ZoneOffset.UTC))
                .contains("\"domainAxisLabels\":[\"1970-01-02\"],\"buildNumbers\":[2]")
                .contains("\"data\":[5]");
    }

    @Test
    void keepsAnAxisWhenThereIsNoLeak() {
        assertThat(TrendModel.of(List.of(TrendPoints.point(1, 0, 0)), TrendRange.DEFAULT, ZoneOffset.UTC))
                .contains("\"rangeMax\":1");
    }

    @Test
    void readsTheChoiceOfTheBrowser() {
        assertThat(TrendRange.ofJson("{\"numberOfBuilds\":\"10\",\"numberOfDays\":\"3\",\"buildAsDomain\":\"false\"}"))
                .isEqualTo(new TrendRange(10, 3, true));
        assertThat(TrendRange.ofJson("{\"numberOfBuilds\":7,\"width\":\"500\"}"))
                .isEqualTo(new TrendRange(7, 0, false));
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
        assertThat(new TrendRange(0, 0, false).select(points, 0)).isEqualTo(points);
        assertThat(new TrendRange(0, 10, false).select(points, 100 * DAY)).isEqualTo(points.subList(89, 100));
        assertThat(new TrendRange(5, 10, false).select(points, 100 * DAY)).isEqualTo(points.subList(95, 100));
    }
}
