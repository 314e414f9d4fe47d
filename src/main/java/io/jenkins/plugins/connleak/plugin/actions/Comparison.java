package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.baseline.Delta;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What a scan was compared with, and what came of it; kept in the build's record. Without a reference nothing is new:
 * all leaks are outstanding. A plain class because XStream can't read records.
 */
@ExportedBean(defaultVisibility = 2)
public final class Comparison implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ReferenceState state;
    private final @Nullable String job;
    private final int build;
    private final int added;
    private final int outstanding;
    private final int fixed;
    private @Nullable String remark;

    /**
     * A comparison.
     *
     * @param state what became of the search
     * @param job full name of the job that was looked in
     * @param build number of the build that was compared with, or was asked for; 0 if none
     * @param delta what came of it
     */
    public Comparison(ReferenceState state, String job, int build, Delta delta) {
        this.state = state;
        this.job = job;
        this.build = build;
        this.added = delta.added().size();
        this.outstanding = delta.outstanding().size();
        this.fixed = delta.fixed().size();
    }

    /** A scan of a version that compared nothing. */
    static Comparison none(int total) {
        return new Comparison(total);
    }

    private Comparison(int total) {
        this.state = ReferenceState.FIRST;
        this.job = "";
        this.build = 0;
        this.added = 0;
        this.outstanding = total;
        this.fixed = 0;
    }

    /** What became of the search for a reference. */
    public ReferenceState getState() {
        return state == null ? ReferenceState.NO_USABLE : state;
    }

    /** Whether there was a reference. */
    @Exported
    public boolean isFound() {
        return getState() == ReferenceState.FOUND;
    }

    /** Full name of the job that was looked in, as it was called then. */
    @Exported
    public String getJob() {
        return job == null ? "" : job;
    }

    /** Number of the build that was compared with, or was asked for; 0 if none. */
    @Exported
    public int getBuild() {
        return build;
    }

    /** Number of leaks that the reference does not have. */
    @Exported(name = "new")
    public int getAdded() {
        return added;
    }

    /** Number of leaks that the reference has too; all leaks if there was no reference. */
    @Exported
    public int getOutstanding() {
        return outstanding;
    }

    /** Number of leaks of the reference that are gone. */
    @Exported
    public int getFixed() {
        return fixed;
    }

    /** What a reader should know of the comparison, such as another engine of the reference; empty if nothing. */
    @Exported
    public String getRemark() {
        return remark == null ? "" : remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    /** Why there was no reference, for people, in their language; empty if there was one. */
    public String getTrouble() {
        return switch (getState()) {
            case FOUND -> "";
            case FIRST -> Messages.Comparison_first();
            case NO_USABLE -> Messages.Comparison_noUsable(getJob());
            case NO_JOB -> Messages.Comparison_noJob(getJob());
            case NO_BUILD -> Messages.Comparison_noBuild(getJob(), "#" + build);
            case NO_SCAN -> Messages.Comparison_noScan(getJob(), "#" + build);
            case UNREADABLE -> Messages.Comparison_unreadable(getJob(), "#" + build);
        };
    }
}
