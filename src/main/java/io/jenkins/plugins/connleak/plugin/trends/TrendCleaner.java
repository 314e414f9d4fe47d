package io.jenkins.plugins.connleak.plugin.trends;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes the points of a deleted build out of the job's trends. */
@Extension
public final class TrendCleaner extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(TrendCleaner.class.getName());

    @Override
    public void onDeleted(Run<?, ?> run) {
        Path job = run.getParent().getRootDir().toPath();
        try {
            for (String id : TrendIndex.ids(job)) {
                TrendIndex.of(job, id).remove(run.getNumber());
            }
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "The trends in " + job + " still have the deleted build " + run.getNumber()
                            + "; delete the folder's connleak/ to have them made again");
        }
    }
}
