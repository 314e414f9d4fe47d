package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** A controller that is stopped while it scans, and started again. */
class RestartInScanTest {
    private static final String RETRIED = "shop-retried";
    private static final String PLAIN = "shop";

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @Test
    void endsClearlyAndKeepsNothingHalfWritten() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(RestartInScanTest::start);
        jenkins.stopJenkins();
        jenkins.startJenkins();
        jenkins.runRemotely(RestartInScanTest::check);
        jenkins.stopJenkins();
    }

    private static void start(JenkinsRule rule) throws Exception {
        rule.jenkins.setNumExecutors(2);
        for (String name : List.of(PLAIN, RETRIED)) {
            WorkflowJob job = rule.createProject(WorkflowJob.class, name);
            LeakySources.writeMany(rule.jenkins.getWorkspaceFor(job), 1_500);
            job.setDefinition(pipeline(
                    name.equals(PLAIN)
                            ? "connleakScan()"
                            : "retry(count: 2, conditions: [nonresumable()]) { connleakScan() }"));
        }
        for (String name : List.of(PLAIN, RETRIED)) {
            WorkflowRun run = rule.jenkins
                    .getItemByFullName(name, WorkflowJob.class)
                    .scheduleBuild2(0)
                    .waitForStart();
            rule.waitForMessage("[connleak] Scanning", run);
        }
        for (String name : List.of(PLAIN, RETRIED)) {
            WorkflowRun run =
                    rule.jenkins.getItemByFullName(name, WorkflowJob.class).getLastBuild();
            assertThat(run.isBuilding()).isTrue();
            assertThat(run.getActions(ScanAction.class)).isEmpty();
        }
    }

    private static void check(JenkinsRule rule) throws Exception {
        WorkflowJob plain = rule.jenkins.getItemByFullName(PLAIN, WorkflowJob.class);
        WorkflowRun failed = rule.assertBuildStatus(Result.FAILURE, rule.waitForCompletion(plain.getLastBuild()));
        rule.assertLogContains("nonresumable", failed);
        assertThat(failed.getActions(ScanAction.class)).isEmpty();
        assertThat(failed.getRootDir().list((folder, name) -> name.startsWith("connleak")))
                .isEmpty();
        assertThat(plain.getActions(TrendAction.class)).isEmpty();

        WorkflowJob retried = rule.jenkins.getItemByFullName(RETRIED, WorkflowJob.class);
        WorkflowRun scanned = rule.assertBuildStatusSuccess(rule.waitForCompletion(retried.getLastBuild()));
        assertThat(scanned.getActions(ScanAction.class)).hasSize(1);
        assertThat(scanned.getAction(ScanAction.class).getTotal()).isEqualTo(30_000);
        assertThat(retried.getAction(TrendAction.class).getRows()).hasSize(1);
    }
}
