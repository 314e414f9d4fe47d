package io.jenkins.plugins.connleak.plugin.overview;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.TransientViewActionFactory;
import hudson.model.View;
import java.util.List;

/** Gives a view its overview as soon as a job in it has a scan. */
@Extension
public final class OverviewActionFactory extends TransientViewActionFactory {
    @Override
    public List<Action> createFor(View view) {
        return new WorstJobs(view.getItems()).isAny() ? List.of(new OverviewAction(view)) : List.of();
    }
}
