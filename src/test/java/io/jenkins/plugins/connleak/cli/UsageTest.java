package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.runWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.archive.MongoSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before anything is scanned: exit code 2 or 3, one clear message, nothing on standard output. */
class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void helpNamesEveryOptionAndExitCode() {
        CommandLineRun help = run("scan", "--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(
                        "--engine",
                        "--regex-file",
                        "--ignore-file",
                        "--catalog",
                        "--include",
                        "--exclude",
                        "--encoding",
                        "--threads",
                        "--certainty",
                        "--json",
                        "--sarif",
                        "--html",
                        "--fix-diff",
                        "--legacy",
                        "--baseline",
                        "--fail-on",
                        "--threshold",
                        "--job",
                        "--release",
                        "--build",
                        "--archive",
                        "--quiet")
                .contains(
                        "0   done, and the gate passed",
                        "1   done, and the gate failed",
                        "2   wrong usage",
                        "3   the scan could not be done",
                        "4   the archive could not be written");
    }

    @Test
    void helpOfTheWholeNamesTheCommands() {
        assertThat(run("--help").out()).contains("scan", "history", "Exit codes:");
        assertThat(run("history", "--help").out()).contains("--archive", "--job", "--release", "--limit", "--html");
    }

    @Test
    void versionIsOneLine() {
        CommandLineRun version = run("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).matches("connleak \\S+\\R");
    }

    @Test
    void noCommandIsWrongUsage() {
        CommandLineRun none = run();
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err())
                .startsWith("connleak: which command: scan, history, compare or import?")
                .contains("Usage: connleak");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scan|which folder is to be scanned? Give at least one DIR",
                "scan --engine both|which folder is to be scanned? Give at least one DIR",
                "scan --engine regex|which folder is to be scanned? Give a DIR, or a --regex-file with SOURCECODE_PATH",
                "scan --threads -1 .|--threads -1 is no number of threads; give 1 or more",
                "scan --threads 0 .|--threads 0 is no number of threads; give 1 or more",
                "scan --threshold 3 .|--threshold has no effect without --fail-on any or --fail-on new",
                "scan --fail-on any --threshold -3 .|--threshold -3 is no number of leaks; give 0 or more",
                "scan --fail-on new .|--fail-on new needs --baseline, a report to compare with",
                "scan --json - --sarif - .|only one file can be -, standard output",
                "scan --archive embedded: .|--archive embedded: names no folder; write embedded:DIR",
                "history --archive embedded:x --limit 0|--limit 0 is no number of lines; give 1 to 100000"
            })
    void argumentsThatMakeNoSenseAreWrongUsage(String arguments, String message) {
        CommandLineRun wrong = run((Object[]) arguments.split(" "));

        assertThat(wrong).isEqualTo(new CommandLineRun(2, "", "connleak: " + message + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --no-such-option .", "scan --engine magic .", "scan --certainty maybe .", "scan --threads many .",
                "scan --fail-on sometimes .", "scan --threshold few .", "history", "explain"
            })
    void argumentsThatAreNotKnownAreWrongUsage(String arguments) {
        CommandLineRun wrong = run((Object[]) arguments.split(" "));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).startsWith("connleak: ").endsWith(" --help\n");
    }

    @Test
    void folderThatDoesNotExistCanNotBeScanned() {
        CommandLineRun missing = run("scan", folder.resolve("missing"));

        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err())
                .startsWith("connleak: ")
                .contains(folder.resolve("missing").toString());
    }

    @Test
    void missingFolderOfAnOutputIsSaidBeforeScanning() {
        Path target = folder.resolve("missing/report.json");

        assertThat(run("scan", "--json", target, folder))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "connleak: --json " + target + " can't be written: there is no folder " + target.getParent()
                                + "; make it first\n"));
    }

    @Test
    void outputThatIsAFolderIsSaidBeforeScanning() {
        assertThat(run("scan", "--sarif", folder, folder))
                .isEqualTo(new CommandLineRun(2, "", "connleak: --sarif " + folder + " is a folder; name a file\n"));
    }

    @Test
    void missingRegexFileIsSaidBeforeScanning() {
        CommandLineRun wrong = run("scan", "--engine", "regex", "--regex-file", folder.resolve("none"), folder);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err())
                .startsWith("connleak: ")
                .contains(folder.resolve("none").toString());
    }

    @Test
    void regexFileThatNamesNoRootNeedsAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("house.properties"), """
                Method_Pattern=void (\\\\w+)
                ExecutionQuery_Pattern=(\\\\w+) = open
                CloseResultSet_Pattern1=close.
                CloseResultSet_Pattern2=.
                """);

        assertThat(run("scan", "--engine", "regex", "--regex-file", file))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "connleak: The regex file " + file
                                + " names no folder: add SOURCECODE_PATH to it, or give a DIR\n"));
    }

    @Test
    void archiveUriWithCredentialsIsRefusedWithoutRepeatingThem() {
        CommandLineRun wrong = run("scan", "--archive", "mongodb://anna:geheim@127.0.0.1/connleak", folder);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("CONNLEAK_MONGODB_USER", "CONNLEAK_MONGODB_PASSWORD")
                .doesNotContain("anna", "geheim");
    }

    @Test
    void halfALoginIsWrongUsage() {
        CommandLineRun wrong =
                runWith(Map.of("CONNLEAK_MONGODB_USER", "anna"), "scan", "--archive", "mongodb://127.0.0.1", folder);

        assertThat(wrong)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "connleak: Of CONNLEAK_MONGODB_USER and CONNLEAK_MONGODB_PASSWORD only one is set; set both, or"
                                + " none for a server without login\n"));
    }

    @Test
    void lackOfMemoryIsNoFailedGate() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InstantSource exhausted = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Surroundings surroundings = new Surroundings(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                Map.of(),
                exhausted.withZone(ZoneOffset.UTC),
                MongoSettings.Timeouts.DEFAULT);

        assertThat(Main.run(surroundings, "scan", folder.toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("connleak: the memory did not suffice; give Java more, such as CONNLEAK_JAVA_OPTS=-Xmx4g,"
                        + " or take fewer --threads\n");
    }
}
