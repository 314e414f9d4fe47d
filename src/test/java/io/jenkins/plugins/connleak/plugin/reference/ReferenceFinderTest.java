package io.jenkins.plugins.connleak.plugin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import hudson.model.Result;
import io.jenkins.plugins.connleak.core.baseline.Criticality;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.core.baseline.GateType;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.JenkinsFacade;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceReset;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFinderTest {
    private static final Result FAILED = result(false, true);
    private static final Result ABORTED = result(false, false);
    private static final Result FINE = result(true, true);

    @TempDir
    private Path folder;

    private final JenkinsFacade jenkins = mock(JenkinsFacade.class);
    private TestJob job;
    private TestRun now;

    @BeforeEach
    void makeJob() {
        job = job("shop");
        now = mock(TestRun.class);
        when(now.getParent()).thenReturn(job);
        when(now.getNumber()).thenReturn(10);
        when(jenkins.job(any())).thenReturn(Optional.empty());
        when(jenkins.sibling(any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void takesTheLastBuildThatHasThisScan() throws IOException {
        build(job, 4, FINE);
        build(job, 7, FINE);

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #7");
        verify(job, times(1)).getBuildByNumber(anyInt());
    }

    @Test
    void loadsNoBuildWithoutTheScansReport() throws IOException {
        TestRun other = build(job, 9, FINE);
        Files.delete(other.getRootDir().toPath().resolve("connleak-main.json"));

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FIRST shop #0");
        verify(job, never()).getBuildByNumber(anyInt());
    }

    @Test
    void passesOverFailedAbortedAndRunningBuilds() throws IOException {
        build(job, 5, FINE);
        build(job, 6, FAILED);
        build(job, 7, ABORTED);
        when(build(job, 8, FINE).isBuilding()).thenReturn(true);

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #5");
        assertThat(found(new ReferenceOptions("", 0, false, false))).isEqualTo("FOUND shop #7");
    }

    @Test
    void passesOverBuildsWhoseGateForNewLeaksTripped() throws IOException {
        build(job, 5, FINE);
        build(job, 6, FINE, verdict(GateType.NEW, Criticality.UNSTABLE));

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #5");
        assertThat(found(new ReferenceOptions("", 0, true, true))).isEqualTo("FOUND shop #6");
    }

    @Test
    void takesBuildsWhoseOtherGatesTripped() throws IOException {
        build(job, 5, FINE, verdict(GateType.NEW, Criticality.NOTE));
        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #5");

        build(job, 6, FAILED, verdict(GateType.TOTAL, Criticality.FAILURE));
        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #6");

        build(job, 7, ABORTED, verdict(GateType.TOTAL, Criticality.FAILURE));
        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #6");
    }

    @Test
    void takesABuildWhoseReferenceWasReset() throws IOException {
        build(job, 5, FINE);
        TestRun reset = build(job, 6, FAILED, verdict(GateType.NEW, Criticality.FAILURE));
        when(reset.getActions(ReferenceReset.class)).thenReturn(List.of(new ReferenceReset("main")));

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("FOUND shop #6");
    }

    @Test
    void saysThatNoBuildMayBeComparedWith() throws IOException {
        build(job, 5, FAILED);

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("NO_USABLE shop #0");
    }

    @Test
    void looksAtABoundedNumberOfBuilds() throws IOException {
        when(now.getNumber()).thenReturn(EarlierScans.MAX_LOADED + 3);
        for (int i = 1; i <= EarlierScans.MAX_LOADED + 2; i++) {
            build(job, i, i == 1 ? FINE : FAILED);
        }

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("NO_USABLE shop #0");
        verify(job, times(EarlierScans.MAX_LOADED + 1)).getBuildByNumber(anyInt());
    }

    @Test
    void takesTheBuildThatIsNamed() throws IOException {
        build(job, 3, FAILED);
        build(job, 7, FINE);

        assertThat(found(new ReferenceOptions("", 3, true, false))).isEqualTo("FOUND shop #3");
        assertThat(found(new ReferenceOptions("", 4, true, false))).isEqualTo("NO_BUILD shop #4");
        assertThat(found(new ReferenceOptions("", 10, true, false))).isEqualTo("NO_BUILD shop #10");
    }

    @Test
    void saysThatTheNamedBuildHasNoSuchScan() {
        TestRun other = mock(TestRun.class);
        when(other.getActions(ScanAction.class)).thenReturn(List.of());
        doReturn(other).when(job).getBuildByNumber(3);

        assertThat(found(new ReferenceOptions("", 3, true, false))).isEqualTo("NO_SCAN shop #3");
    }

    @Test
    void takesTheJobThatIsNamed() throws IOException {
        TestJob main = job("shop-main");
        TestRun last = build(main, 99, FINE);
        doReturn(last).when(main).getLastBuild();
        doReturn(Optional.of(main)).when(jenkins).job("shop-main");

        assertThat(found(new ReferenceOptions("shop-main", 0, true, false))).isEqualTo("FOUND shop-main #99");
        assertThat(found(new ReferenceOptions("nowhere", 0, true, false))).isEqualTo("NO_JOB nowhere #0");
    }

    @Test
    void takesTheTargetBranchOfAPullRequest() throws IOException {
        TestJob main = job("shop/release%2F1");
        TestRun last = build(main, 21, FINE);
        doReturn(last).when(main).getLastBuild();
        doReturn(Optional.of(main)).when(jenkins).sibling(job, "release/1");
        build(job, 9, FINE);

        Reference reference = new ReferenceFinder(now, "main", jenkins)
                .find(ReferenceOptions.DEFAULT, Map.of("CHANGE_TARGET", "release/1"));
        Reference withoutJob = new ReferenceFinder(now, "main", jenkins)
                .find(ReferenceOptions.DEFAULT, Map.of("CHANGE_TARGET", "gone"));

        assertThat(told(reference)).isEqualTo("FOUND shop/release%2F1 #21");
        assertThat(told(withoutJob)).isEqualTo("FOUND shop #9");
    }

    @Test
    void saysThatTheReportIsDamaged() throws IOException {
        TestRun damaged = build(job, 9, FINE);
        Files.writeString(damaged.getRootDir().toPath().resolve("connleak-main.json"), "{");

        assertThat(found(ReferenceOptions.DEFAULT)).isEqualTo("UNREADABLE shop #9");
    }

    private String found(ReferenceOptions options) {
        return told(new ReferenceFinder(now, "main", jenkins).find(options, Map.of()));
    }

    private static String told(Reference reference) {
        assertThat(reference.content().isPresent()).isEqualTo(reference.state() == ReferenceState.FOUND);
        return reference.state() + " " + reference.job() + " #" + reference.build();
    }

    private TestJob job(String name) {
        TestJob made = mock(TestJob.class);
        when(made.getFullName()).thenReturn(name);
        when(made.getBuildDir()).thenReturn(folder.resolve(name).toFile());
        return made;
    }

    private TestRun build(TestJob of, int number, Result result, GateVerdict... verdicts) throws IOException {
        TestRun run = mock(TestRun.class);
        ScanAction action = mock(ScanAction.class);
        Path build = of.getBuildDir().toPath().resolve(Integer.toString(number));
        when(action.getId()).thenReturn("main");
        when(action.getGates()).thenReturn(List.of(verdicts));
        when(run.getParent()).thenReturn(of);
        when(run.getNumber()).thenReturn(number);
        when(run.getResult()).thenReturn(result);
        when(run.getRootDir()).thenReturn(build.toFile());
        when(run.getActions(ScanAction.class)).thenReturn(List.of(action));
        when(run.getActions(ReferenceReset.class)).thenReturn(List.of());
        lenient().doReturn(run).when(of).getBuildByNumber(number);
        new ReportStore(build, "main")
                .write(
                        new ScanOutcome(Reports.REPORT, List.of()),
                        new LeakHistory(
                                new TreeSet<>(), List.of(new FirstSeen("", 1), new FirstSeen("", number)), List.of()));
        return run;
    }

    private static GateVerdict verdict(GateType type, Criticality criticality) {
        return new GateVerdict(new Gate(type, "", 1, criticality), 1);
    }

    /**
     * Results are known by their order, which the declarations don't have: the first question to one is whether it is
     * unstable at worst, the second whether it failed at worst.
     */
    private static Result result(Boolean unstableAtWorst, Boolean failedAtWorst) {
        Result result = mock(Result.class);
        AtomicInteger questions = new AtomicInteger();
        when(result.isBetterOrEqualTo(any()))
                .thenAnswer(call -> unstableAtWorst || (questions.getAndIncrement() % 2 == 1 && failedAtWorst));
        return result;
    }
}
