package io.jenkins.plugins.connleak.plugin.trends;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.TransientActionFactory;

/**
 * Gives a job a trend per scan that it has an index of. It looks at one folder and at no build, so that a job whose
 * builds all fail has its trend too.
 */
@Extension
public final class TrendActionFactory extends TransientActionFactory<Job> {
    private static final Logger LOGGER = Logger.getLogger(TrendActionFactory.class.getName());

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return TrendAction.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        try {
            return TrendIndex.ids(target.getRootDir().toPath()).stream()
                    .map(id -> new TrendAction(target, id))
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "No trends for " + target.getFullName());
            return List.of();
        }
    }
}
