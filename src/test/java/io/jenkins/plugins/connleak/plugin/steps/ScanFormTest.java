package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "UTF-8", "iso-8859-1", "$ENC"})
    void knowsEncodings(String name) {
        assertThat(ScanForm.isEncoding(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-9", "a b", "?"})
    void knowsWhatIsNoEncoding(String name) {
        assertThat(ScanForm.isEncoding(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ci/regex.txt", "a..b/c", "$DIR/x"})
    void takesAFileWithinTheWorkspace(String name) {
        assertThat(ScanForm.isRelative(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "\\x", "C:\\x", "..", "../x", "a/../../x", "a\\..\\x"})
    void refusesAFileOutsideTheWorkspace(String name) {
        assertThat(ScanForm.isRelative(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "help-includes",
                "help-excludes",
                "help-engine",
                "help-regexFile",
                "help-ignoreFile",
                "help-catalogFile",
                "help-evidenceFiles",
                "help-sourceEncoding",
                "help-certainty",
                "help-release",
                "help-buildNumber",
                "help-id",
                "help-name",
                "help-archive",
                "help-archiveRequired",
                "help-failOnError",
                "help-quiet"
            })
    void helpsInAFreestyleJobAsInAPipeline(String help) throws IOException {
        assertThat(read("ScanRecorder/" + help + ".html")).isNotBlank().isEqualTo(read("ScanStep/" + help + ".html"));
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ScanForm.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
