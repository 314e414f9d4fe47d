package io.jenkins.plugins.connleak.plugin.config;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.connleak.plugin.Messages;
import java.time.Duration;
import java.time.Instant;

/** Tells administrators when results do not get to the archive. */
@Extension
public final class ArchiveMonitor extends AdministrativeMonitor {
    /** So long results may wait without a word. */
    static final Duration GRACE = Duration.ofMinutes(10);

    @Override
    public String getDisplayName() {
        return Messages.ArchiveMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return ArchiveState.read().isWorrying(Instant.now().minus(GRACE));
    }

    /** What its message tells. */
    public ArchiveState getState() {
        return ArchiveState.read();
    }
}
