package io.jenkins.plugins.connleak.archive;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The archive on mongo-java-server with its H2 store. */
class MongoArchiveH2Test extends ResultArchiveContract {
    @TempDir
    private static Path store;

    private static MongoServer server;

    @BeforeAll
    static void startServer() {
        server =
                new MongoServer(new H2Backend(store.resolve("archive.mv").toString()).version(ServerVersion.MONGO_5_0));
        server.bind();
    }

    @AfterAll
    static void stopServer() {
        server.shutdownNow();
    }

    @Override
    String serverUri() {
        return server.getConnectionString();
    }
}
