package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.FINISHED;
import static io.jenkins.plugins.connleak.archive.ArchivedResults.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.export.LegacyImport;
import io.jenkins.plugins.connleak.core.export.LegacyLog;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers of the old service's documents see: a client in Python, where there is one with pymongo. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OldReadersTest {
    private static final BuildTag TAG = new BuildTag("shop", "4.5.0", "19");
    private static final DocumentOptions WITH_OLD_FORM = new DocumentOptions(true, 0);

    /** Debian's own, which its packages are for, and whatever is on the path. */
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private static String python = "";
    private static MongoServer server;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        for (String candidate : PYTHONS) {
            python = python.isEmpty() && exitCode(candidate, "-c", "import pymongo") == 0 ? candidate : python;
        }
        assumeTrue(
                !python.isEmpty(),
                "old readers in Python: skipped, python3 has no pymongo here (Debian: python3-pymongo)");
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    @Test
    void findAScanByReleaseAndBuildAndReadTotalAndTable() throws Exception {
        store(at(TAG, "117", FINISHED, ArchivedResults.findings(2)));

        assertThat(read("4.5.0", "19"))
                .isEqualTo("{\"tabulardata\": [[\"File Name\"], [[\"1. Orders.javaAPI : load(long)\"], [\"2."
                        + " Orders.javaAPI : load(long)\"]]], \"total\": \"2\"}");
        assertThat(read("4.5.0", "20")).isEqualTo("nothing");
    }

    @Test
    void readAnImportedLogAsItStandsInIt() throws Exception {
        List<LegacyLog.Leak> leaks = List.of(
                new LegacyLog.Leak("Store.java", "public void save() {"),
                new LegacyLog.Leak("\u00dcbung.java", "void \u00e4ndern(String s)"));
        BuildTag tag = new BuildTag("", "4.4 \u00e9", "7");
        store(new ArchivedResult(
                "cli",
                new ArchivedResult.BuildReference("4.4/7", "import", ""),
                FINISHED,
                0,
                LegacyImport.report(leaks, tag, "1.2.3")));

        assertThat(read("4.4 \u00e9", "7"))
                .isEqualTo("{\"tabulardata\": [[\"File Name\"], [[\"1. Store.javaAPI : public void save() {\"], [\"2."
                        + " \\u00dcbung.javaAPI : void \\u00e4ndern(String s)\"]]], \"total\": \"2\"}");
    }

    private static void store(ArchivedResult result) throws ArchiveException {
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            archive.store(result, WITH_OLD_FORM);
        }
    }

    private static String read(String release, String build) throws IOException, InterruptedException {
        Process process = process(python, "src/test/python/old_reader.py", server.getConnectionString(), release, build)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    private static int exitCode(String... command) throws InterruptedException {
        try {
            Process process = process(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            // There is no such program.
            return -1;
        }
    }

    private static ProcessBuilder process(String... command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
