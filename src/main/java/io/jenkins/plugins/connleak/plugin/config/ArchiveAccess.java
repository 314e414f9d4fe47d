package io.jenkins.plugins.connleak.plugin.config;

import hudson.ExtensionList;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchiveReader;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.DocumentOptions;
import io.jenkins.plugins.connleak.archive.MongoArchiveReader;
import java.io.IOException;

/** The configured archive, for pages that read it and for imports. */
public final class ArchiveAccess {
    /** Whether there is one. */
    public boolean isConfigured() {
        return configuration().isArchiving();
    }

    /**
     * Opens it for reading; the caller closes it.
     *
     * @throws ArchiveException if none is configured or its settings can't be used
     */
    public ArchiveReader open() throws ArchiveException {
        if (!isConfigured()) {
            throw new ArchiveException("No archive is configured. Name one in Jenkins' system configuration.");
        }
        return MongoArchiveReader.open(configuration().settings().forTest());
    }

    /**
     * Spools a result and the old service's form of it; the archive gets it once it can be had.
     *
     * @throws IOException if it can't be spooled, because the disk or the spool is full, say
     */
    public void store(ArchivedResult result) throws IOException {
        DocumentOptions options =
                new DocumentOptions(true, configuration().documentOptions().retentionDays());
        ArchiveService.get().writer().add(result, options);
    }

    private static ConnleakConfiguration configuration() {
        return ExtensionList.lookupSingleton(ConnleakConfiguration.class);
    }
}
