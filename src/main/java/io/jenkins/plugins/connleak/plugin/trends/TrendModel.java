package io.jenkins.plugins.connleak.plugin.trends;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.plugin.actions.Labels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A trend in the form that the charts of echarts-api take: possible leaks stacked on definite ones, so that the upper
 * edge is the total. Colours are names of Jenkins' CSS variables, which the browser resolves.
 */
final class TrendModel {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TrendModel() {}

    /** The model of those points, which are ordered, as JSON. */
    static String of(List<TrendPoint> points, TrendRange range, ZoneId zone) {
        List<TrendPoint> shown = range.byDay() ? lastOfDays(points, zone) : points;
        ObjectNode model = JSON.objectNode();
        ArrayNode labels = model.putArray("domainAxisLabels");
        ArrayNode numbers = model.putArray("buildNumbers");
        for (TrendPoint point : shown) {
            labels.add(range.byDay() ? day(point, zone).toString() : "#" + point.number());
            numbers.add(point.number());
        }
        ArrayNode series = model.putArray("series");
        series.add(series(Certainty.DEFINITE, "--red", shown));
        series.add(series(Certainty.POSSIBLE, "--orange", shown));
        model.put("domainAxisItemName", range.byDay() ? "Date" : "Build");
        model.put("integerRangeAxis", true);
        model.put("rangeMin", 0);
        if (shown.stream().allMatch(point -> point.total() == 0)) {
            model.put("rangeMax", 1);
        } else {
            model.putNull("rangeMax");
        }
        return model.toString();
    }

    private static ObjectNode series(Certainty certainty, String colour, List<TrendPoint> points) {
        ObjectNode series = JSON.objectNode();
        series.put("name", Labels.of(certainty));
        series.put("symbol", "circle");
        series.put("stack", "stacked");
        series.put("type", "line");
        series.putObject("areaStyle").put("normal", true);
        series.putObject("itemStyle").put("color", colour);
        series.putNull("emphasis");
        ArrayNode data = series.putArray("data");
        for (TrendPoint point : points) {
            data.add(point.groups().byCertainty().getOrDefault(certainty.id(), 0));
        }
        return series;
    }

    private static List<TrendPoint> lastOfDays(List<TrendPoint> points, ZoneId zone) {
        NavigableMap<LocalDate, TrendPoint> last = new TreeMap<>();
        points.forEach(point -> last.put(day(point, zone), point));
        return List.copyOf(last.values());
    }

    private static LocalDate day(TrendPoint point, ZoneId zone) {
        return Instant.ofEpochMilli(point.finishedMillis()).atZone(zone).toLocalDate();
    }
}
