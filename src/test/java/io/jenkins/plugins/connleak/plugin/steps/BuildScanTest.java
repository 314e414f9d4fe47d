package io.jenkins.plugins.connleak.plugin.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendKeeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildScanTest {
    @TempDir
    private Path folder;

    private final TestRun run = mock(TestRun.class);
    private final List<ScanAction> actions = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ScanParameters parameters = new ScanParameters();

    @BeforeEach
    void makeBuild() throws IOException {
        Files.createDirectories(folder.resolve("workspace/src"));
        Files.createDirectories(folder.resolve("job/builds/7"));
        Files.writeString(folder.resolve("workspace/src/Fine.java"), "class Fine {\n    int one = 1;\n}\n");
        TestJob job = mock(TestJob.class);
        when(job.getFullName()).thenReturn("shop");
        when(job.getRootDir()).thenReturn(folder.resolve("job").toFile());
        when(job.getBuildDir()).thenReturn(folder.resolve("job/builds").toFile());
        when(run.getParent()).thenReturn(job);
        when(run.getNumber()).thenReturn(7);
        when(run.getRootDir()).thenReturn(folder.resolve("job/builds/7").toFile());
        when(run.getActions(ScanAction.class)).thenReturn(actions);
        parameters.setArchive(false);
        parameters.setSkipPublishingChecks(true);
    }

    @Test
    void publishesTheReportAndReturnsTheCounts() throws Exception {
        Map<String, Object> counts = scan();

        assertThat(counts)
                .containsEntry("id", "connleak")
                .containsEntry("buildNumber", "7")
                .containsEntry("total", 0)
                .containsEntry("files", 1)
                .containsEntry("lines", 3L)
                .containsEntry("byRule", Map.of());
        verify(run).addAction(any(ScanAction.class));
        verify(run).save();
        assertThat(folder.resolve("job/builds/7")).isDirectoryContaining("glob:**/connleak-connleak.json");
        assertThat(folder.resolve("job/connleak/connleak.index")).exists();
    }

    @Test
    void refusesASecondScanOfTheSameIdBeforeItScans() throws Exception {
        ScanAction other = mock(ScanAction.class);
        when(other.getId()).thenReturn("ConnLeak");
        actions.add(other);

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::scan)
                .withMessage(
                        "id: this build has a scan 'connleak' already. Give each scan of a build an id of its own.");
        verify(run, never()).addAction(any());
        assertThat(log.toString(UTF_8)).isEmpty();
    }

    @Test
    void failsAfterPublishingWhenAFileCanNotBeReadAndThatWasAskedFor() throws Exception {
        Files.writeString(folder.resolve("workspace/src/Broken.java"), "class Broken { Connection con = (((\n");
        Files.write(folder.resolve("workspace/src/Binary.java"), new byte[] {0, 1, 2, 0, 0});
        parameters.setFailOnError(true);

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::scan)
                .withMessageContaining("failOnError is set");
        verify(run).addAction(any(ScanAction.class));
    }

    @Test
    void failsWhenANamedFileIsMissing() throws Exception {
        parameters.setIgnoreFile("ci/ignore.txt");

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::scan)
                .withMessageStartingWith("ignoreFile: 'ci/ignore.txt' does not exist in the workspace");
        verify(run, never()).addAction(any());
    }

    @Test
    void failsWhenThereIsNoWorkspace() throws Exception {
        Files.delete(folder.resolve("workspace/src/Fine.java"));
        Files.delete(folder.resolve("workspace/src"));
        Files.delete(folder.resolve("workspace"));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(this::scan)
                .withMessageEndingWith("Check the sources out before the scan.");
    }

    @Test
    void writesOneLineWhenAskedForQuiet() throws Exception {
        parameters.setQuiet(true);

        scan();

        assertThat(log.toString(UTF_8)).isEqualTo("[connleak] 0 leaks" + System.lineSeparator());
    }

    private Map<String, Object> scan() throws Exception {
        FilePath workspace = mock(FilePath.class);
        when(workspace.getRemote()).thenReturn("/ws");
        when(workspace.act(any())).thenAnswer(call -> call.<FilePath.FileCallable<?>>getArgument(0)
                .invoke(folder.resolve("workspace").toFile(), mock(VirtualChannel.class)));
        TaskListener listener = mock(TaskListener.class);
        when(listener.getLogger()).thenReturn(new PrintStream(log, true, UTF_8));
        return new BuildScan(run, workspace, Map.of(), listener, StageMark.NONE, new TrendKeeper(Runnable::run))
                .perform(parameters);
    }
}
