package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.NOW;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.runAt;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.runWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded archive from scan to history, and archives that are not to be had. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArchiveOptionTest {
    @TempDir
    private Path folder;

    private Path sources;
    private Path store;

    @BeforeEach
    void writeSource() throws IOException {
        sources = Files.createDirectory(folder.resolve("src"));
        store = folder.resolve("deep/archive");
        Files.writeString(sources.resolve("Quiet.java"), "class Quiet {}\n");
    }

    @Test
    void historyShowsTheScansOldestFirst() {
        archived("shop", "4.5.0", "20", 60);
        archived("shop", "4.5.0", "19", 0);

        assertThat(run("history", "--archive", "embedded:" + store)).isEqualTo(new CommandLineRun(0, """
                        Job   Release  Build  Finished (UTC)    Leaks  Definite  Possible
                        shop  4.5.0    19     2026-03-04 05:06      0         0         0
                        shop  4.5.0    20     2026-03-04 05:07      0         0         0
                        """, ""));
    }

    @Test
    void historyIsNarrowedByJobReleaseAndLimit() {
        archived("shop", "4.5.0", "19", 0);
        archived("shop", "4.6.0", "1", 60);
        archived("bank", "4.6.0", "7", 120);

        assertThat(builds("--job", "shop")).containsExactly("shop 4.5.0 19", "shop 4.6.0 1");
        assertThat(builds("--release", "4.6.0")).containsExactly("shop 4.6.0 1", "bank 4.6.0 7");
        assertThat(builds("--limit", "1")).containsExactly("bank 4.6.0 7");
        assertThat(run("history", "--archive", "embedded:" + store, "--job", "nobody"))
                .isEqualTo(new CommandLineRun(0, "No archived scans match\n", ""));
    }

    @Test
    void rescanOfABuildReplacesIt() {
        archived("shop", "4.5.0", "19", 0);
        archived("shop", "4.5.0", "19", 60);

        assertThat(builds("--limit", "9")).containsExactly("shop 4.5.0 19");
    }

    @Test
    void scansWithoutATagAreKeptApartByTheirTime() {
        runAt(NOW, "scan", "--archive", "embedded:" + store, sources);
        runAt(NOW.plusSeconds(1), "scan", "--archive", "embedded:" + store, sources);

        assertThat(builds("--limit", "9")).containsExactly("- - -", "- - -");
    }

    @Test
    void historyOfAnArchiveThatIsNotThereMakesNone() {
        assertThat(run("history", "--archive", "embedded:" + store))
                .isEqualTo(new CommandLineRun(
                        4,
                        "",
                        "connleak: There is no archive in embedded:" + store
                                + "; make one with connleak scan --archive embedded:" + store + "\n"));
        assertThat(store).doesNotExist();
    }

    @Test
    void archiveInUseIsSaidAndTheScanIsStillPrinted() throws IOException {
        Files.createDirectories(store);
        try (FileChannel channel = FileChannel.open(
                        store.resolve("archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            CommandLineRun busy = run("scan", "--archive", "embedded:" + store, sources);
            assertThat(busy.code()).isEqualTo(4);
            assertThat(busy.out()).startsWith("No leaks found\n");
            assertThat(busy.err())
                    .isEqualTo("connleak: The archive embedded:" + store
                            + " is in use by another process; wait until it has ended\n");
        }
    }

    @Test
    void archiveFolderThatIsAFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CommandLineRun wrong = run("scan", "--archive", "embedded:" + file, sources);
        assertThat(wrong.code()).isEqualTo(4);
        assertThat(wrong.err()).isEqualTo("connleak: The archive embedded:" + file + " is a file; name a folder\n");
    }

    @Test
    void damagedStoreIsSaidAndLeftAlone() throws IOException {
        Files.createDirectories(store);
        Files.writeString(store.resolve("archive.mv"), "no store at all ".repeat(1_000));
        CommandLineRun damaged = run("history", "--archive", "embedded:" + store);
        assertThat(damaged.code()).isEqualTo(4);
        assertThat(damaged.err())
                .isEqualTo(
                        "connleak: The archive embedded:" + store + " can't be opened: its file archive.mv is damaged"
                                + " or of another version; move it away to begin a new one\n");
        assertThat(store.resolve("archive.mv")).hasContent("no store at all ".repeat(1_000));
    }

    @Test
    void serverThatIsDownCostsBoundedTimeAndExitCode4() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        String uri = "mongodb://127.0.0.1:" + port;
        String message =
                "connleak: The archive at 127.0.0.1:" + port + ", database connleak, could not be %s: no server"
                        + " could be used within 700 ms: connection refused\n";

        CommandLineRun scan = run("scan", "--archive", uri, "--json", folder.resolve("r.json"), sources);
        assertThat(scan.code()).isEqualTo(4);
        assertThat(scan.err()).isEqualTo(String.format(message, "written"));
        assertThat(folder.resolve("r.json")).exists();
        assertThat(run("history", "--archive", uri))
                .isEqualTo(new CommandLineRun(4, "", String.format(message, "read")));
    }

    @Test
    void serverThatNeverAnswersCostsBoundedTimeAndExitCode4() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CommandLineRun scan = runWith(
                    Map.of("CONNLEAK_MONGODB_USER", "anna", "CONNLEAK_MONGODB_PASSWORD", "geheim"),
                    "scan",
                    "--archive",
                    "mongodb://127.0.0.1:" + blackHole.getLocalPort(),
                    sources);
            assertThat(scan.code()).isEqualTo(4);
            assertThat(scan.err()).contains("does not answer").doesNotContain("anna", "geheim");
        }
    }

    private void archived(String job, String release, String build, int secondsLater) {
        CommandLineRun scan = runAt(
                NOW.plusSeconds(secondsLater),
                "scan",
                "--archive",
                "embedded:" + store,
                "--job",
                job,
                "--release",
                release,
                "--build",
                build,
                sources);
        assertThat(scan.err()).isEmpty();
        assertThat(scan.code()).isZero();
    }

    /** Job, release and build of each row. */
    private List<String> builds(Object... options) {
        Object[] arguments = Stream.concat(Stream.of("history", "--archive", "embedded:" + store), Stream.of(options))
                .toArray();
        return run(arguments)
                .out()
                .lines()
                .skip(1)
                .map(row -> row.split(" +"))
                .map(cells -> cells[0] + " " + cells[1] + " " + cells[2])
                .toList();
    }
}
