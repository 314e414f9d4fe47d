package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results are spooled and sent by a process that is killed again and again, to a server that is killed and started again:
 * in the end every document is there once, in full, and none lies aside. Short unless {@code -Dconnleak.bench=true} is
 * given: 2,000 results, 50 kills of the server, 20 of the process.
 */
@Timeout(value = 3_600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoolEnduranceTest {
    private static final boolean LONG = Boolean.getBoolean("connleak.bench");
    private static final int RESULTS = LONG ? 2_000 : 60;
    private static final int SERVER_KILLS = LONG ? 50 : 3;
    private static final int WRITER_KILLS = LONG ? 20 : 2;
    private static final int PAUSE = LONG ? 1_500 : 400;

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("connleak.seed", 20_261_121));
    private final List<Integer> acknowledged = new ArrayList<>();
    private MongoServer server;
    private FaultProxy proxy;
    private int restarts;

    @Test
    void everyResultIsThereOnceAndInFullAfterKillsOfServerAndWriter() throws Exception {
        server = server();
        server.bind();
        proxy = new FaultProxy(server.getLocalAddress().getPort());
        try {
            int serverKills = SERVER_KILLS;
            for (int writerKills = WRITER_KILLS; writerKills >= 0; writerKills--) {
                Process writer = writer();
                try {
                    int share = serverKills / (writerKills + 1);
                    for (int kill = 0; kill < share && writer.isAlive(); kill++) {
                        Thread.sleep(random.nextInt(PAUSE));
                        restartServer();
                    }
                    serverKills -= share;
                    if (writerKills > 0) {
                        writer.waitFor(200 + random.nextInt(PAUSE), TimeUnit.MILLISECONDS);
                        kill(writer);
                    } else {
                        assertThat(writer.waitFor()).isZero();
                    }
                } finally {
                    kill(writer);
                    readAcknowledged();
                }
            }
            check();
        } finally {
            proxy.close();
            server.shutdownNow();
        }
    }

    private void check() throws IOException {
        Spool spool = Spool.open(folder.resolve("spool"), SpoolLimits.DEFAULT);
        assertThat(spool.aside()).isEmpty();
        assertThat(spool.waiting()).isEmpty();
        assertThat(acknowledged).contains(RESULTS - 1);
        Map<Object, Document> stored = stored();
        int documents = stored.size();
        for (int number = 0; number < RESULTS; number++) {
            for (Document each : expected(number)) {
                assertThat(stored.remove(each.get("_id")))
                        .as("result " + number)
                        .isEqualTo(each);
            }
        }
        assertThat(stored).isEmpty();
        if (LONG) {
            System.out.println(
                    RESULTS + " results, " + documents + " documents, " + restarts + " restarts of the server, "
                            + WRITER_KILLS + " kills of the writer: each document once, none aside");
        }
    }

    private static List<Document> expected(int number) {
        List<Document> expected = new ArrayList<>();
        new ResultDocuments(WriterProcess.result(number), WriterProcess.OPTIONS)
                .<RuntimeException>each((part, document) ->
                        expected.add(new RawBsonDocument(document, new DocumentCodec()).decode(new DocumentCodec())));
        return expected;
    }

    /** All documents by their keys, read in one pass. */
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

    private MongoServer server() {
        return new MongoServer(new H2Backend(folder.resolve("server.mv").toString()).version(ServerVersion.MONGO_5_0));
    }

    /** All connections are cut first, in the middle of whatever they carry. */
    private void restartServer() throws Exception {
        int port = server.getLocalAddress().getPort();
        proxy.refuse();
        server.shutdownNow();
        Thread.sleep(random.nextInt(LONG ? 800 : 150));
        server = server();
        server.bind("127.0.0.1", port);
        proxy.admit();
        restarts++;
    }

    private Process writer() throws IOException {
        int first = acknowledged.stream().max(Integer::compare).orElse(-1) + 1;
        return new ProcessBuilder(
                        OwnProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        OwnProcess.classPath(),
                        WriterProcess.class.getName(),
                        folder.resolve("spool").toString(),
                        proxy.uri(),
                        String.valueOf(first),
                        String.valueOf(RESULTS))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("acknowledged.txt").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.txt").toFile()))
                .start();
    }

    /** As kill -9 does. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private void readAcknowledged() throws IOException {
        acknowledged.clear();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Files.newInputStream(folder.resolve("acknowledged.txt")), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .forEach(acknowledged::add);
        }
    }
}
