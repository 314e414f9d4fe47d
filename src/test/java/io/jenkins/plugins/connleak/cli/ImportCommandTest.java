package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.archive.LegacyResult;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String LEAK = "JAVA : TaskHelper.javaAPI : public void load() {\n";
    private static final String OTHER = "JAVA : Store.javaAPI : public void save() {\n";

    @TempDir
    private Path folder;

    @Test
    void importedLogIsInTheHistoryUnderReleaseBuildAndTime() throws IOException {
        Path log = log("nightly.log", "Started\n" + LEAK + OTHER + total(2));
        Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2019-03-04T05:06:07Z")));

        assertThat(imported("4.5.0", "19", log))
                .isEqualTo(new CommandLineRun(0, "Imported 2 leaks of release 4.5.0 build 19\n", ""));
        assertThat(run("history", "--archive", archive()).out()).isEqualTo("""
                        Job  Release  Build  Finished (UTC)    Leaks  Definite  Possible
                        -    4.5.0    19     2019-03-04 05:06      2         0         2  ##############################
                        """);
    }

    @Test
    void oldReadersFindTheImportToo() throws IOException, ArchiveException {
        imported("4.5.0", "19", log("a.log", LEAK + OTHER + total(2)));

        try (EmbeddedServer server = EmbeddedServer.startExisting(folder.resolve("archive"));
                MongoArchive archive = MongoArchive.open(MongoSettings.of(server.uri()))) {
            assertThat(archive.legacy("4.5.0", "19"))
                    .contains(new LegacyResult(
                            "4.5.0",
                            "19",
                            2,
                            List.of(
                                    "Store.javaAPI : public void save() {",
                                    "TaskHelper.javaAPI : public void load() {")));
        }
    }

    @Test
    void importedReleasesCanBeCompared() throws IOException {
        imported("4.5.0", "19", log("a.log", LEAK + OTHER + total(2)), "--finished", "2019-03-04T05:06:07Z");
        imported("4.6.0", "1", log("b.log", LEAK + total(1)), "--finished", "2019-04-04T05:06:07Z");

        assertThat(run("compare", "--archive", archive(), "--release", "4.6.0", "--with", "4.5.0")
                        .out())
                .isEqualTo("""
                        fixed: Store.java: [legacy-pattern, possible] in public void save() {
                        4.6.0 build 1 compared with 4.5.0 build 19: 0 new, 1 fixed, 1 outstanding
                        """);
    }

    @Test
    void severalLogsAreOneBuildAndAReplayReplacesIt() throws IOException {
        Path one = log("a.log", LEAK + total(1));
        Path other = log("b.log", OTHER + total(1));

        imported("4.5.0", "19", one, other);
        imported("4.5.0", "19", one, other);

        assertThat(run("history", "--archive", archive(), "--csv", "-").out().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(",import,cli,4.5.0,19,")
                .endsWith(",2,0,2,");
    }

    @Test
    void logWithoutATotalIsImportedAndDoubted() throws IOException {
        Path log = log("a.log", LEAK);

        assertThat(imported("4.5.0", "19", log))
                .isEqualTo(new CommandLineRun(
                        0,
                        "Imported 1 leak of release 4.5.0 build 19\n",
                        "connleak: " + log + ": the log states no total: it may be cut off\n"));
    }

    @Test
    void whatIsNoWholeLogIsRefusedAndNothingIsArchived() throws IOException {
        Path fine = log("fine.log", LEAK + total(1));
        Path cut = log("cut.log", LEAK + total(2));

        assertThat(imported("4.5.0", "19", fine, cut))
                .isEqualTo(new CommandLineRun(
                        3,
                        "",
                        "connleak: " + cut + " is not imported: line 2: the log states 2 leaks, but lists 1 leak: it is"
                                + " not whole\n"));
        assertThat(imported("4.5.0", "19", log("no.log", "BUILD SUCCESS\n")).err())
                .contains("is not imported: not a leak log: ");
        assertThat(imported("4.5.0", "19", folder.resolve("gone.log")))
                .isEqualTo(new CommandLineRun(
                        3, "", "connleak: " + folder.resolve("gone.log") + " does not exist; name a leak log\n"));
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    @Test
    void releaseBuildAndLogAreAskedFor() throws IOException {
        Path log = log("a.log", LEAK + total(1));
        assertThat(List.of(
                        run("import", "--archive", archive(), "--build", "1", log)
                                .code(),
                        run("import", "--archive", archive(), "--release", "1", log)
                                .code(),
                        run("import", "--archive", archive(), "--release", "1", "--build", "1")
                                .code(),
                        imported(" ", "19", log).code(),
                        imported("1", "2", log, "--finished", "yesterday").code()))
                .containsOnly(2);
    }

    @Test
    void legacyReportOfAScanGoesInAndComesBack() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("src"));
        Files.writeString(sources.resolve("Shop.java"), """
                import java.sql.*;
                class Shop {
                    int one() throws SQLException { Connection c = DriverManager.getConnection("x"); return c.getHoldability(); }
                }
                """);
        Path log = folder.resolve("legacy.log");
        run("scan", "--legacy", log, sources);

        assertThat(imported("4.5.0", "19", log).out()).isEqualTo("Imported 1 leak of release 4.5.0 build 19\n");
    }

    private CommandLineRun imported(String release, String build, Object... more) {
        return run(Stream.concat(
                        Stream.of("import", "--archive", archive(), "--release", release, "--build", build),
                        Stream.of(more))
                .toArray());
    }

    private String archive() {
        return "embedded:" + folder.resolve("archive");
    }

    private Path log(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String total(int leaks) {
        return "java.lang.Exception: Total " + leaks + " connection leak found in current run.'\n";
    }
}
