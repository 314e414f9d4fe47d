package io.jenkins.plugins.connleak.plugin.reference;

import hudson.model.Run;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the search for a reference.
 *
 * @param state whether there is one, and why not
 * @param job full name of the job that was looked in
 * @param build number of the build that is the reference, or was asked for; 0 if none
 * @param content its result, if there is one
 */
record Reference(ReferenceState state, String job, int build, Optional<Content> content) {
    /**
     * The result of an earlier scan.
     *
     * @param run the build
     * @param report its report
     * @param history what was known of its leaks
     */
    record Content(Run<?, ?> run, ScanReport report, LeakHistory history) {}

    Reference {
        Objects.requireNonNull(state);
        Objects.requireNonNull(job);
        Objects.requireNonNull(content);
    }

    static Reference none(ReferenceState state, String job, int build) {
        return new Reference(state, job, build, Optional.empty());
    }
}
