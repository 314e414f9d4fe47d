package io.jenkins.plugins.connleak.archive;

/** Where the spool's entries go. */
@FunctionalInterface
public interface ArchiveTarget {
    /**
     * Sends an entry; when this returns, the archive has all of it.
     *
     * @param again whether some of it may have been sent before
     * @throws ArchiveException if not; {@link ArchiveException#kind()} says whether to try again
     */
    void send(Spool spool, SpoolEntry entry, boolean again) throws ArchiveException;
}
