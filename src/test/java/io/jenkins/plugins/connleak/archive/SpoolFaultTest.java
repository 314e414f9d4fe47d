package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens between writer and server: in the end the server has every document once, and in full. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoolFaultTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    private MongoServer server;
    private FaultProxy proxy;
    private Spool spool;
    private SpoolWriter writer;
    private MongoArchive archive;

    @BeforeEach
    void start() throws IOException, ArchiveException {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        proxy = new FaultProxy(server.getLocalAddress().getPort());
        spool = Spool.open(folder, SpoolLimits.DEFAULT);
        archive = MongoArchive.open(
                MongoSettings.of(proxy.uri()).withTimeouts(new MongoSettings.Timeouts(SHORT, SHORT, SHORT)));
        writer = new SpoolWriter(
                spool,
                () -> Optional.of(archive),
                new Backoff(Duration.ofMillis(5), Duration.ofMillis(50)),
                new Random(1));
        writer.start();
    }

    @AfterEach
    void stop() throws IOException {
        writer.close();
        archive.close();
        proxy.close();
        server.shutdownNow();
    }

    @Test
    void refusedConnectionsAreTriedUntilTheyAreTaken() throws Exception {
        proxy.refuse();
        SpoolEntry entry = writer.add(build(1, 10), DocumentOptions.DEFAULT);
        assertThat(writer.await(entry, SHORT.multipliedBy(5))).isEqualTo(SpoolWriter.Outcome.WAITING);
        assertThat(writer.status().error().orElseThrow().message()).contains("connection refused");

        proxy.admit();
        assertSent(entry, build(1, 10));
    }

    @Test
    void connectionsThatAreCutInTheMiddleOfABatchAddNoDocumentTwice() throws Exception {
        List<ArchivedResult> results = new ArrayList<>();
        SpoolEntry last = null;
        Random random = new Random(5);
        for (int build = 0; build < 12; build++) {
            results.add(build(build, 300));
            proxy.cutAfter(random.nextInt(250_000));
            last = writer.add(results.get(build), DocumentOptions.DEFAULT);
            writer.await(last, Duration.ofMillis(random.nextInt(300)));
        }
        assertSent(last, results.toArray(ArchivedResult[]::new));
    }

    @Test
    void delayCostsTimeOnly() throws Exception {
        proxy.mode(FaultProxy.Mode.DELAY);
        assertSent(writer.add(build(1, 60), DocumentOptions.DEFAULT), build(1, 60));
    }

    @Test
    void blackHoleIsLeftOnceItAnswers() throws Exception {
        proxy.mode(FaultProxy.Mode.BLACK_HOLE);
        SpoolEntry entry = writer.add(build(1, 10), DocumentOptions.DEFAULT);
        assertThat(writer.await(entry, SHORT.multipliedBy(3))).isEqualTo(SpoolWriter.Outcome.WAITING);
        long end = System.nanoTime() + LONG.toNanos();
        while (writer.status().error().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(writer.status().error().orElseThrow().message()).contains("does not answer");

        proxy.mode(FaultProxy.Mode.PASS);
        proxy.cut();
        assertSent(entry, build(1, 10));
    }

    @Test
    void serverThatFallsSilentInTheMiddleIsLeftAndTheResultSentAgain() throws Exception {
        assertSent(writer.add(build(1, 1), DocumentOptions.DEFAULT), build(1, 1));
        proxy.mode(FaultProxy.Mode.BLACK_HOLE);
        SpoolEntry entry = writer.add(build(2, 500), DocumentOptions.DEFAULT);
        assertThat(writer.await(entry, SHORT.multipliedBy(2))).isEqualTo(SpoolWriter.Outcome.WAITING);

        proxy.mode(FaultProxy.Mode.PASS);
        proxy.cut();
        assertSent(entry, build(1, 1), build(2, 500));
    }

    @Test
    void slowDripIsWaitedForAsLongAsSomethingComes() throws Exception {
        proxy.mode(FaultProxy.Mode.DRIP);
        assertSent(writer.add(build(1, 60), DocumentOptions.DEFAULT), build(1, 60));
    }

    @Test
    void documentThatTheServerNeverTakesLiesAsideAndLeavesNothingBehind() throws Exception {
        // Somebody else's index: the second leak of a file is one too many for it.
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            client.getDatabase("connleak")
                    .getCollection(MongoArchive.FINDINGS)
                    .createIndex(new Document("file", 1), new IndexOptions().unique(true));
        }
        SpoolEntry bad = writer.add(build(1, 2), DocumentOptions.DEFAULT);
        SpoolEntry good = writer.add(build(2, 1), DocumentOptions.DEFAULT);

        assertThat(writer.await(bad, LONG)).isEqualTo(SpoolWriter.Outcome.ASIDE);
        assertSent(good, build(2, 1));
        assertThat(spool.reason(bad.name()).orElseThrow())
                .contains("the server refused")
                .doesNotContain("Orders.java");
    }

    @Test
    void removalFollowsTheResultsSpooledBefore() throws Exception {
        writer.add(build(1, 3), DocumentOptions.DEFAULT);
        writer.add(build(2, 3), DocumentOptions.DEFAULT);
        writer.add(removal(DeletionPolicy.DELETE, List.of(ArchiveDocuments.id(build(1, 3)))));
        assertSent(writer.add(removal(DeletionPolicy.DELETE, List.of(ArchiveDocuments.id(build(9, 3))))), build(2, 3));

        writer.add(build(3, 2), DocumentOptions.DEFAULT);
        assertSent(writer.add(removal(DeletionPolicy.DELETE, List.of())));
    }

    @Test
    void markedBuildsKeepTheirDocuments() throws Exception {
        writer.add(build(1, 2), DocumentOptions.DEFAULT);
        writer.add(build(2, 1), DocumentOptions.DEFAULT);
        writer.add(removal(DeletionPolicy.MARK, List.of(ArchiveDocuments.id(build(1, 2)))));
        SpoolEntry last = writer.add(removal(DeletionPolicy.MARK, List.of()));
        assertThat(writer.await(last, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);

        assertThat(stored().values()).hasSize(5).allMatch(document -> document.containsKey("deletedAt"));
    }

    private static Removal removal(DeletionPolicy policy, List<String> keys) {
        return new Removal(policy, keys, "jenkins-1", "shop", ArchivedResults.FINISHED);
    }

    private static ArchivedResult build(int number, int leaks) {
        return result(new BuildTag("shop", "4.5.0", String.valueOf(number)), String.valueOf(number), findings(leaks));
    }

    private void assertSent(SpoolEntry entry, ArchivedResult... results) throws InterruptedException {
        assertThat(writer.await(entry, LONG)).isEqualTo(SpoolWriter.Outcome.SENT);
        assertThat(stored()).isEqualTo(expected(results));
    }

    private static Map<Object, Document> expected(ArchivedResult... results) {
        Map<Object, Document> expected = new HashMap<>();
        for (ArchivedResult result : results) {
            new ResultDocuments(result, DocumentOptions.DEFAULT)
                    .<RuntimeException>each((part, document) -> expected.put(
                            document.get("_id"),
                            new RawBsonDocument(document, new DocumentCodec()).decode(new DocumentCodec())));
        }
        return expected;
    }

    private Map<Object, Document> stored() {
        Map<Object, Document> stored = new HashMap<>();
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            for (String collection : List.of(MongoArchive.BUILDS, MongoArchive.FINDINGS)) {
                client.getDatabase("connleak").getCollection(collection).find().forEach(each -> assertThat(
                                stored.put(each.get("_id"), each))
                        .isNull());
            }
        }
        return stored;
    }
}
