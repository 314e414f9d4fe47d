package io.jenkins.plugins.connleak.plugin.config;

import hudson.ExtensionList;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchiveReader;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.DocumentOptions;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoArchiveReader;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import java.time.Duration;

/** The configured archive, for pages that read it. */
public final class ArchiveAccess {
    /** The longest that {@link #store} takes. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

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
     * Writes a result and the old service's form of it.
     *
     * @throws ArchiveException if none is configured, or it was not written within {@link #PATIENCE}
     */
    public void store(ArchivedResult result) throws ArchiveException, InterruptedException {
        MongoSettings settings = configuration().settings().forTest();
        Patience.within(PATIENCE, () -> {
            try (MongoArchive archive = MongoArchive.open(settings)) {
                archive.store(result, new DocumentOptions(true, DocumentOptions.DEFAULT.retentionDays()));
            }
        });
    }

    private static ConnleakConfiguration configuration() {
        return ExtensionList.lookupSingleton(ConnleakConfiguration.class);
    }
}
