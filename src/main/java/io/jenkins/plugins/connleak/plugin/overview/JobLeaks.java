package io.jenkins.plugins.connleak.plugin.overview;

import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The last result of one scan of a job, from the job's index: no build is loaded. */
public final class JobLeaks {
    private static final Logger LOGGER = Logger.getLogger(JobLeaks.class.getName());

    private final Job<?, ?> job;
    private final String id;
    private final TrendPoint last;
    private final int before;

    private JobLeaks(Job<?, ?> job, String id, List<TrendPoint> points) {
        this.job = job;
        this.id = id;
        this.last = points.get(points.size() - 1);
        this.before = points.size() > 1 ? points.get(points.size() - 2).total() : last.total();
    }

    /** The last results of a job's scans, by id; of one scan alone if {@code wanted} is not empty. */
    static List<JobLeaks> of(Job<?, ?> job, String wanted) {
        return of(job, wanted, points -> {});
    }

    /** The same; {@code each} is told the points of each result. */
    static List<JobLeaks> of(Job<?, ?> job, String wanted, Consumer<List<TrendPoint>> each) {
        Path folder = job.getRootDir().toPath();
        List<JobLeaks> results = new ArrayList<>();
        try {
            for (String id : TrendIndex.ids(folder)) {
                List<TrendPoint> points = wanted.isEmpty() || wanted.equals(id)
                        ? TrendIndex.of(folder, id).read().points()
                        : List.of();
                if (!points.isEmpty()) {
                    results.add(new JobLeaks(job, id, points));
                    each.accept(points);
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "No results of " + job.getFullName());
        }
        return results;
    }

    /** Full name of the job as people see it. */
    public String getJobName() {
        return job.getFullDisplayName();
    }

    /** Address of the job's trend from Jenkins' root. */
    public String getTrendUrl() {
        return job.getUrl() + ScanId.urlName(id) + "/";
    }

    /** Address of the last report from Jenkins' root. */
    public String getReportUrl() {
        return job.getUrl() + last.number() + "/" + ScanId.urlName(id) + "/";
    }

    /** Name of the scan. */
    public String getScanName() {
        return last.label().scanName();
    }

    public int getBuild() {
        return last.number();
    }

    public String getRelease() {
        return last.label().release();
    }

    /** When the scan ended. */
    public Date getFinished() {
        return new Date(last.finishedMillis());
    }

    public int getTotal() {
        return last.total();
    }

    public int getDefinite() {
        return last.groups().byCertainty().getOrDefault("definite", 0);
    }

    /** Number of leaks that the reference of the scan does not have. */
    public int getAdded() {
        return last.course().added();
    }

    /** Number of leaks of the reference of the scan that are gone. */
    public int getFixed() {
        return last.course().fixed();
    }

    /** How many leaks more, or less, than at the scan before, such as {@code +3}; empty if as many. */
    public String getChange() {
        return last.total() == before ? "" : String.format(Locale.ROOT, "%+d", last.total() - before);
    }

    /** Whether there are more leaks than at the scan before. */
    public boolean isWorse() {
        return last.total() > before;
    }
}
