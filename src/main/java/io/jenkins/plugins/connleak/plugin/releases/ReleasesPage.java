package io.jenkins.plugins.connleak.plugin.releases;

import hudson.model.Job;
import io.jenkins.plugins.connleak.archive.ArchivedBuild;
import io.jenkins.plugins.connleak.archive.Reading;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a job's releases shows. It is made of the job's trend index, which costs one file, and of what is
 * known of the archive at the moment; a build that Jenkins has is never taken from the archive.
 */
public final class ReleasesPage {
    /** Most releases that are listed. */
    static final int MAX_ROWS = 500;

    private static final Logger LOGGER = Logger.getLogger(ReleasesPage.class.getName());

    private final Job<?, ?> job;
    private final ReleaseData data;
    private final Choice choice;
    private final List<String> ids;
    private final String id;
    private final List<ReleaseRow> rows;
    private final BackgroundCache.@Nullable Answer<Reading<ArchivedBuild>> archive;

    /**
     * What the reader chose; empty texts for what he did not.
     *
     * @param id the scan
     * @param release the release that is looked at
     * @param with the release it is compared with; of builds without a release it is empty, too
     */
    record Choice(String id, String release, String with) {}

    ReleasesPage(Job<?, ?> job, ReleaseData data, Choice choice) {
        this.job = job;
        this.data = data;
        this.choice = choice;
        this.ids = ids(job, data);
        this.id = ids.contains(choice.id()) ? choice.id() : defaultId(ids);
        this.archive = data.archived(job, id).orElse(null);
        this.rows = ReleaseRow.of(builds());
    }

    /** The releases, that of the newest build first; no more than {@link #MAX_ROWS}. */
    public List<ReleaseRow> getRows() {
        return rows.subList(0, Math.min(rows.size(), MAX_ROWS));
    }

    public int getRowsLeftOut() {
        return Math.max(0, rows.size() - MAX_ROWS);
    }

    /** Ids of the job's scans; one is chosen of several. */
    public List<String> getIds() {
        return ids;
    }

    /** Id of the scan that is shown. */
    public String getId() {
        return id;
    }

    /** Last part of the address of the scan's report, on each build. */
    public String getReportUrl() {
        return ScanId.urlName(id);
    }

    /** The release that is looked at: the one chosen, else the newest. */
    public String getRelease() {
        return choice.release().isEmpty() && !rows.isEmpty() ? rows.get(0).getRelease() : choice.release();
    }

    /** The release it is compared with: the one chosen, else the one before the newest. */
    public String getWith() {
        return choice.release().isEmpty() && choice.with().isEmpty() && rows.size() > 1
                ? rows.get(1).getRelease()
                : choice.with();
    }

    /** Whether two releases were chosen. */
    public boolean isComparing() {
        return !choice.release().isEmpty() || !choice.with().isEmpty();
    }

    /** What came and went between the two chosen releases, as far as known. */
    public Comparison getComparison() {
        Optional<BuildPoint> build = last(choice.release());
        Optional<BuildPoint> reference = last(choice.with());
        if (build.isEmpty() || reference.isEmpty()) {
            return new Comparison(null, Messages.ReleasesPage_unknownRelease());
        }
        BackgroundCache.Answer<Changes> answer = data.changes(job, id, build.get(), reference.get());
        return switch (answer.state()) {
            case READY -> new Comparison(answer.get(), "");
            case FAILED -> new Comparison(null, failed(answer.trouble()));
            case PENDING, BUSY -> new Comparison(null, Messages.ReleasesPage_comparing());
        };
    }

    /** What is to be said of the archive; empty if none is configured, or there is nothing to say. */
    public String getArchiveNote() {
        if (archive == null) {
            return "";
        }
        return switch (archive.state()) {
            case READY -> readyNote(archive.get(), Date.from(archive.at()));
            case FAILED -> failed(archive.trouble());
            case PENDING -> Messages.ReleasesPage_asking();
            case BUSY -> Messages.ReleasesPage_busy();
        };
    }

    private String readyNote(Reading<ArchivedBuild> reading, Date at) {
        String skipped = String.join(" ", reading.skipped().sentences());
        return rows.stream().anyMatch(row -> row.getArchived() > 0) || !skipped.isEmpty()
                ? (Messages.ReleasesPage_archived(at) + " " + skipped).strip()
                : "";
    }

    /** The reason names hosts, which are not everybody's business. */
    private static String failed(String trouble) {
        LOGGER.log(Level.FINE, trouble);
        return new JenkinsFacade().mayAdminister()
                ? Messages.ReleasesPage_failedBecause(trouble)
                : Messages.ReleasesPage_failed();
    }

    private Optional<BuildPoint> last(String release) {
        return rows.stream()
                .filter(row -> row.getRelease().equals(release))
                .map(ReleaseRow::last)
                .findFirst();
    }

    private List<BuildPoint> builds() {
        List<BuildPoint> builds = new ArrayList<>(local());
        if (archive != null && archive.state() == BackgroundCache.State.READY) {
            Set<String> known = builds.stream().map(BuildPoint::number).collect(Collectors.toSet());
            archive.get().items().stream()
                    .map(BuildPoint::of)
                    .filter(build -> !known.contains(build.number()))
                    .forEach(builds::add);
        }
        return builds;
    }

    private List<BuildPoint> local() {
        try {
            return TrendIndex.of(job.getRootDir().toPath(), id).read().points().stream()
                    .map(BuildPoint::of)
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The trend " + id + " of " + job.getFullName() + " can't be read");
            return List.of();
        }
    }

    private static List<String> ids(Job<?, ?> job, ReleaseData data) {
        List<String> ids = new ArrayList<>();
        try {
            ids.addAll(TrendIndex.ids(job.getRootDir().toPath()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The trends of " + job.getFullName() + " can't be listed");
        }
        boolean isImported = data.archived(job, LeakLogAction.SCAN_ID).stream()
                .anyMatch(answer -> answer.state() == BackgroundCache.State.READY
                        && !answer.get().items().isEmpty());
        if (isImported && !ids.contains(LeakLogAction.SCAN_ID)) {
            ids.add(LeakLogAction.SCAN_ID);
        }
        return List.copyOf(ids);
    }

    private static String defaultId(List<String> ids) {
        return ids.isEmpty() || ids.contains(ScanId.DEFAULT) ? ScanId.DEFAULT : ids.get(0);
    }

    /** A comparison, or why there is none yet. */
    public static final class Comparison {
        private final @Nullable Changes changes;
        private final String note;

        Comparison(@Nullable Changes changes, String note) {
            this.changes = changes;
            this.note = note;
        }

        /** What came and went, or null. */
        public @Nullable Changes getChanges() {
            return changes;
        }

        /** Why there is nothing; empty if there is. */
        public String getNote() {
            return note;
        }
    }
}
