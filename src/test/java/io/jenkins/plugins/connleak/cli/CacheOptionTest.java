package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --cache}, a scan says the same and does less. */
class CacheOptionTest {
    private static final String LEAK = """
            package shop;

            class %s {
                void ping(javax.sql.DataSource source) throws java.sql.SQLException {
                    java.sql.Connection con = source.getConnection();
                    con.isValid(1);
                }
            }
            """;

    @TempDir
    private Path temp;

    private Path sources;
    private Path cache;

    @BeforeEach
    void writeSources() throws IOException {
        sources = Files.createDirectory(temp.resolve("src"));
        cache = temp.resolve("new/cache");
        for (String name : new String[] {"Orders", "Prices", "Stock"}) {
            Files.writeString(sources.resolve(name + ".java"), String.format(Locale.ROOT, LEAK, name));
        }
    }

    @Test
    void saysTheSameByteForByteTheSecondTime() throws IOException {
        CommandLineRun without = run("scan", "--json", temp.resolve("0.json"), sources);
        CommandLineRun first = run("scan", "--json", temp.resolve("1.json"), "--cache", cache, sources);
        CommandLineRun second = run("scan", "--json", temp.resolve("2.json"), "--cache", cache, sources);

        assertThat(first.err()).isEqualTo("connleak: cache: nothing is kept yet\n");
        assertThat(second.err()).isEqualTo("connleak: cache: 3 of 3 files are as they were\n");
        assertThat(without.out())
                .contains("3 leaks in 3 files")
                .isEqualTo(first.out())
                .isEqualTo(second.out());
        assertThat(temp.resolve("2.json"))
                .hasSameBinaryContentAs(temp.resolve("1.json"))
                .hasSameBinaryContentAs(temp.resolve("0.json"));
    }

    @Test
    void findsWhatHasChangedSince() throws IOException {
        run("scan", "--cache", cache, sources);
        Files.writeString(sources.resolve("Stock.java"), "package shop; class Stock { }");

        CommandLineRun second = run("scan", "--cache", cache, sources);

        assertThat(second.err()).isEqualTo("connleak: cache: 2 of 3 files are as they were\n");
        assertThat(second.out())
                .contains("2 leaks in 2 files")
                .isEqualTo(run("scan", sources).out());
    }

    @Test
    void makesADamagedCacheAnewAndSaysSo() throws IOException {
        CommandLineRun first = run("scan", "--cache", cache, sources);
        Path file = only(cache);
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        CommandLineRun second = run("scan", "--cache", cache, sources);

        assertThat(second)
                .isEqualTo(new CommandLineRun(
                        ExitCode.DONE,
                        first.out(),
                        "connleak: cache: " + file + " is made anew: it was changed or cut after it was written\n"));
        assertThat(run("scan", "--cache", cache, sources).err())
                .isEqualTo("connleak: cache: 3 of 3 files are as they were\n");
    }

    @Test
    void scansAllTheSameWhereNothingCanBeKeptAndSaysWhy() throws IOException {
        Path plain = Files.writeString(temp.resolve("plain"), "a file, not a folder");

        CommandLineRun scan = run("scan", "--fail-on", "any", "--cache", plain, sources);

        assertThat(scan.code()).isEqualTo(ExitCode.GATE);
        assertThat(scan.out()).isEqualTo(run("scan", sources).out());
        assertThat(scan.err())
                .startsWith("connleak: cache: nothing could be kept in " + plain)
                .containsOnlyOnce("nothing could be kept")
                .contains("\nconnleak: cache: nothing is kept yet\n")
                .contains("and the next scan starts anew; is it in a folder that can be written?");
        assertThat(run("scan", "--cache", plain, sources).code()).isEqualTo(ExitCode.DONE);
        assertThat(plain).hasContent("a file, not a folder");
    }

    @Test
    void refusesANameThatNoFolderCanHave() {
        CommandLineRun scan = run("scan", "--cache", "a\0b", sources);

        assertThat(scan.code()).isEqualTo(ExitCode.USAGE);
        assertThat(scan.err()).contains("--cache");
    }

    @Test
    void saysNothingOfTheCacheWhenQuiet() {
        run("scan", "--cache", cache, sources);

        assertThat(run("scan", "--quiet", "--cache", cache, sources))
                .isEqualTo(new CommandLineRun(ExitCode.DONE, "", ""));
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("scan-"))
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one file: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }
}
