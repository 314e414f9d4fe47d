package io.jenkins.plugins.connleak.plugin.releases;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives each job its page of releases and the old service's calls; neither costs anything until it is asked for. */
@Extension
public final class ReleasesActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        return List.of(new ReleasesAction(target), new LeakLogAction(target));
    }
}
