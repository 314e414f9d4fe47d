package io.jenkins.plugins.connleak.plugin.actions;

import java.util.Objects;

/**
 * The build that had a leak first, as far as builds are known.
 *
 * @param job full name of its job; empty for the job whose report it is
 * @param build number of the build
 */
public record FirstSeen(String job, int build) {
    public FirstSeen {
        Objects.requireNonNull(job);
    }
}
