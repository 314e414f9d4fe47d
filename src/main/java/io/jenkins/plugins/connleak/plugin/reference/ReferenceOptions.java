package io.jenkins.plugins.connleak.plugin.reference;

import java.util.Objects;

/**
 * What a user wants a scan to be compared with.
 *
 * @param job full name of a job; empty for the target branch's job of a pull request, and else the build's own job
 * @param build number of a build of it; 0 for the last that may be a reference
 * @param ignoreFailed whether builds that failed or were aborted are passed over
 * @param ignoreGate whether builds count whose gates for new leaks tripped
 */
public record ReferenceOptions(String job, int build, boolean ignoreFailed, boolean ignoreGate) {
    /** The last build of the same job that did not fail and whose gates passed. */
    public static final ReferenceOptions DEFAULT = new ReferenceOptions("", 0, true, false);

    public ReferenceOptions {
        Objects.requireNonNull(job);
    }
}
