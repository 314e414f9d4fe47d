package io.jenkins.plugins.connleak.plugin.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanFacts;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendKeeperTest {
    @TempDir
    private Path folder;

    private final TestJob job = mock(TestJob.class);
    private final List<Runnable> background = new ArrayList<>();
    private final TrendKeeper keeper = new TrendKeeper(background::add);

    @BeforeEach
    void makeJob() {
        when(job.getRootDir()).thenReturn(folder.toFile());
        when(job.getBuildDir()).thenReturn(folder.resolve("builds").toFile());
        when(job.getFullName()).thenReturn("shop");
    }

    @Test
    void addsAPointAndLoadsNoBuildWhenTheIndexIsWhole() throws IOException {
        add(1);
        runBackground();
        add(2);

        assertThat(numbers()).containsExactly(1, 2);
        assertThat(background).isEmpty();
        verify(job, never()).getBuildByNumber(2);
    }

    @Test
    void makesALostIndexAgainAtTheNextScan() throws IOException {
        build(1);
        build(2);
        build(3);
        Files.createDirectories(folder.resolve("builds/lastFailedBuild"));
        Files.createDirectories(folder.resolve("builds/4"));

        add(5);
        assertThat(numbers()).containsExactly(5);
        background.forEach(Runnable::run);

        assertThat(numbers()).containsExactly(1, 2, 3, 5);
        verify(job, never()).getBuildByNumber(4);
    }

    @Test
    void makesADamagedIndexAgainOnceHoweverOftenItIsAsked() throws IOException {
        build(1);
        build(2);
        add(2);
        runBackground();
        Files.writeString(folder.resolve("connleak/main.index"), "nix");

        keeper.mendLater(job, "main");
        keeper.mendLater(job, "main");
        assertThat(background).hasSize(1);
        background.forEach(Runnable::run);

        assertThat(numbers()).containsExactly(1, 2);
        keeper.mendLater(job, "main");
        assertThat(background).hasSize(2);
        background.get(1).run();
    }

    @Test
    void takesTheDeletedBuildOutOfEachTrend() throws IOException {
        add(1);
        TestRun deleted = build(2);
        add(2);
        TrendIndex.of(folder, "other").put(TrendPoints.point(2, 1, 1));

        new TrendCleaner().onDeleted(deleted);

        assertThat(numbers()).containsExactly(1);
        assertThat(TrendIndex.of(folder, "other").read().points()).isEmpty();
    }

    @Test
    void showsTheTrendsOfAJobWithoutLookingAtItsBuilds() throws IOException {
        assertThat(new TrendActionFactory().createFor(job)).isEmpty();
        add(1);

        assertThat(new TrendActionFactory().createFor(job))
                .singleElement()
                .isInstanceOfSatisfying(TrendAction.class, action -> {
                    assertThat(action.isTrendVisible()).isTrue();
                    assertThat(action.getUrlName()).isEqualTo("connleak-main");
                    assertThat(action.getDisplayName()).isEqualTo("Main scan");
                    assertThat(action.getConfigurableBuildTrendModel("{}")).contains("\"buildNumbers\":[1]");
                });
        verify(job, never()).getLastBuild();
        verify(job, never()).getBuildByNumber(anyInt());
    }

    private void runBackground() {
        background.forEach(Runnable::run);
        background.clear();
    }

    private void add(int number) throws IOException {
        keeper.add(build(number), action());
    }

    private TestRun build(int number) throws IOException {
        Path root = Files.createDirectories(folder.resolve("builds/" + number));
        Files.writeString(root.resolve("connleak-main.json"), "");
        TestRun run = mock(TestRun.class);
        List<ScanAction> actions = List.of(action());
        when(run.getParent()).thenReturn(job);
        when(run.getNumber()).thenReturn(number);
        when(run.getActions(ScanAction.class)).thenReturn(actions);
        when(job.getBuildByNumber(number)).thenReturn(run);
        return run;
    }

    private static ScanAction action() {
        return new ScanAction(
                new ScanFacts("main", "Main scan", new BuildTag("shop", "1", "2"), "flow", Instant.EPOCH, 1),
                new ScanTotals(Reports.REPORT));
    }

    private List<Integer> numbers() throws IOException {
        return TrendIndex.of(folder, "main").read().points().stream()
                .map(TrendPoint::number)
                .toList();
    }
}
