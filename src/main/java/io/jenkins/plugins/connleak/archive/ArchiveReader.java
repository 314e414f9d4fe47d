package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ReleaseTotals;

/**
 * An archive to be read. Documents that are damaged, foreign or of a newer version are skipped and counted; those of
 * older versions are read. Each question ends within a bound of time and holds a bounded number of items. Safe from
 * several threads.
 */
public interface ArchiveReader extends AutoCloseable {
    /** Most scans that one question reads. */
    int MAX_BUILDS = 200_000;

    /** Most leaks of a scan that are read. */
    int MAX_LEAKS = 200_000;

    /**
     * The totals of scans, oldest first.
     *
     * @param limit at most so many, the newest; at least 1
     */
    Reading<ArchivedBuild> builds(BuildFilter filter, int limit) throws ArchiveException;

    /** The totals of releases: by job, then in the order of their first builds. */
    Reading<ReleaseTotals> releases(BuildFilter filter) throws ArchiveException;

    /** The leaks of a scan in the order of its report, without their paths. */
    Reading<Finding> leaks(ArchivedBuild build) throws ArchiveException;

    @Override
    void close();
}
