package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.NOW;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static io.jenkins.plugins.connleak.cli.CommandLineRun.runAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History and comparison of an archive of four builds in two releases of a job, and one of another job. */
class ArchiveReadingTest {
    private static final String HEAD = """
            import java.sql.*;
            class Shop {
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fillArchive() throws IOException {
        archive("shop", "4.5.0", "19", 0, "one", "two", "three");
        archive("shop", "4.5.0", "20", 60, "one", "two");
        archive("shop", "4.6.0", "1", 120, "two", "four");
        archive("bank", "4.6.0", "7", 180, "five");
    }

    @Test
    void historyByReleaseShowsFirstLastFewestAndMost() {
        assertThat(read("history", "--by", "release")).isEqualTo(new CommandLineRun(0, """
                        Job   Release  Builds  First build  Finished (UTC)    Leaks  Last build  Finished (UTC)    Leaks  Fewest  Most
                        bank  4.6.0         1  7            2026-03-04 05:09      1  7           2026-03-04 05:09      1       1     1  ###############
                        shop  4.5.0         2  19           2026-03-04 05:06      3  20          2026-03-04 05:07      2       2     3  ##############################
                        shop  4.6.0         1  1            2026-03-04 05:08      2  1           2026-03-04 05:08      2       2     2  ##############################
                        """, ""));
    }

    @Test
    void historyByReleaseKeepsTheNewestOfManyAndSaysSo() {
        CommandLineRun run = read("history", "--by", "release", "--limit", "1");

        assertThat(run.out().lines().skip(1)).singleElement().asString().startsWith("bank  4.6.0");
        assertThat(run.err()).isEqualTo("connleak: 1 of 3 releases are shown; --limit shows more\n");
    }

    @Test
    void historyIsNarrowedByBuildScanAndSource() {
        assertThat(rows(read("history", "--build", "20"))).containsExactly("shop 4.5.0 20");
        assertThat(rows(read("history", "--source", "cli", "--scan", "connleak", "--job", "bank")))
                .containsExactly("bank 4.6.0 7");
        assertThat(read("history", "--source", "jenkins").out()).isEqualTo("No archived scans match\n");
    }

    @Test
    void historyIsWrittenAsCsvAndJson() {
        assertThat(read("history", "--build", "20", "--csv", "-").out()).isEqualTo("""
                job,scan,source,release,build,finishedAt,leaks,definite,possible,url\r
                shop,connleak,cli,4.5.0,20,2026-03-04T05:07:07Z,2,2,0,\r
                """);
        assertThat(read("history", "--by", "release", "--release", "4.5.0", "--json", "-")
                        .out())
                .isEqualTo("""
                        {
                          "format": "connleak-releases",
                          "version": 1,
                          "notes": [],
                          "rows": [
                            {
                              "job": "shop",
                              "scan": "connleak",
                              "source": "cli",
                              "release": "4.5.0",
                              "builds": 2,
                              "firstBuild": "19",
                              "firstFinishedAt": "2026-03-04T05:06:07Z",
                              "first": 3,
                              "lastBuild": "20",
                              "lastFinishedAt": "2026-03-04T05:07:07Z",
                              "last": 2,
                              "min": 2,
                              "max": 3
                            }
                          ]
                        }
                        """);
    }

    @Test
    void pagesAreWrittenBesideTheText() throws IOException {
        Path builds = folder.resolve("builds.html");
        Path releases = folder.resolve("releases.html");
        Path changes = folder.resolve("changes.html");

        assertThat(read("history", "--html", builds).out()).startsWith("Job ");
        assertThat(read("history", "--by", "release", "--html", releases).out()).startsWith("Job ");
        read("compare", "--release", "4.6.0", "--with", "4.5.0", "--html", changes);

        assertThat(Files.readString(builds)).contains("Trend of shop", "Trend of bank");
        assertThat(Files.readString(releases)).contains("Leaks by release");
        assertThat(Files.readString(changes)).contains("<dt>New</dt><dd>1</dd>", "<dt>Fixed</dt><dd>1</dd>");
    }

    @Test
    void comparisonTellsWhatCameAndWhatWent() {
        assertThat(read("compare", "--job", "shop", "--release", "4.6.0", "--with", "4.5.0"))
                .isEqualTo(new CommandLineRun(0, """
                        new: Shop.java:6: [never-closed, definite] in four(DataSourceOfShop)
                        fixed: Shop.java:3: [never-closed, definite] in one(DataSourceOfShop)
                        shop 4.6.0 build 1 compared with shop 4.5.0 build 20: 1 new, 1 fixed, 1 outstanding
                        """, ""));
    }

    @Test
    void comparisonTakesTheBuildThatIsNamed() {
        assertThat(read("compare", "--release", "4.5.0", "--build", "20", "--with", "4.5.0", "--with-build", "19")
                        .out())
                .endsWith("shop 4.5.0 build 20 compared with shop 4.5.0 build 19: 0 new, 1 fixed, 2 outstanding\n");
    }

    @Test
    void comparisonWithALaterBuildSaysSo() {
        CommandLineRun run = read("compare", "--release", "4.5.0", "--with", "4.6.0", "--job", "shop");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("connleak: --with names the later build of the two: \"new\" are leaks that it no longer"
                        + " has\n");
    }

    @Test
    void comparisonCanFailForNewLeaks() {
        CommandLineRun worse = read("compare", "--release", "4.6.0", "--with", "4.5.0", "--fail-on", "new");
        assertThat(worse.code()).isEqualTo(1);
        assertThat(worse.err()).isEqualTo("connleak: quality gate failed: 1 new leak, 0 allowed\n");
        assertThat(read("compare", "--release", "4.5.0", "--with", "4.5.0", "--with-build", "19", "--fail-on", "new")
                        .code())
                .isZero();
    }

    @Test
    void comparisonIsWrittenAsCsvWithWhatStayed() {
        assertThat(read("compare", "--release", "4.6.0", "--with", "4.5.0", "--csv", "-")
                        .out()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("state", "new", "fixed", "outstanding");
    }

    @Test
    void comparisonWithNothingToCompareIsExitCode3() {
        assertThat(read("compare", "--release", "9.9", "--with", "4.5.0"))
                .isEqualTo(new CommandLineRun(
                        3,
                        "",
                        "connleak: The archive has no scan of release 9.9; connleak history --by release lists what it"
                                + " has\n"));
        CommandLineRun apart = read("compare", "--release", "4.5.0", "--with", "4.6.0", "--with-build", "7");
        assertThat(apart.code()).isEqualTo(3);
        assertThat(apart.err()).startsWith("connleak: No job has scans of both: the one is of job 'shop'");
    }

    @Test
    void comparisonOfAReleaseWithItselfIsRefused() {
        CommandLineRun run = read("compare", "--release", "4.5.0", "--with", "4.5.0");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("connleak: --release and --with name the same release; give two, or two build numbers by"
                        + " --build and --with-build\n");
    }

    private static CommandLineRun read(Object... arguments) {
        return run(Stream.concat(Stream.of(arguments), Stream.of("--archive", "embedded:" + folder.resolve("archive")))
                .toArray());
    }

    private static List<String> rows(CommandLineRun run) {
        return run.out()
                .lines()
                .skip(1)
                .map(row -> row.split(" +", -1))
                .map(cells -> cells[0] + " " + cells[1] + " " + cells[2])
                .toList();
    }

    /** Scans a class whose methods of those names leak a connection each; the first one is in line 3, and so on. */
    private static void archive(String job, String release, String build, int secondsLater, String... leaks)
            throws IOException {
        List<String> names = List.of("one", "two", "three", "four", "five");
        String methods = IntStream.range(0, names.size())
                .mapToObj(index -> List.of(leaks).contains(names.get(index)) ? method(names.get(index)) : "\n")
                .collect(Collectors.joining());
        Path sources = Files.createDirectories(folder.resolve(job + release + build));
        Files.writeString(sources.resolve("Shop.java"), HEAD + methods + "}\n");
        CommandLineRun scan = runAt(
                NOW.plusSeconds(secondsLater),
                "scan",
                "--archive",
                "embedded:" + folder.resolve("archive"),
                "--job",
                job,
                "--release",
                release,
                "--build",
                build,
                sources);
        assertThat(scan.err()).isEmpty();
        assertThat(scan.out()).contains(leaks.length + " leak");
    }

    private static String method(String name) {
        return String.format(
                Locale.ROOT,
                "    int %1$s(DataSourceOfShop s) throws SQLException { Connection %1$s ="
                        + " DriverManager.getConnection(\"jdbc:%1$s\"); return %1$s.getHoldability() + %2$d; }%n",
                name,
                name.hashCode());
    }
}
