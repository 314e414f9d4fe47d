package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of running programs, from the file to the printed leak. */
class EvidenceOptionTest {
    private static final Path SHOP = Path.of("src/test/resources/runtime/shop");
    private static final Path LOGS = Path.of("src/test/resources/runtime");

    @TempDir
    private Path folder;

    @Test
    void marksWhatALogConfirms() {
        CommandLineRun result = run("scan", SHOP, "--evidence", LOGS.resolve("hikaricp-postgresql-logback.log"));

        assertThat(result.out())
                .contains("    at run time: 3 leaks here (HikariCP, pool shop-pool, ")
                .contains("Run time, 1 log: 3 leaks confirmed, 0 places not found in the sources, 5 leaked connections,"
                        + " 2 requests without a connection\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void readsLogsOfAFolderAndPackedOnes() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("old.log.1.gz")))) {
            Files.copy(LOGS.resolve("c3p0-jul.log"), packed);
        }
        Files.copy(
                LOGS.resolve("druid-logback.log"),
                Files.createDirectory(folder.resolve("more")).resolve("a.log"));
        Files.writeString(folder.resolve("readme.md"), "no log");

        assertThat(run("scan", SHOP, "--evidence", folder).out())
                .contains("Run time, 2 logs: 3 leaks confirmed, 1 place not found in the sources,"
                        + " 12 leaked connections, 4 requests without a connection\n");
    }

    @Test
    void keepsEvidenceInTheReportFile() throws IOException {
        Path json = folder.resolve("report.json");
        run("scan", SHOP, "--quiet", "--json", json, "--evidence", LOGS.resolve("vibur-logback.log"));

        assertThat(Files.readString(json))
                .contains("\"tools\": [\n", "\"Vibur\"", "\"method\": \"lambda$nightly$0\"", "\"confirmed\": 3");
        assertThat(run("scan", SHOP, "--baseline", json).code()).isZero();
    }

    @Test
    void saysWhatIsNotThereBeforeTheScan() {
        CommandLineRun result = run("scan", SHOP, "--evidence", folder.resolve("none.log"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--evidence: there is no log ", "none.log, or it can't be read");
    }
}
