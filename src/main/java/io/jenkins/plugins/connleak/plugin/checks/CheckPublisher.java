package io.jenkins.plugins.connleak.plugin.checks;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes checks to where the commit is hosted. The one that is needs another plugin; where that is not installed there is none,
 * and nothing is published.
 */
public abstract class CheckPublisher implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(CheckPublisher.class.getName());

    /**
     * Publishes a check of a build's commit; does nothing where nobody takes it.
     *
     * @param path address of the report from Jenkins' root
     */
    protected abstract void publish(ScanCheck check, String path, Run<?, ?> run, TaskListener listener);

    /** Has all publishers publish. What goes wrong there is a line in the build's log, and changes nothing else. */
    public static void publishAll(ScanCheck check, String path, Run<?, ?> run, TaskListener listener) {
        for (CheckPublisher publisher : ExtensionList.lookup(CheckPublisher.class)) {
            try {
                publisher.publish(check, path, run, listener);
            } catch (RuntimeException e) {
                // the code of other plugins runs there, and may fail in any way
                LOGGER.log(Level.WARNING, e, () -> "The check of " + run + " was not published");
                listener.getLogger()
                        .println("[connleak] WARNING: the check was not published; Jenkins' own log has the reason");
            }
        }
    }
}
