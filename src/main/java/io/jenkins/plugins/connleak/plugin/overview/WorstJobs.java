package io.jenkins.plugins.connleak.plugin.overview;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The jobs with most leaks among items and all that is in them, as far as the user of this request may read them. */
final class WorstJobs {
    /** Most jobs that are looked at. */
    static final int MAX_LOOKED = 10_000;

    /** Most rows that are shown. */
    static final int MAX_ROWS = 200;

    /** So many jobs are looked at to know whether there is anything to show. */
    static final int MAX_TRIED = 300;

    private static final Comparator<JobLeaks> WORST_FIRST = Comparator.comparingInt(JobLeaks::getTotal)
            .thenComparingInt(JobLeaks::getDefinite)
            .reversed()
            .thenComparing(JobLeaks::getTrendUrl);

    private final Collection<? extends Item> items;

    WorstJobs(Collection<? extends Item> items) {
        this.items = items;
    }

    List<JobLeaks> rows() {
        return rows("", MAX_ROWS, points -> {});
    }

    /**
     * The worst so many.
     *
     * @param wanted id of the scan that counts; empty for all
     * @param each is told the points of each scan, of those that are not among the worst too
     */
    List<JobLeaks> rows(String wanted, int limit, Consumer<List<TrendPoint>> each) {
        return jobs().limit(MAX_LOOKED)
                .flatMap(job -> JobLeaks.of(job, wanted, each).stream())
                .sorted(WORST_FIRST)
                .limit(limit)
                .toList();
    }

    boolean isAny() {
        return jobs().limit(MAX_TRIED).anyMatch(job -> !JobLeaks.of(job, "").isEmpty());
    }

    private Stream<Job<?, ?>> jobs() {
        return items.stream().flatMap(WorstJobs::within).filter(job -> job.hasPermission(Item.READ));
    }

    private static Stream<Job<?, ?>> within(Item item) {
        if (item instanceof Job<?, ?> job) {
            return Stream.of(job);
        }
        return item instanceof ItemGroup<?> group
                ? group.getAllItems(Job.class).stream().map(job -> (Job<?, ?>) job)
                : Stream.empty();
    }
}
