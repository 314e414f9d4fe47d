package io.jenkins.plugins.connleak.plugin.overview;

import hudson.model.Action;
import hudson.model.View;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.util.List;

/** The worst jobs of a view, and so of a folder, whose page is a view: from the jobs' indexes, no build is loaded. */
public final class OverviewAction implements Action {
    private final View view;

    OverviewAction(View view) {
        this.view = view;
    }

    @Override
    public String getIconFileName() {
        return "symbol-connleak plugin-connleak";
    }

    @Override
    public String getDisplayName() {
        return Messages.OverviewAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "connleak-overview";
    }

    /** The view, under the name by which Jenkins' page frame asks for it. */
    public View getObject() {
        return view;
    }

    /** The jobs with most leaks, the worst first. */
    public List<JobLeaks> getRows() {
        return new WorstJobs(view.getItems()).rows();
    }
}
