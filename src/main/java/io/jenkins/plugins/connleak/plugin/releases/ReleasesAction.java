package io.jenkins.plugins.connleak.plugin.releases;

import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/** The releases of a job: how many leaks each has, and what came and went between two. */
public final class ReleasesAction implements Action {
    /** Address of the page below its job. */
    public static final String URL = "leak-releases";

    private static final Logger LOGGER = Logger.getLogger(ReleasesAction.class.getName());

    private final Job<?, ?> job;

    ReleasesAction(Job<?, ?> job) {
        this.job = job;
    }

    /** A job that was never scanned does not offer the page; imported logs are found by its address. */
    @Override
    public @Nullable String getIconFileName() {
        return isScanned() ? "symbol-connleak plugin-connleak" : null;
    }

    private boolean isScanned() {
        try {
            return !TrendIndex.ids(job.getRootDir().toPath()).isEmpty();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "No releases for " + job.getFullName());
            return false;
        }
    }

    @Override
    public String getDisplayName() {
        return Messages.ReleasesAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** The job, under the name by which Jenkins' page frame asks for it. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** What the page shows, as its address asks. */
    public ReleasesPage getPage() {
        return new ReleasesPage(
                job,
                ReleaseData.SHARED,
                new ReleasesPage.Choice(parameter("id"), parameter("release"), parameter("with")));
    }

    private static String parameter(String name) {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        String value = request == null ? null : request.getParameter(name);
        return value == null ? "" : value;
    }
}
