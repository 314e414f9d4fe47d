package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are not there, do not answer or do not let us in: an ArchiveException in plain words, in bounded time. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MongoArchiveFailureTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final MongoSettings.Timeouts TIMEOUTS = new MongoSettings.Timeouts(SHORT, SHORT, SHORT);
    private static final HistoryQuery ALL = new HistoryQuery(Optional.empty(), Optional.empty(), 10);

    @Test
    void refusedConnectionIsSaid() throws Exception {
        int port;
        try (ServerSocket taken = loopback()) {
            port = taken.getLocalPort();
        }
        try (MongoArchive archive = open(port)) {
            String where = "The archive at 127.0.0.1:" + port + ", database connleak, could not ";
            String why = ": no server could be used within 700 ms: connection refused";
            assertThatThrownBy(() -> archive.store(result()))
                    .isInstanceOf(ArchiveException.class)
                    .hasNoCause()
                    .hasMessage(where + "be written" + why);
            assertThatThrownBy(() -> archive.history(ALL)).hasMessage(where + "be read" + why);
            assertThatThrownBy(archive::ping).hasMessage(where + "be asked" + why);
        }
    }

    @Test
    void serverThatNeverAnswersIsGivenUp() throws Exception {
        // Its backlog accepts connections; nobody reads from them.
        try (ServerSocket blackHole = loopback();
                MongoArchive archive = open(blackHole.getLocalPort())) {
            assertThatThrownBy(() -> archive.store(result()))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessage("The archive at 127.0.0.1:" + blackHole.getLocalPort()
                            + ", database connleak, could not be written: no server could be used within 700 ms:"
                            + " it does not answer");
        }
    }

    @Test
    void serverThatStopsAnsweringIsGivenUp() throws Exception {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        try (MongoArchive archive = open(server.getLocalAddress().getPort())) {
            archive.store(result());
            server.shutdownNow();
            assertThatThrownBy(() -> archive.store(result()))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageStartingWith("The archive at 127.0.0.1:")
                    .hasMessageContaining("could not be written: ");
        }
    }

    @Test
    void unknownHostIsSaid() throws Exception {
        MongoSettings settings =
                MongoSettings.of("mongodb://no-such-host.invalid").withTimeouts(TIMEOUTS);
        try (MongoArchive archive = MongoArchive.open(settings)) {
            assertThatThrownBy(() -> archive.history(ALL))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("no-such-host.invalid, database connleak, could not be read")
                    .hasMessageContaining("the name of the host is unknown");
        }
    }

    @Test
    void refusedLoginIsSaidWithoutTheServersAnswer() throws Exception {
        // This server knows no logins at all, so it refuses each.
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        MongoSettings settings = MongoSettings.of(server.getConnectionString())
                .withTimeouts(TIMEOUTS)
                .withLogin(new MongoSettings.Login("anna", "geheim"));
        try (MongoArchive archive = MongoArchive.open(settings)) {
            assertThatThrownBy(archive::ping)
                    .isInstanceOf(ArchiveException.class)
                    .hasNoCause()
                    .hasMessageEndingWith("could not be asked: the server refused the login; check user, password and"
                            + " authSource");
        } finally {
            server.shutdownNow();
        }
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static MongoArchive open(int port) throws ArchiveException {
        return MongoArchive.open(MongoSettings.of("mongodb://127.0.0.1:" + port).withTimeouts(TIMEOUTS));
    }

    private static ArchivedResult result() {
        return ArchivedResults.result(new BuildTag("shop", "4.5.0", "19"), "117", ArchivedResults.findings(2));
    }
}
