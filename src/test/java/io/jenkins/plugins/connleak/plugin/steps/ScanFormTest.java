package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

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
}
