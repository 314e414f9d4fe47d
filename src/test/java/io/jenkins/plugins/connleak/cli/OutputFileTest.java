package io.jenkins.plugins.connleak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private static final OutputFile.Content NEW = target -> target.write("new".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);

    @Test
    void replacesTheFileAndLeavesNothingBesideIt() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old and longer");

        new OutputFile("--json", file).write(out, NEW);

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining("glob:**report.json").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsTheOldFileWhereWritingFails() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        OutputFile.Content failing = target -> {
            target.write('n');
            throw new IOException("No space left on device");
        };

        assertThatThrownBy(() -> new OutputFile("--json", file).write(out, failing))
                .isInstanceOf(IOException.class)
                .hasMessage("--json " + file + " can't be written: No space left on device");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replacesWhatALinkPointsTo() throws Exception {
        Path file = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        new OutputFile("--json", link).write(out, NEW);

        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesADeviceAsItIs() throws Exception {
        Path device = Path.of("/dev/null");
        OutputFile file = new OutputFile("--json", device);

        assertThatCode(file::check).doesNotThrowAnyException();
        file.write(out, NEW);

        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    @Test
    void dashIsStandardOutput() throws Exception {
        OutputFile file = new OutputFile("--json", Path.of("-"));

        file.check();
        file.write(out, NEW);
        out.flush();

        assertThat(file.isStandardOutput()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("new");
    }

    @Test
    void saysThatStandardOutputTakesNoMore() {
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("full");
                    }
                },
                false,
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new OutputFile("--json", Path.of("-")).write(full, NEW))
                .isInstanceOf(IOException.class)
                .hasMessage("--json - can't be written: standard output takes no more");
    }

    @Test
    void fileThatIsAFolderByNowIsSaid() throws Exception {
        Path file = folder.resolve("report.json");
        OutputFile output = new OutputFile("--json", file);
        output.check();
        Files.createDirectory(file);

        assertThatThrownBy(output::check).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> output.write(out, NEW))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("--json " + file + " can't be written: ");
    }
}
