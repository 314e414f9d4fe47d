package io.jenkins.plugins.connleak.plugin.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.connleak.archive.ArchiveClient;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchivedResult;
import io.jenkins.plugins.connleak.archive.Backoff;
import io.jenkins.plugins.connleak.archive.DeletionPolicy;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.Removal;
import io.jenkins.plugins.connleak.archive.Spool;
import io.jenkins.plugins.connleak.archive.SpoolEntry;
import io.jenkins.plugins.connleak.archive.SpoolWriter;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one spool, writer and client of this Jenkins: opened at the first use, or at the start if something waits, and
 * closed when Jenkins ends. The client is made anew when the configuration changes.
 */
@Extension
public final class ArchiveService extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(ArchiveService.class.getName());

    /** Tells its settings with the user's name, and each failure with its stack; the page tells failures in words. */
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    static {
        DRIVER.setLevel(Level.SEVERE);
    }

    private final JenkinsFacade jenkins = new JenkinsFacade();
    private final ArchiveClient client = new ArchiveClient();
    private final AtomicLong lost = new AtomicLong();
    private volatile String lastLoss = "";
    private @Nullable Spool spool;
    private @Nullable SpoolWriter writer;
    private boolean ended;

    static ArchiveService get() {
        return ExtensionList.lookupSingleton(ArchiveService.class);
    }

    /** Spools a result; what can't be spooled is counted. */
    SpoolEntry add(ArchivedResult result) throws IOException {
        try {
            return writer().add(result, configuration().documentOptions());
        } catch (IOException e) {
            lost.incrementAndGet();
            lastLoss = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** Results that could not be spooled since Jenkins started. */
    long lost() {
        return lost.get();
    }

    /** Why the last of them could not be; empty if there is none. */
    String lastLoss() {
        return lastLoss;
    }

    synchronized Spool spool() throws IOException {
        if (spool == null) {
            spool = Spool.open(folder(), configuration().spoolLimits());
        }
        return spool;
    }

    synchronized SpoolWriter writer() throws IOException {
        if (ended) {
            throw new IOException("Jenkins is shutting down");
        }
        if (writer == null) {
            writer = new SpoolWriter(spool(), this::connect, Backoff.DEFAULT, new Random());
            writer.start();
        }
        return writer;
    }

    private Path folder() {
        return jenkins.rootFolder().resolve("connleak").resolve("spool");
    }

    private Optional<MongoArchive> connect() throws ArchiveException {
        if (!configuration().isArchiving()) {
            return Optional.empty();
        }
        return Optional.of(client.of(configuration().settings().forTest()));
    }

    /** What the archive's indexes suffer from; empty if nothing is known. */
    Optional<String> indexTrouble() {
        return client.current().flatMap(MongoArchive::indexTrouble);
    }

    /** Lets go of the client and tries again at once, with the settings as they are now. */
    synchronized void configurationChanged() {
        client.close();
        if (spool != null) {
            spool.limit(configuration().spoolLimits());
        }
        if (writer != null) {
            writer.hurry();
        }
    }

    @Override
    public void onLoaded() {
        try {
            if (folder().toFile().isDirectory() && spool().first().isPresent()) {
                writer();
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The archive's spool can't be read; look after " + folder(), e);
        }
    }

    @Override
    public void onBeforeShutdown() {
        SpoolWriter last;
        synchronized (this) {
            ended = true;
            last = writer;
            writer = null;
        }
        if (last != null) {
            last.close();
        }
        client.close();
    }

    @Override
    public void onDeleted(Item item) {
        if (item instanceof Job<?, ?> job) {
            deleted(List.of(), job.getFullName());
        }
    }

    /** Spools the deletion of builds; of all builds of the job if no keys are given. */
    void deleted(List<String> keys, String job) {
        DeletionPolicy policy = configuration().policy();
        if (policy == DeletionPolicy.OFF) {
            return;
        }
        try {
            if (!configuration().isArchiving() && isEmpty()) {
                return;
            }
            writer().add(new Removal(policy, keys, jenkins.instanceId(), job, Instant.now()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The archive will not be told that builds of " + job + " were deleted: " + e, e);
        }
    }

    /** Whether nothing is kept that could reach the archive once it is switched on again. */
    private boolean isEmpty() throws IOException {
        return !folder().toFile().isDirectory()
                || (spool().waiting().isEmpty() && spool().aside().isEmpty());
    }

    private static ConnleakConfiguration configuration() {
        return ExtensionList.lookupSingleton(ConnleakConfiguration.class);
    }
}
