package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.ArchiveReader;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoArchiveReader;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --archive} names: a MongoDB server, or a folder for the embedded one. Both go through the same driver. */
final class ArchiveAddress {
    static final String USER = "CONNLEAK_MONGODB_USER";
    static final String PASSWORD = "CONNLEAK_MONGODB_PASSWORD";

    private static final String EMBEDDED = "embedded:";

    private final @Nullable Path folder;
    private final MongoSettings settings;

    private ArchiveAddress(@Nullable Path folder, MongoSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Work with an open archive. */
    interface Work<T> {
        T with(MongoArchive archive) throws ArchiveException;
    }

    /** Work with an archive that is open for reading. */
    interface ReadingWork<T> {
        T with(ArchiveReader archive) throws ArchiveException;
    }

    /**
     * Reads the option; nothing is opened.
     *
     * @throws ConfigurationException if it is neither {@code embedded:DIR} nor a URI that can be used, or user and
     *     password are not given together; the message holds no credentials
     */
    static ArchiveAddress parse(String text, Surroundings surroundings) throws ConfigurationException {
        if (text.startsWith(EMBEDDED)) {
            return new ArchiveAddress(folder(text.substring(EMBEDDED.length())), MongoSettings.of(""));
        }
        MongoSettings settings =
                MongoSettings.of(text).withTimeouts(surroundings.timeouts()).withLogin(login(surroundings));
        try {
            settings.check();
        } catch (ArchiveException e) {
            throw new ConfigurationException(
                    "--archive can't be used (it takes embedded:DIR or a MongoDB URI): " + e.getMessage(), e);
        }
        return new ArchiveAddress(null, settings);
    }

    /** Opens the archive for writing, works with it and closes it; an embedded one is made if it is missing. */
    <T> T write(Work<T> work) throws ArchiveException {
        Path embedded = folder;
        if (embedded == null) {
            return open(settings, work);
        }
        try (EmbeddedServer server = EmbeddedServer.start(embedded)) {
            return open(MongoSettings.of(server.uri()), work);
        } catch (IOException e) {
            throw unclosed(embedded, e);
        }
    }

    /** Opens the archive for reading, works with it and closes it. */
    <T> T read(ReadingWork<T> work) throws ArchiveException {
        Path embedded = folder;
        if (embedded == null) {
            return openReader(settings, work);
        }
        try (EmbeddedServer server = EmbeddedServer.startExisting(embedded)) {
            return openReader(MongoSettings.of(server.uri()), work);
        } catch (IOException e) {
            throw unclosed(embedded, e);
        }
    }

    private static <T> T open(MongoSettings settings, Work<T> work) throws ArchiveException {
        try (MongoArchive archive = MongoArchive.open(settings)) {
            return work.with(archive);
        }
    }

    private static <T> T openReader(MongoSettings settings, ReadingWork<T> work) throws ArchiveException {
        try (MongoArchiveReader archive = MongoArchiveReader.open(settings)) {
            return work.with(archive);
        }
    }

    private static ArchiveException unclosed(Path folder, IOException cause) {
        return new ArchiveException("The archive embedded:" + folder + " can't be closed", cause);
    }

    private static Path folder(String name) throws ConfigurationException {
        if (name.isBlank()) {
            throw new ConfigurationException("--archive embedded: names no folder; write embedded:DIR");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("--archive embedded:DIR: not a name of a folder", e);
        }
    }

    private static MongoSettings.@Nullable Login login(Surroundings surroundings) throws ConfigurationException {
        String user = surroundings.environment().getOrDefault(USER, "");
        String password = surroundings.environment().getOrDefault(PASSWORD, "");
        if (user.isEmpty() != password.isEmpty()) {
            throw new ConfigurationException("Of " + USER + " and " + PASSWORD
                    + " only one is set; set both, or none for a server without login");
        }
        return user.isEmpty() ? null : new MongoSettings.Login(user, password);
    }
}
