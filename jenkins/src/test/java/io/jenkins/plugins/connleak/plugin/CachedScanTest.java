package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipelineOn;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Label;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A scan with {@code cache: true} leaves on its machine what the next build's scan takes over. */
@WithJenkins
class CachedScanTest {
    private static final String SCAN = "echo \"total: ${connleakScan(cache: true).total}\"";

    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.createOnlineSlave(Label.get("far"));
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @ParameterizedTest
    @ValueSource(strings = {"built-in", "far"})
    void takesOverWhatTheBuildBeforeFound(String machine) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        String dao = write("Dao.java", LeakySources.DAO);
        WorkflowRun first = builds(job, machine, dao + write("Other.java", LeakySources.CLEAN));
        WorkflowRun second = builds(job, machine, dao + write("Other.java", LeakySources.ONE_LEAK));
        WorkflowRun third = builds(job, machine, "");

        jenkins.assertLogContains("[connleak] cache: nothing is kept yet", first);
        jenkins.assertLogContains("total: 2", first);
        jenkins.assertLogContains("[connleak] cache: 1 of 2 files are as they were", second);
        jenkins.assertLogContains("total: 3", second);
        assertThat(second.getAction(ScanAction.class).getFindings())
                .extracting(finding -> finding.getFile() + ":" + finding.getLine() + " " + finding.getRule())
                .containsExactly(
                        "Dao.java:10 never-closed", "Dao.java:15 not-closed-on-exception", "Other.java:9 never-closed");
        jenkins.assertLogContains("total: 3", third);
        assertThat(third.getAction(ScanAction.class).getFindings())
                .usingRecursiveComparison()
                .isEqualTo(second.getAction(ScanAction.class).getFindings());
    }

    @Test
    void keepsNothingUnlessAsked() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(pipelineOn("built-in", write("One.java", LeakySources.ONE_LEAK), "connleakScan()"));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogNotContains("cache:", run);
        assertThat(cacheOf(job).exists()).isFalse();
    }

    @Test
    void leavesItBesideTheWorkspaceWhereCleaningDoesNotReach() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        builds(job, "built-in", write("One.java", LeakySources.ONE_LEAK));
        assertThat(cacheOf(job).list("scan-*.connleak-cache")).hasSize(1);
        assertThat(cacheOf(job).list("catalog-*.connleak-cache")).hasSize(1);

        WorkflowRun second = builds(job, "built-in", "deleteDir()\n" + write("One.java", LeakySources.ONE_LEAK));

        jenkins.assertLogContains("[connleak] cache: 1 of 1 files are as they were", second);
    }

    private static WorkflowRun builds(WorkflowJob job, String machine, String files) throws Exception {
        job.setDefinition(pipelineOn(machine, files, SCAN));
        return jenkins.buildAndAssertSuccess(job);
    }

    private static FilePath cacheOf(WorkflowJob job) {
        return WorkspaceList.tempDir(jenkins.jenkins.getWorkspaceFor(job)).child("connleak-cache");
    }
}
