package io.jenkins.plugins.connleak.plugin.trends;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trend in the form that the charts of echarts-api take, and with the places at which releases begin, which our own
 * chart marks. Colours are names of Jenkins' CSS variables, which the browser resolves.
 */
final class TrendModel {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TrendRange range;
    private final ZoneId zone;

    TrendModel(TrendRange range, ZoneId zone) {
        this.range = range;
        this.zone = zone;
    }

    /** The model of those points, which are ordered, as JSON. */
    String of(ChartKind kind, List<TrendPoint> points) {
        if (range.axis() == TrendRange.Axis.RELEASE) {
            return releases(ReleaseSpan.of(points));
        }
        List<TrendPoint> shown = range.axis() == TrendRange.Axis.DAY ? lastOfDays(points) : points;
        ObjectNode model = JSON.objectNode();
        ArrayNode labels = model.putArray("domainAxisLabels");
        ArrayNode numbers = model.putArray("buildNumbers");
        for (TrendPoint point : shown) {
            labels.add(range.axis() == TrendRange.Axis.DAY ? day(point).toString() : "#" + point.number());
            numbers.add(point.number());
        }
        addSeries(model, TrendLines.of(kind, shown));
        addReleases(model, shown);
        model.put(
                "domainAxisItemName",
                range.axis() == TrendRange.Axis.DAY ? Messages.Trend_date() : Messages.Trend_build());
        model.put("integerRangeAxis", kind != ChartKind.DURATION);
        return model.toString();
    }

    private static String releases(List<ReleaseSpan> releases) {
        ObjectNode model = JSON.objectNode();
        ArrayNode labels = model.putArray("domainAxisLabels");
        ArrayNode numbers = model.putArray("buildNumbers");
        for (ReleaseSpan release : releases) {
            labels.add(release.release().isEmpty() ? Messages.Trend_noRelease() : release.release());
            numbers.add(release.last().number());
        }
        addSeries(model, TrendLines.ofReleases(releases));
        model.putArray("releases");
        model.put("domainAxisItemName", Messages.Trend_release());
        model.put("integerRangeAxis", true);
        return model.toString();
    }

    private static void addSeries(ObjectNode model, List<TrendSeries> lines) {
        ArrayNode series = model.putArray("series");
        boolean isFlat = true;
        for (TrendSeries line : lines) {
            series.add(series(line));
            isFlat &= line.values().stream().allMatch(value -> value.doubleValue() == 0);
        }
        model.put("rangeMin", 0);
        if (isFlat) {
            model.put("rangeMax", 1);
        } else {
            model.putNull("rangeMax");
        }
    }

    private static ObjectNode series(TrendSeries line) {
        ObjectNode series = JSON.objectNode();
        series.put("name", line.name());
        series.put("symbol", "circle");
        series.put("type", "line");
        if (line.stacked()) {
            series.put("stack", "stacked");
            series.putObject("areaStyle").put("normal", true);
        }
        series.putObject("itemStyle").put("color", line.colour());
        series.putNull("emphasis");
        ArrayNode data = series.putArray("data");
        for (Number value : line.values()) {
            if (value instanceof Integer) {
                data.add(value.intValue());
            } else {
                data.add(value.doubleValue());
            }
        }
        return series;
    }

    /** Where on the axis another release begins than that of the point before. */
    private static void addReleases(ObjectNode model, List<TrendPoint> points) {
        ArrayNode releases = model.putArray("releases");
        @Nullable String before = null;
        for (int i = 0; i < points.size(); i++) {
            String release = points.get(i).label().release();
            if (!release.equals(before) && !release.isEmpty()) {
                releases.addObject().put("at", i).put("name", release);
            }
            before = release;
        }
    }

    private List<TrendPoint> lastOfDays(List<TrendPoint> points) {
        NavigableMap<LocalDate, TrendPoint> last = new TreeMap<>();
        points.forEach(point -> last.put(day(point), point));
        return List.copyOf(last.values());
    }

    private LocalDate day(TrendPoint point) {
        return Instant.ofEpochMilli(point.finishedMillis()).atZone(zone).toLocalDate();
    }
}
