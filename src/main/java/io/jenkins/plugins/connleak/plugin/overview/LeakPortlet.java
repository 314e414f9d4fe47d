package io.jenkins.plugins.connleak.plugin.overview;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.plugins.view.dashboard.DashboardPortlet;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The worst jobs of a dashboard and the leaks of all its jobs by day, where the Dashboard View plugin is installed: from the jobs'
 * indexes, no build is loaded.
 */
public final class LeakPortlet extends DashboardPortlet {
    /** So many jobs are listed unless told. */
    static final int DEFAULT_ROWS = 10;

    /** Most jobs that are listed. */
    static final int MAX_ROWS = 100;

    /** So many days are drawn unless told. */
    static final int DEFAULT_DAYS = 30;

    /** Most days that are drawn. */
    static final int MAX_DAYS = 366;

    private @Nullable Integer rows;
    private @Nullable Integer days;
    private @Nullable String scanId;

    @DataBoundConstructor
    public LeakPortlet(String name) {
        super(name);
    }

    @Override
    public String getName() {
        return super.getName();
    }

    /** Number of jobs that are listed. */
    public int getRows() {
        return rows == null ? DEFAULT_ROWS : bounded(rows, 1, MAX_ROWS);
    }

    @DataBoundSetter
    public void setRows(int rows) {
        this.rows = bounded(rows, 1, MAX_ROWS);
    }

    /** Number of days that are drawn; 0 for no chart. */
    public int getDays() {
        return days == null ? DEFAULT_DAYS : bounded(days, 0, MAX_DAYS);
    }

    @DataBoundSetter
    public void setDays(int days) {
        this.days = bounded(days, 0, MAX_DAYS);
    }

    /** Id of the scan that is shown; empty for all of a job. */
    public String getScanId() {
        return scanId == null ? "" : scanId.trim();
    }

    @DataBoundSetter
    public void setScanId(@Nullable String scanId) {
        this.scanId = scanId;
    }

    private static int bounded(int number, int least, int most) {
        return Math.max(least, Math.min(most, number));
    }

    /** What is shown of those items, as far as the user of this request may read them. */
    public Content of(Collection<? extends Item> items) {
        ZoneId zone = ZoneId.systemDefault();
        ViewTrend trend = new ViewTrend(getDays(), LocalDate.now(zone), zone);
        return new Content(new WorstJobs(items).rows(getScanId(), getRows(), trend::add), trend);
    }

    /** What is shown. */
    public static final class Content {
        private final List<JobLeaks> rows;
        private final ViewTrend trend;

        Content(List<JobLeaks> rows, ViewTrend trend) {
            this.rows = List.copyOf(rows);
            this.trend = trend;
        }

        /** The jobs with most leaks, the worst first. */
        public List<JobLeaks> getRows() {
            return rows;
        }

        /** The leaks of all jobs by day. */
        public ViewTrend getTrend() {
            return trend;
        }
    }

    /** Announces the portlet to dashboards. */
    @Extension(optional = true)
    @Symbol("connleakPortlet")
    public static final class DescriptorImpl extends Descriptor<DashboardPortlet> {
        @Override
        public String getDisplayName() {
            return Messages.LeakPortlet_DisplayName();
        }
    }
}
