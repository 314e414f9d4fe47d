package io.jenkins.plugins.connleak.plugin.overview;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A column of views with the leaks at the last scan of each job, from the jobs' indexes. */
public final class LeakColumn extends ListViewColumn {
    private @Nullable String scanId;

    @DataBoundConstructor
    public LeakColumn() {
        // the id is optional and has a setter
    }

    /** Id of the scan that is shown; empty for all of a job. */
    public String getScanId() {
        return scanId == null ? "" : scanId.trim();
    }

    @DataBoundSetter
    public void setScanId(@Nullable String scanId) {
        this.scanId = scanId;
    }

    @Override
    public String getColumnCaption() {
        return Messages.LeakColumn_caption();
    }

    /** The last results of a row of the view; none if it is no job, or has no scan. */
    public List<JobLeaks> resultsOf(Item item) {
        return item instanceof Job<?, ?> job ? JobLeaks.of(job, getScanId()) : List.of();
    }

    /** By what rows are sorted: the leaks of all scans together; -1 without a scan. */
    public int sum(List<JobLeaks> results) {
        return results.isEmpty()
                ? -1
                : results.stream().mapToInt(JobLeaks::getTotal).sum();
    }

    /** Announces the column; a view has it when somebody adds it. */
    @Extension
    @Symbol("connleakColumn")
    public static final class DescriptorImpl extends ListViewColumnDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.LeakColumn_DisplayName();
        }

        @Override
        public boolean shownByDefault() {
            return false;
        }
    }
}
