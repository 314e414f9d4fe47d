package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFileTest {
    @TempDir
    private Path folder;

    private Path workspace = Path.of("");

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        Files.createDirectories(workspace.resolve("ci"));
        Files.writeString(workspace.resolve("ci/ignore.txt"), "");
        Files.writeString(folder.resolve("secret.txt"), "");
    }

    @Test
    void findsAFileWithinTheWorkspace() throws IOException {
        assertThat(new WorkspaceFile(workspace).resolve("ignoreFile", "ci/../ci/ignore.txt"))
                .isEqualTo(workspace.resolve("ci/ignore.txt").toRealPath().toString());
    }

    @Test
    void isNoneWhenNoneIsNamed() throws IOException {
        assertThat(new WorkspaceFile(workspace).resolve("ignoreFile", "")).isNull();
    }

    @Test
    void refusesWhatIsMissing() {
        refused("nix.txt", "ignoreFile: 'nix.txt' does not exist in the workspace " + workspace + ".");
    }

    @Test
    void refusesAFolder() {
        refused("ci", "ignoreFile: 'ci' is not a file.");
    }

    @Test
    void refusesAnAbsolutePath() {
        String absolute = folder.resolve("secret.txt").toString();
        refused(
                absolute,
                "ignoreFile: '" + absolute
                        + "' is not relative to the workspace. Name it from the workspace's top on.");
    }

    @Test
    void refusesAWayOutOfTheWorkspace() {
        refused(
                "ci/../../secret.txt",
                "ignoreFile: 'ci/../../secret.txt' is outside the workspace. Only files within it are read.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkOutOfTheWorkspace() throws IOException {
        Files.createSymbolicLink(workspace.resolve("link.txt"), folder.resolve("secret.txt"));
        refused("link.txt", "ignoreFile: 'link.txt' is a link out of the workspace. Only files within it are read.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAFileBehindALinkedFolder() throws IOException {
        Files.createSymbolicLink(workspace.resolve("up"), folder);
        refused(
                "up/secret.txt",
                "ignoreFile: 'up/secret.txt' is a link out of the workspace. Only files within it are read.");
    }

    @Test
    void refusesWhatIsNoFileName() {
        refused("a\0b", "ignoreFile: 'a\0b' is no file name.");
    }

    private void refused(String name, String message) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new WorkspaceFile(workspace).resolve("ignoreFile", name))
                .withMessage(message);
    }
}
