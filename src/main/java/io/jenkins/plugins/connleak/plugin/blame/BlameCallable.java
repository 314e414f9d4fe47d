package io.jenkins.plugins.connleak.plugin.blame;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Asks git where the workspace is, in one call. When the build is aborted, remoting interrupts the thread that runs this.
 *
 * @param targets the lines, the most important ones first
 */
public record BlameCallable(List<BlameTarget> targets) implements ControllerToAgentFileCallable<BlameAnswer> {
    public BlameCallable {
        targets = List.copyOf(targets);
    }

    @Override
    public BlameAnswer invoke(File folder, VirtualChannel channel) throws InterruptedException {
        return new GitBlame(
                        folder.toPath().toAbsolutePath().normalize(),
                        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                .of(targets);
    }
}
