package io.jenkins.plugins.connleak.archive;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One open archive, with its pool of connections, for the settings of the moment: other settings close it and open
 * another. No lock is held while names are looked up or connections made. Safe from several threads.
 */
public final class ArchiveClient implements AutoCloseable {
    private final AtomicReference<@Nullable Open> current = new AtomicReference<>();

    private record Open(MongoSettings settings, MongoArchive archive) {}

    /** The archive of those settings. */
    public MongoArchive of(MongoSettings settings) throws ArchiveException {
        Open open = current.get();
        if (open != null && open.settings().equals(settings)) {
            return open.archive();
        }
        Open opened = new Open(settings, MongoArchive.open(settings));
        close(current.getAndSet(opened));
        return opened.archive();
    }

    /** The archive that is open; empty if none is. */
    public Optional<MongoArchive> current() {
        return Optional.ofNullable(current.get()).map(Open::archive);
    }

    /** Closes what is open; it can be opened again. */
    @Override
    public void close() {
        close(current.getAndSet(null));
    }

    private static void close(@Nullable Open open) {
        if (open != null) {
            open.archive().close();
        }
    }
}
