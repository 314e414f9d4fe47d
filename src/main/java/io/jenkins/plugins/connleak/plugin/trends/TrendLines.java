package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The lines of each kind of chart. Colours are names of Jenkins' CSS variables, which the browser resolves. */
final class TrendLines {
    /** Most packages that have a line. */
    static final int MAX_PACKAGES = 8;

    private static final List<String> COLOURS = List.of(
            "--red", "--orange", "--blue", "--green", "--purple", "--cyan", "--pink", "--yellow", "--brown", "--teal");
    private static final double MILLIS = 1000.0;

    private TrendLines() {}

    /** The lines of that kind over those points. */
    static List<TrendSeries> of(ChartKind kind, List<TrendPoint> points) {
        return switch (kind) {
            case CERTAINTY ->
                List.of(
                        series(Labels.of(Certainty.DEFINITE), "--red", true, points, p -> p.count(Certainty.DEFINITE)),
                        series(
                                Labels.of(Certainty.POSSIBLE),
                                "--orange",
                                true,
                                points,
                                p -> p.count(Certainty.POSSIBLE)));
            case NEW_FIXED ->
                List.of(
                        series(Messages.Trend_new(), "--red", false, points, p -> p.course()
                                .added()),
                        series(Messages.Trend_fixed(), "--green", false, points, p -> p.course()
                                .fixed()));
            case RULES -> rules(points);
            case PACKAGES -> packages(points);
            case EVIDENCE ->
                List.of(
                        series(Messages.Trend_confirmed(), "--red", false, points, p -> p.seen("confirmed")),
                        series(Messages.Trend_unmatched(), "--orange", false, points, p -> p.seen("unmatched")),
                        series(Messages.Trend_leakedConnections(), "--blue", false, points, p -> p.seen("leaks")),
                        series(Messages.Trend_exhaustions(), "--purple", false, points, p -> p.seen("exhaustions")));
            case DURATION ->
                List.of(new TrendSeries(
                        Messages.Trend_seconds(),
                        "--blue",
                        false,
                        points.stream()
                                .map(point -> point.course().durationMillis() / MILLIS)
                                .toList()));
        };
    }

    /** The totals of the first and of the last build of each release. */
    static List<TrendSeries> ofReleases(List<ReleaseSpan> releases) {
        List<TrendPoint> first = releases.stream().map(ReleaseSpan::first).toList();
        List<TrendPoint> last = releases.stream().map(ReleaseSpan::last).toList();
        return List.of(
                series(Messages.Trend_firstBuild(), "--blue", false, first, TrendPoint::total),
                series(Messages.Trend_lastBuild(), "--red", false, last, TrendPoint::total));
    }

    private static List<TrendSeries> rules(List<TrendPoint> points) {
        List<TrendSeries> lines = new ArrayList<>();
        for (LeakKind rule : LeakKind.values()) {
            if (points.stream().anyMatch(point -> point.groups().byRule().containsKey(rule.id()))) {
                lines.add(series(
                        rule.id(), COLOURS.get(rule.ordinal() % COLOURS.size()), true, points, point -> point.groups()
                                .byRule()
                                .getOrDefault(rule.id(), 0)));
            }
        }
        return lines;
    }

    /** Those that had most at any time; a package that is not among a build's worst has no number there, and counts as 0. */
    private static List<TrendSeries> packages(List<TrendPoint> points) {
        Map<String, Integer> most = new TreeMap<>();
        points.forEach(
                point -> point.groups().byPackage().forEach((name, count) -> most.merge(name, count, Math::max)));
        List<String> worst = most.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_PACKAGES)
                .map(Map.Entry::getKey)
                .toList();
        List<TrendSeries> lines = new ArrayList<>();
        for (String name : worst) {
            lines.add(series(
                    name.isEmpty() ? Messages.Trend_defaultPackage() : name,
                    COLOURS.get(lines.size() % COLOURS.size()),
                    false,
                    points,
                    point -> point.groups().byPackage().getOrDefault(name, 0)));
        }
        return lines;
    }

    private static TrendSeries series(
            String name, String colour, boolean stacked, List<TrendPoint> points, ToIntFunction<TrendPoint> value) {
        return new TrendSeries(
                name, colour, stacked, points.stream().map(value::applyAsInt).toList());
    }
}
