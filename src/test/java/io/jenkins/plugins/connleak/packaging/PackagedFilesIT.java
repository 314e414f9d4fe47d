package io.jenkins.plugins.connleak.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the build hands out. Each rule's own test shows that it can fail. */
class PackagedFilesIT {
    private static final Path HPI = Path.of(System.getProperty("connleak.hpi", "target/connleak.hpi"));
    private static final Path CLI = Path.of(System.getProperty("connleak.cli", "target/connleak-cli.jar"));
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String INNER = "WEB-INF/lib/connleak.jar";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    private static Path folder;

    private static JarFiles hpi;
    private static JarFiles plugin;
    private static JarFiles cli;
    private static Path pluginFile;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = JarFiles.read(HPI);
        plugin = JarFiles.read(hpi.bytes(INNER));
        cli = JarFiles.read(CLI);
        pluginFile = Files.write(folder.resolve("connleak.jar"), hpi.bytes(INNER));
    }

    @Test
    void saysWhatThePluginIsInBothManifests() throws IOException {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "Short-Name", "connleak",
                "Long-Name", "Connection Leak Scanner",
                "Plugin-Version", required("connleak.version"),
                "Jenkins-Version", required("connleak.jenkins"),
                "Hudson-Version", required("connleak.jenkins"),
                "Group-Id", "io.jenkins.plugins",
                "Artifact-Id", "connleak",
                "Url", "https://github.com/jenkinsci/connleak-plugin",
                "Plugin-License-Name", "MIT License"));
        expected.put(
                "Plugin-Dependencies",
                "workflow-step-api:710.v3e456cc85233,workflow-api:1413.v2ff1a_5e720fa_;resolution:=optional,"
                        + "checks-api:415.vf022234a_931d;resolution:=optional,dashboard-view:2.558.v96b_901978e47;resolution:=optional,"
                        + "token-macro:477.vd4f0dc3cb_cf1;resolution:=optional,structs:362.va_b_695ef4fdf9,credentials:1499.va_f0e811253a_6,"
                        + "echarts-api:6.0.0-1247.vf3e35a_c1813f,"
                        + "jackson2-api:2.20.1-423.v13951f6b_6532,snakeyaml-api:2.5-143.v93b_c004f89de");
        assertThat(ContentRules.manifestFaults("outer", hpi, expected)).isEmpty();
        assertThat(ContentRules.manifestFaults("inner", plugin, expected)).isEmpty();
        assertThat(plugin.manifest()).isEqualTo(hpi.manifest());
    }

    @Test
    void laysTheManifestFirst() throws IOException {
        assertThat(Stream.of(HPI, pluginFile, CLI).map(PackagedFilesIT::firstFile))
                .containsOnly(MANIFEST);
    }

    @Test
    void bundlesJavaParserAndTheMongoDriverAndNothingElse() {
        List<String> jars = hpi.named(".jar").stream()
                .map(name -> name.replaceFirst("-[0-9][0-9A-Za-z.]*\\.jar$", ".jar"))
                .toList();
        assertThat(jars)
                .containsExactlyInAnyOrder(
                        "WEB-INF/lib/bson-record-codec.jar",
                        "WEB-INF/lib/bson.jar",
                        "WEB-INF/lib/connleak.jar",
                        "WEB-INF/lib/javaparser-core.jar",
                        "WEB-INF/lib/mongodb-driver-core.jar",
                        "WEB-INF/lib/mongodb-driver-sync.jar");
    }

    @Test
    void keepsClassesInJars() {
        assertThat(hpi.named(".class")).isEmpty();
        assertThat(hpi.files().keySet()).noneMatch(name -> name.startsWith("WEB-INF/classes/"));
    }

    @Test
    void packsNoDeclarationOfJenkins() throws IOException {
        assertThat(ContentRules.pluginFaults(plugin)).isEmpty();
        assertThat(ContentRules.declarationFaults(cli)).isEmpty();
        for (String library : libraries()) {
            assertThat(ContentRules.declarationFaults(JarFiles.read(hpi.bytes(library))))
                    .as(library)
                    .isEmpty();
        }
    }

    @Test
    void runsOnJava17() throws IOException {
        assertThat(ContentRules.levelFaults(plugin)).isEmpty();
        assertThat(ContentRules.levelFaults(cli)).isEmpty();
        for (String library : libraries()) {
            assertThat(ContentRules.levelFaults(JarFiles.read(hpi.bytes(library))))
                    .as(library)
                    .isEmpty();
        }
    }

    @Test
    void indexesEachExtensionAndSymbol() throws IOException {
        assertThat(IndexRules.extensionFaults(plugin, pluginFile)).isEmpty();
        assertThat(IndexRules.symbolFaults(plugin)).isEmpty();
    }

    @Test
    void hasSafePages() {
        assertThat(JellyRules.faults(plugin)).isEmpty();
    }

    @Test
    void hasReadableTexts() {
        assertThat(PropertiesRules.faults(plugin)).isEmpty();
    }

    @Test
    void helpsWithEachFieldOfEachForm() {
        assertThat(DescribableRules.faults(plugin)).isEmpty();
    }

    @Test
    void losesNoResource() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<String> lost = files.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("io/jenkins/plugins/connleak/cli/"))
                    .filter(name -> !plugin.has(name))
                    .sorted()
                    .toList();
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void mergesTheCommandLineIntoOneUnsignedJar() throws IOException {
        assertThat(ContentRules.signatureFaults(cli)).isEmpty();
        assertThat(ContentRules.manifestFaults(
                        "command line",
                        cli,
                        Map.of(
                                "Main-Class",
                                "io.jenkins.plugins.connleak.cli.Main",
                                "Implementation-Version",
                                required("connleak.version"))))
                .isEmpty();
    }

    @Test
    void startsTheCommandLineFromItsJar() throws IOException, InterruptedException {
        Path output = folder.resolve("help.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        CLI.toString(),
                        "--help")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains("connleak", "scan");
        assertThat(run.exitValue()).isZero();
    }

    private static List<String> libraries() {
        return hpi.named(".jar").stream().filter(name -> !name.equals(INNER)).toList();
    }

    private static String firstFile(Path jar) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            return entry == null ? "" : entry.getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(String property) {
        return Objects.requireNonNull(System.getProperty(property), property);
    }
}
