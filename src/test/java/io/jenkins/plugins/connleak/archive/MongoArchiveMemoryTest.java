package io.jenkins.plugins.connleak.archive;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The archive on mongo-java-server, in memory. */
class MongoArchiveMemoryTest extends ResultArchiveContract {
    private static MongoServer server;

    @BeforeAll
    static void startServer() {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
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
