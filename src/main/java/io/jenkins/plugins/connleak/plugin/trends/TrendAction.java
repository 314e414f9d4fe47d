package io.jenkins.plugins.connleak.plugin.trends;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.badge.BadgeAnswer;
import io.jenkins.plugins.echarts.AsyncConfigurableTrendChart;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;
import org.kohsuke.stapler.verb.GET;

/** The trend of one scan on its job's page, drawn from the index alone: no build is loaded. */
public final class TrendAction implements Action, AsyncConfigurableTrendChart {
    /** So many builds are listed on the trend's own page. */
    static final int LISTED = 100;

    private static final Logger LOGGER = Logger.getLogger(TrendAction.class.getName());

    private final Job<?, ?> job;
    private final String id;
    private @Nullable String displayName;

    TrendAction(Job<?, ?> job, String id) {
        this.job = job;
        this.id = id;
    }

    @Override
    public String getIconFileName() {
        return "symbol-connleak plugin-connleak";
    }

    @Override
    public String getDisplayName() {
        if (displayName == null) {
            List<TrendPoint> points = points();
            displayName = points.isEmpty()
                    ? Messages.TrendAction_DisplayName()
                    : points.get(points.size() - 1).label().scanName();
        }
        return displayName;
    }

    @Override
    public String getUrlName() {
        return ScanId.urlName(id);
    }

    /** The job, under the name by which Jenkins' page frame asks for it. */
    public Job<?, ?> getObject() {
        return job;
    }

    @Override
    @JavaScriptMethod
    public String getConfigurableBuildTrendModel(String configuration) {
        job.checkPermission(Item.READ);
        List<TrendPoint> points = points();
        return model(chart(points).orElse(ChartKind.CERTAINTY), TrendRange.ofJson(configuration), points);
    }

    /**
     * The model of a chart, for our own script.
     *
     * @param chart name of a {@link ChartKind}
     * @param builds at most so many builds, the newest; less than 2 means all
     * @param days none older than so many days; less than 1 means all
     * @param by name of a {@link TrendRange.Axis}
     */
    @GET
    public HttpResponse doModel(
            @QueryParameter @Nullable String chart,
            @QueryParameter @Nullable String builds,
            @QueryParameter @Nullable String days,
            @QueryParameter @Nullable String by) {
        job.checkPermission(Item.READ);
        return new ModelAnswer(model(
                ChartKind.ofName(text(chart)).orElse(ChartKind.CERTAINTY),
                TrendRange.of(text(builds), text(days), text(by)),
                points()));
    }

    /**
     * The state of the last scan as a picture for read-me files, from the index alone.
     *
     * @param label what stands on its left; the usual word if it is missing
     * @param release whose last build is shown; the last build of all if it is missing
     */
    @GET
    @WebMethod(name = "badge.svg")
    public HttpResponse doBadge(@QueryParameter @Nullable String label, @QueryParameter @Nullable String release) {
        job.checkPermission(Item.READ);
        return new BadgeAnswer(LeakBadge.of(points(), text(label), text(release).trim()));
    }

    /** The Markdown that shows the badge in a read-me file. */
    public String getBadgeMarkdown() {
        return BadgeSnippet.markdown(
                Messages.Badge_label(), new JenkinsFacade().absoluteUrl(job.getUrl() + getUrlName() + "/"));
    }

    private static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }

    private static String model(ChartKind kind, TrendRange range, List<TrendPoint> points) {
        return new TrendModel(range, ZoneId.systemDefault()).of(kind, range.select(points, System.currentTimeMillis()));
    }

    /** A trend is shown on the job's page from its first point on, unless the last scan wants none there. */
    @Override
    public boolean isTrendVisible() {
        return chart(points()).isPresent();
    }

    /** The chart that the last scan wants on the job's page. */
    private static Optional<ChartKind> chart(List<TrendPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        String wanted = points.get(points.size() - 1).course().chart();
        return wanted.isEmpty()
                ? Optional.of(ChartKind.CERTAINTY)
                : ChartKind.ofName(wanted).filter(kind -> hasAny(kind, points));
    }

    /** A chart of run-time evidence is shown where there is some. */
    private static boolean hasAny(ChartKind kind, List<TrendPoint> points) {
        return kind != ChartKind.EVIDENCE
                || points.stream().anyMatch(point -> !point.course().evidence().isEmpty());
    }

    /** The chart that the trend's page shows to a reader who has chosen none. */
    public String getChart() {
        return chart(points()).orElse(ChartKind.CERTAINTY).name();
    }

    /** All charts of which there is something to show. */
    public List<ChartKind> getCharts() {
        List<TrendPoint> points = points();
        return Arrays.stream(ChartKind.values())
                .filter(kind -> hasAny(kind, points))
                .toList();
    }

    /** The newest points, the newest first. */
    public List<TrendRow> getRows() {
        List<TrendPoint> points = points();
        List<TrendRow> rows = new ArrayList<>();
        for (int i = Math.max(0, points.size() - LISTED); i < points.size(); i++) {
            rows.add(new TrendRow(points.get(i), i == 0 ? points.get(i) : points.get(i - 1)));
        }
        Collections.reverse(rows);
        return rows;
    }

    private List<TrendPoint> points() {
        try {
            TrendIndex.Content content =
                    TrendIndex.of(job.getRootDir().toPath(), id).read();
            new TrendKeeper().check(job, id, content);
            return content.points();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The trend " + id + " of " + job.getFullName() + " can't be read");
            return List.of();
        }
    }
}
