package io.jenkins.plugins.connleak.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Builds that Jenkins deleted: either those of some keys, or all of a job.
 *
 * @param policy what is to be done; not {@link DeletionPolicy#OFF}
 * @param keys keys of the builds' documents; empty for all builds of the job
 * @param source instance id of the Jenkins
 * @param job full name of the job
 * @param at when they were deleted
 */
public record Removal(DeletionPolicy policy, List<String> keys, String source, String job, Instant at) {
    public Removal {
        Objects.requireNonNull(source);
        Objects.requireNonNull(job);
        Objects.requireNonNull(at);
        keys = List.copyOf(keys);
        if (policy == DeletionPolicy.OFF) {
            throw new IllegalArgumentException("a deletion that is not to be told is none");
        }
    }

    /** Whether that result of the same Jenkins is one of the builds. */
    boolean concerns(SpoolHeader header) {
        if (header.kind() != SpoolHeader.Kind.RESULT) {
            return false;
        }
        return keys.isEmpty() ? header.job().equals(ArchiveDocuments.text(job)) : keys.contains(header.key());
    }

    /** The key of a scan's document. */
    public static String key(String source, String job, String buildId, String scanId) {
        return ArchiveDocuments.id(source, job, buildId, scanId);
    }
}
