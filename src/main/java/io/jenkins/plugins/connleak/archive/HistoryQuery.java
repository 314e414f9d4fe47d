package io.jenkins.plugins.connleak.archive;

import java.util.Objects;
import java.util.Optional;

/**
 * Which builds of the archive are wanted.
 *
 * @param job only this job's, if given
 * @param release only this release's, if given
 * @param limit at most this many, the newest; at least 1
 */
public record HistoryQuery(Optional<String> job, Optional<String> release, int limit) {
    public HistoryQuery {
        Objects.requireNonNull(job);
        Objects.requireNonNull(release);
        if (limit < 1) {
            throw new IllegalArgumentException("a history of " + limit + " builds is none");
        }
    }
}
