package io.jenkins.plugins.connleak.plugin.trends;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.echarts.AsyncConfigurableTrendChart;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.bind.JavaScriptMethod;

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
        TrendRange range = TrendRange.ofJson(configuration);
        return TrendModel.of(range.select(points(), System.currentTimeMillis()), range, ZoneId.systemDefault());
    }

    /** A trend is shown from its first point on. */
    @Override
    public boolean isTrendVisible() {
        return !points().isEmpty();
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
            if (content.state() == TrendIndex.State.DAMAGED) {
                new TrendKeeper().mendLater(job, id);
            }
            return content.points();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The trend " + id + " of " + job.getFullName() + " can't be read");
            return List.of();
        }
    }
}
