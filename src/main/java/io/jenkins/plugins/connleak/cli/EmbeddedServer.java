package io.jenkins.plugins.connleak.cli;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.jenkins.plugins.connleak.archive.ArchiveException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB server inside this process, on a loopback port of its own, with its data in a folder; one process at a time.
 * For one machine and for trying out: whoever is on the machine can reach it while it runs.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final String STORE = "archive.mv";
    private static final String LOCK = "archive.lock";

    private final FileChannel lock;
    private final MongoServer server;

    private EmbeddedServer(FileChannel lock, MongoServer server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts a server for an archive; the folder is made if it is missing.
     *
     * @throws ArchiveException if the folder can't be used or another process uses it
     */
    static EmbeddedServer start(Path folder) throws ArchiveException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException("The archive embedded:" + folder + " is a file; name a folder", e);
        } catch (IOException e) {
            throw new ArchiveException("The folder of the archive embedded:" + folder + " can't be made", e);
        }
        return startIn(folder);
    }

    /**
     * Starts a server for an archive that is there.
     *
     * @throws ArchiveException if there is none, or another process uses it
     */
    static EmbeddedServer startExisting(Path folder) throws ArchiveException {
        if (!Files.isRegularFile(folder.resolve(STORE))) {
            throw new ArchiveException("There is no archive in embedded:" + folder
                    + "; make one with connleak scan --archive embedded:" + folder);
        }
        return startIn(folder);
    }

    /** Address of the server for the driver. */
    String uri() {
        InetSocketAddress address = server.getLocalAddress();
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    @Override
    public void close() throws IOException {
        server.shutdownNow();
        lock.close();
    }

    private static EmbeddedServer startIn(Path folder) throws ArchiveException {
        FileChannel lock = lock(folder);
        boolean started = false;
        try {
            H2Backend backend = new H2Backend(folder.resolve(STORE).toString());
            MongoServer server = new MongoServer(backend.version(ServerVersion.MONGO_5_0));
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            started = true;
            return new EmbeddedServer(lock, server);
        } catch (MVStoreException e) {
            throw new ArchiveException(
                    "The archive embedded:" + folder + " can't be opened: its file " + STORE
                            + " is damaged or of another version; move it away to begin a new one",
                    e);
        } finally {
            if (!started) {
                closeQuietly(lock);
            }
        }
    }

    private static FileChannel lock(Path folder) throws ArchiveException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(folder, e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new ArchiveException("The archive embedded:" + folder + " can't be locked: " + e.getMessage(), e);
        }
        closeQuietly(channel);
        throw inUse(folder, null);
    }

    private static ArchiveException inUse(Path folder, @Nullable Exception cause) {
        String message = "The archive embedded:" + folder + " is in use by another process; wait until it has ended";
        return cause == null ? new ArchiveException(message) : new ArchiveException(message, cause);
    }

    private static void closeQuietly(@Nullable FileChannel channel) throws ArchiveException {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new ArchiveException("The lock of the embedded archive can't be given back", e);
        }
    }
}
