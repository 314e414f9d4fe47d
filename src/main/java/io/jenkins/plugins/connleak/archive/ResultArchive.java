package io.jenkins.plugins.connleak.archive;

import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import java.util.List;

/** Where results are kept for other readers. The callers' own files are the truth; this is a copy. Safe from several threads. */
public interface ResultArchive extends AutoCloseable {
    /** Writes a result; writing the same one again changes nothing. */
    void store(ArchivedResult result) throws ArchiveException;

    /** The totals of the builds that were asked for, oldest first. */
    List<HistoryEntry> history(HistoryQuery query) throws ArchiveException;

    @Override
    void close();
}
