package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Scans beside each other, scans that fail, and scans that are stopped. */
@WithJenkins
class PipelineEndsTest {
    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rule.jenkins.setNumExecutors(4);
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void keepsTheScansOfParallelBranchesApart() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "parallel(one: { node { " + write("One.java", LeakySources.ONE_LEAK) + "connleakScan(id: 'one') } },\n"
                        + "two: { node { " + write("Dao.java", LeakySources.DAO)
                        + "connleakScan(id: 'two', name: 'Two') } },\n"
                        + "three: { node { " + write("Clean.java", LeakySources.CLEAN)
                        + "connleakScan(id: 'three') } })",
                true));

        jenkins.buildAndAssertSuccess(job);
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        assertThat(run.getActions(ScanAction.class).stream()
                        .collect(Collectors.toMap(ScanAction::getId, ScanAction::getTotal)))
                .isEqualTo(Map.of("one", 1, "two", 2, "three", 0));
        assertThat(run.getActions(ScanAction.class))
                .allMatch(action -> action.getComparison().getBuild() == 1);
        assertThat(job.getActions(TrendAction.class))
                .allMatch(trend -> trend.getRows().size() == 2);
        for (String id : List.of("one", "two", "three")) {
            jenkins.createWebClient().goTo(run.getUrl() + "connleak-" + id + "/");
        }
    }

    @Test
    void refusesTheSecondOfTwoParallelScansWithOneId() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        String branch = "{ node { " + write("Dao.java", LeakySources.DAO) + "connleakScan() } }";
        job.setDefinition(new CpsFlowDefinition("parallel(one: " + branch + ", two: " + branch + ")", true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("Give each scan of a build an id of its own.", run);
        assertThat(run.getActions(ScanAction.class)).hasSize(1);
        assertThat(run.getAction(ScanAction.class).getFindings()).hasSize(2);
    }

    @Test
    void goesOnAfterAFailedScanInsideCatchError() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(pipeline(
                write("Dao.java", LeakySources.DAO),
                "catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE') { connleakScan(ignoreFile: 'none.txt') }",
                "def counts = connleakScan()",
                "echo \"then ${counts.total}\""));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        jenkins.assertLogContains("none.txt", run);
        jenkins.assertLogContains("then 2", run);
        assertThat(run.getActions(ScanAction.class)).hasSize(1);
    }

    @Test
    void leavesNothingOfAScanThatIsStopped() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        LeakySources.writeMany(workspace, 1_500);
        job.setDefinition(pipeline("connleakScan()", "echo 'not reached'"));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[connleak] Scanning", run);

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("not reached", run);
        assertThat(run.getActions(ScanAction.class)).isEmpty();
        assertThat(job.getActions(TrendAction.class)).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(run.getRootDir().list((folder, name) -> name.startsWith("connleak")))
                        .isEmpty());
        job.setDefinition(pipeline("deleteDir()", write("Dao.java", LeakySources.DAO), "connleakScan()"));
        assertThat(jenkins.buildAndAssertSuccess(job)
                        .getAction(ScanAction.class)
                        .getTotal())
                .isEqualTo(2);
    }
}
