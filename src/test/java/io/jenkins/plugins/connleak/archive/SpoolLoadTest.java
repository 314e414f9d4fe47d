package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What spooling and sending cost: memory, threads, and time. Small unless {@code -Dconnleak.bench=true} is given, and
 * times are looked at only then.
 */
@Timeout(value = 1_800, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoolLoadTest {
    private static final boolean LONG = Boolean.getBoolean("connleak.bench");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private MongoServer server;

    @BeforeEach
    void startServer() {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
    }

    @AfterEach
    void stopServer() {
        server.shutdownNow();
    }

    /** The documents of all leaks together are several times as large as the heap. */
    @Test
    void manyLeaksAreSpooledAndSentInLittleMemory() throws Exception {
        int leaks = LONG ? 100_000 : 30_000;
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        OwnProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        LONG ? "-Xmx64m" : "-Xmx24m",
                        "-cp",
                        OwnProcess.classPath(),
                        MemoryProcess.class.getName(),
                        folder.resolve("spool").toString(),
                        server.getConnectionString(),
                        String.valueOf(leaks))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains("SENT");
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            MongoDatabase database = client.getDatabase("connleak");
            assertThat(database.getCollection(MongoArchive.FINDINGS).countDocuments())
                    .isEqualTo(leaks);
            assertThat(database.getCollection(MongoArchive.BUILDS).countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void buildsDoNotWaitForABlackHoleAndNoThreadStays() throws Exception {
        Set<String> before = threads();
        List<Long> nanos = new ArrayList<>();
        Spool spool = Spool.open(folder, SpoolLimits.DEFAULT);
        try (FaultProxy proxy = new FaultProxy(server.getLocalAddress().getPort());
                ArchiveClient client = new ArchiveClient()) {
            proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            MongoSettings settings = MongoSettings.of(proxy.uri());
            try (SpoolWriter writer =
                    new SpoolWriter(spool, () -> Optional.of(client.of(settings)), Backoff.DEFAULT, new Random(1))) {
                writer.start();
                for (int build = 0; build < 200; build++) {
                    long start = System.nanoTime();
                    writer.add(
                            ArchivedResults.result(
                                    new BuildTag("shop", "", String.valueOf(build)),
                                    String.valueOf(build),
                                    ArchivedResults.findings(20)),
                            DocumentOptions.DEFAULT);
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        assertThat(spool.waiting()).hasSize(200);
        awaitThreads(before);
        if (LONG) {
            nanos.sort(null);
            long p99 = TimeUnit.NANOSECONDS.toMillis(nanos.get(197));
            System.out.println("black hole: 200 builds, p50 " + TimeUnit.NANOSECONDS.toMillis(nanos.get(99))
                    + " ms, p99 " + p99 + " ms, longest " + TimeUnit.NANOSECONDS.toMillis(nanos.get(199)) + " ms");
            assertThat(p99).isLessThan(1_000);
        }
    }

    @Test
    void otherSettingsCloseTheClientAndTheSameKeepIt() throws Exception {
        Set<String> before = threads();
        try (ArchiveClient client = new ArchiveClient()) {
            MongoSettings settings = MongoSettings.of(server.getConnectionString());
            MongoArchive first = client.of(settings);
            first.ping();
            assertThat(client.of(MongoSettings.of(server.getConnectionString())))
                    .isSameAs(first);

            MongoArchive second = client.of(settings.withLogin(new MongoSettings.Login("anna", "geheim")));
            assertThat(second).isNotSameAs(first);
            assertThat(client.current()).containsSame(second);
        }
        awaitThreads(before);
    }

    @Test
    @EnabledIfSystemProperty(named = "connleak.bench", matches = "true")
    void sendingCostsAboutWhatPlainInsertionCosts() throws Exception {
        for (int[] load : new int[][] {{100, 400}, {10_000, 8}, {100_000, 1}}) {
            long plain = Long.MAX_VALUE;
            long send = Long.MAX_VALUE;
            long spool = Long.MAX_VALUE;
            for (int round = 0; round < 4; round++) {
                plain = Math.min(plain, plain(load[0], load[1], "plain" + round));
                long[] ours = ours(load[0], load[1], "ours" + round);
                spool = Math.min(spool, ours[0]);
                send = Math.min(send, ours[1]);
            }
            double seconds = send / 1e9;
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d leaks: %.1f builds/s, %.0f leaks/s sent; plain insertMany %.2f s, sending %.2f s (%.2f times), "
                            + "spooling %.2f s (both %.2f times)",
                    load[0],
                    load[1] / seconds,
                    load[0] * (double) load[1] / seconds,
                    plain / 1e9,
                    seconds,
                    (double) send / plain,
                    spool / 1e9,
                    (double) (spool + send) / plain));
            assertThat((double) send / plain).isLessThan(1.3);
        }
    }

    private long plain(int leaks, int builds, String name) {
        try (MongoClient client = MongoClients.create(server.getConnectionString())) {
            MongoDatabase database = client.getDatabase(name);
            ArchiveIndexes.create(database);
            long nanos = 0;
            for (int build = 0; build < builds; build++) {
                List<Document> documents = new ArrayList<>();
                MemoryProcess.documents(build, leaks)
                        .<RuntimeException>each((part, document) -> documents.add(document));
                Document last = documents.remove(documents.size() - 1);
                long start = System.nanoTime();
                database.getCollection(MongoArchive.FINDINGS).insertMany(documents);
                database.getCollection(MongoArchive.BUILDS).insertOne(last);
                nanos += System.nanoTime() - start;
            }
            database.drop();
            return nanos;
        }
    }

    private long[] ours(int leaks, int builds, String name) throws Exception {
        Spool spool = Spool.open(folder.resolve(name), new SpoolLimits(4L << 30, 0));
        MongoSettings settings =
                new MongoSettings(server.getConnectionString(), name, null, MongoSettings.Timeouts.DEFAULT);
        try (MongoArchive archive = MongoArchive.open(settings)) {
            SpoolWriter writer = new SpoolWriter(spool, () -> Optional.of(archive), Backoff.DEFAULT, new Random(1));
            long start = System.nanoTime();
            SpoolEntry last = null;
            for (int build = 0; build < builds; build++) {
                last = spool.add(MemoryProcess.documents(build, leaks));
            }
            long spooled = System.nanoTime();
            writer.start();
            assertThat(writer.await(last, PATIENCE)).isEqualTo(SpoolWriter.Outcome.SENT);
            long sent = System.nanoTime();
            writer.close();
            try (MongoClient client = MongoClients.create(server.getConnectionString())) {
                client.getDatabase(name).drop();
            }
            return new long[] {spooled - start, sent - spooled};
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("connleak archive") || name.startsWith("cluster-"))
                .collect(Collectors.toSet());
    }

    /** The driver's threads end shortly after their client. */
    private static void awaitThreads(Set<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!wanted.containsAll(threads()) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(wanted).containsAll(threads());
    }
}
