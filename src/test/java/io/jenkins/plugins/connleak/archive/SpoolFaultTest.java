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
import io.jenkins.plugins.connleak.core.export.LegacyImport;
import io.jenkins.plugins.connleak.core.export.LegacyLog;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
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
        startWriter();
    }

    private void startWriter() {
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
    void importedLogWaitsForTheServerLikeAnyResult() throws Exception {
        proxy.refuse();
        LegacyLog log = LegacyImport.read(
                new ByteArrayInputStream("JAVA : Store.javaAPI : public void save() {\nTotal 1 connection leak found\n"
                        .getBytes(StandardCharsets.UTF_8)),
                1_000);
        ScanReport report = LegacyImport.report(log.leaks(), new BuildTag("shop", "4.5.0", "19"), "1.2.3");
        ArchivedResult imported = new ArchivedResult(
                "jenkins-1",
                new ArchivedResult.BuildReference("4.5.0/19", "import", ""),
                ArchivedResults.FINISHED,
                0,
                report);
        SpoolEntry entry = writer.add(imported, new DocumentOptions(true, 0));
        assertThat(writer.await(entry, SHORT.multipliedBy(2))).isEqualTo(SpoolWriter.Outcome.WAITING);

        proxy.admit();
        assertSent(entry, imported);
        assertThat(archive.legacy("4.5.0", "19"))
                .contains(new LegacyResult("4.5.0", "19", 1, List.of("Store.javaAPI : public void save() {")));
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
        assertThat(writer.status().error().orElseThrow().message()).containsPattern("does not answer|did not answer");

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
        SpoolEntry bad = refused(build(1, 2));
        SpoolEntry good = writer.add(build(2, 1), DocumentOptions.DEFAULT);

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

    @Test
    void refusedResultDoesNotComeBackOnceItsBuildIsRemoved() throws Exception {
        SpoolEntry bad = refused(build(1, 2));
        SpoolEntry other = refused(build(2, 2));
        assertSent(writer.add(removal(DeletionPolicy.DELETE, List.of(ArchiveDocuments.id(build(1, 2))))));

        assertThat(spool.retry(bad.name())).isFalse();
        assertThat(spool.aside()).containsExactly(other);
        admitAll();
        assertThat(spool.retry(other.name())).isTrue();
        writer.hurry();
        assertSent(other, build(2, 2));
    }

    @Test
    void refusedResultOfAJobThatIsRemovedDoesNotComeBack() throws Exception {
        refused(build(1, 2));
        assertSent(writer.add(removal(DeletionPolicy.DELETE, List.of())));
        assertThat(spool.aside()).isEmpty();
        assertThat(spool.bytes()).isZero();

        // A job of the same name is another one.
        SpoolEntry later = refused(build(1, 2));
        admitAll();
        spool.retry(later.name());
        writer.hurry();
        assertSent(later, build(1, 2));
    }

    @Test
    void refusedResultOfAMarkedBuildIsMarkedOnceItIsTaken() throws Exception {
        SpoolEntry bad = refused(build(1, 2));
        assertSent(writer.add(removal(DeletionPolicy.MARK, List.of(ArchiveDocuments.id(build(1, 2))))));

        // In the next process, refused once more, and dealt with after that.
        writer.close();
        spool = Spool.open(folder, SpoolLimits.DEFAULT);
        startWriter();
        spool.retry(bad.name());
        writer.hurry();
        awaitSent(spool.waiting());
        assertThat(spool.aside()).extracting(SpoolEntry::name).containsExactly(bad.name());
        admitAll();
        spool.retry(bad.name());
        writer.hurry();
        awaitSent(spool.waiting());

        assertThat(stored().values()).hasSize(3).allMatch(document -> Date.from(ArchivedResults.FINISHED)
                .equals(document.get("deletedAt")));
        assertThat(spool.aside()).isEmpty();
        assertThat(spool.bytes()).isZero();
    }

    private void awaitSent(List<SpoolEntry> entries) throws InterruptedException {
        for (SpoolEntry entry : entries) {
            assertThat(writer.await(entry, LONG)).isNotEqualTo(SpoolWriter.Outcome.WAITING);
        }
    }

    /** Somebody else's index refuses results of several leaks in one file. */
    private SpoolEntry refused(ArchivedResult result) throws Exception {
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            client.getDatabase("connleak")
                    .getCollection(MongoArchive.FINDINGS)
                    .createIndex(new Document("file", 1), new IndexOptions().unique(true));
        }
        SpoolEntry entry = writer.add(result, DocumentOptions.DEFAULT);
        assertThat(writer.await(entry, LONG)).isEqualTo(SpoolWriter.Outcome.ASIDE);
        return entry;
    }

    private void admitAll() {
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            client.getDatabase("connleak").getCollection(MongoArchive.FINDINGS).dropIndex(new Document("file", 1));
        }
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
