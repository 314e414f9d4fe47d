package io.jenkins.plugins.connleak.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexFileTest {
    private static final String COMPLETE = """
            Method_Pattern=(public\\\\s|protected\\\\s|private\\\\s|static\\\\s|synchronized\\\\s|final\\\\s)+[\\\\w\\\\[\\\\]\\\\<\\\\>\\\\,\\\\s]+\\\\s+(\\\\w+)\\\\s*\\\\(
            ExecutionQuery_Pattern=(\\\\w+)\\\\s*=\\\\s*SQLService.executeQuery\\\\(\\\\w+\\\\)
            ExecuteUpdate_Pattern=SQLService.executeUpdate\\\\(\\\\w+\\\\)
            CloseResultSet_Pattern1=SQLService.closeResultSet\\\\(\\\\s*
            CloseResultSet_Pattern2=\\\\s*\\\\)
            SOURCECODE_PATH=/srv/caf\\u00e9
            """;

    @TempDir
    private Path temp;

    @Test
    void readsBackslashEscapes() throws Exception {
        RegexFile defaults = RegexFile.DEFAULTS;

        assertThat(RegexFile.read(file(COMPLETE)))
                .isEqualTo(new RegexFile(
                        defaults.method(),
                        defaults.acquisition(),
                        defaults.update(),
                        defaults.releaseBefore(),
                        defaults.releaseAfter(),
                        "/srv/café"));
    }

    @Test
    void readsLatinOne() throws Exception {
        Path file = temp.resolve("latin.properties");
        Files.write(file, (COMPLETE + "SOURCECODE_PATH=/srv/\u00fc").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(RegexFile.read(file).sourcePath()).isEqualTo("/srv/\u00fc");
    }

    @Test
    void doesWithoutUpdatePatternAndSourcePath() throws Exception {
        RegexFile read =
                RegexFile.read(file(COMPLETE.replaceAll("(?m)^(ExecuteUpdate_Pattern|SOURCECODE_PATH).*$", "")));

        assertThat(read.update()).isEmpty();
        assertThat(read.sourcePath()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Method_Pattern", "ExecutionQuery_Pattern", "CloseResultSet_Pattern1", "CloseResultSet_Pattern2"})
    void namesFileAndKeyThatIsMissing(String key) throws Exception {
        Path file = file(COMPLETE.replaceAll("(?m)^" + key + "=.*$", ""));

        assertThatThrownBy(() -> RegexFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file " + file + " can't be used: key " + key + " is missing; add it");
    }

    @ParameterizedTest
    @CsvSource({
        "Method_Pattern, '', key Method_Pattern is empty; give a pattern",
        "Method_Pattern, '(x', key Method_Pattern is not a pattern: Unclosed group at character 3 of (x",
        "ExecutionQuery_Pattern, 'x[', key ExecutionQuery_Pattern is not a pattern: Unclosed character class at character 2 of x[",
        "ExecutionQuery_Pattern, 'x', key ExecutionQuery_Pattern has no group; put parentheses around what stands for the variable",
        "ExecuteUpdate_Pattern, '*', key ExecuteUpdate_Pattern is not a pattern: Dangling meta character '*' at character 1 of *",
        "CloseResultSet_Pattern2, ')', key CloseResultSet_Pattern1 with CloseResultSet_Pattern2 is not a pattern: Unmatched closing ')' at character 31 of SQLService.closeResultSet\\(\\s*x)",
    })
    void namesFileKeyAndReason(String key, String value, String reason) throws Exception {
        Path file = file(COMPLETE + key + "=" + value);

        assertThatThrownBy(() -> RegexFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file " + file + " can't be used: " + reason);
    }

    @Test
    void namesLineOfBadEscape() throws Exception {
        Path file = file("a=b\nSOURCECODE_PATH=C:\\users\\x\n");

        assertThatThrownBy(() -> RegexFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file " + file + " can't be read: line 2 holds \\u without four hexadecimal"
                        + " digits; write \\\\ for a backslash");
    }

    @Test
    void refusesMissingFileAndFolder() {
        Path missing = temp.resolve("missing.properties");

        assertThatThrownBy(() -> RegexFile.read(missing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file does not exist: " + missing);
        assertThatThrownBy(() -> RegexFile.read(temp))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The regex file is a folder, not a file: " + temp);
    }

    @Test
    void refusesBinaryFileThatIsNoPropertiesFile() throws Exception {
        Path file = temp.resolve("binary");
        Files.write(file, new byte[] {0, 1, 2, 3, (byte) 0xFF});

        assertThatThrownBy(() -> RegexFile.read(file)).isInstanceOf(ConfigurationException.class);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(temp.resolve("regex.properties"), text);
    }
}
