package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.pipelineOn;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.io.File;
import java.util.Map;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PipelineScanTest {
    private static final String SLOW_PATTERNS = """
            Method_Pattern=(x+x+)+y
            ExecutionQuery_Pattern=(\\\\w+) = executeQuery
            CloseResultSet_Pattern1=close
            CloseResultSet_Pattern2=;
            """;

    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void returnsTheCountsToTheScript() throws Exception {
        WorkflowRun run = ends(
                pipeline(
                        write("src/Dao.java", LeakySources.DAO),
                        "def leaks = connleakScan(release: '2.1', buildNumber: '77')",
                        "echo \"counts: ${leaks.id} ${leaks.release} ${leaks.buildNumber} ${leaks.total}"
                                + " ${leaks.definite} ${leaks.possible} ${leaks.silenced} ${leaks.problems}"
                                + " ${leaks.files} ${leaks.lines} ${leaks.byRule} ${leaks.byKind}\"",
                        "if (leaks.total > 1) { unstable('leaks: ' + leaks.total) }"),
                Result.UNSTABLE);

        jenkins.assertLogContains(
                "counts: connleak 2.1 77 2 2 0 0 0 1 19"
                        + " [never-closed:1, not-closed-on-exception:1] [connection:1, statement:1]",
                run);
        jenkins.assertLogContains("leaks: 2", run);
        jenkins.assertLogContains("[connleak] 2 leaks; never-closed 1, not-closed-on-exception 1; definite 2", run);
        ScanAction action = run.getAction(ScanAction.class);
        assertThat(action.getTotals().getByRule()).isEqualTo(Map.of("never-closed", 1, "not-closed-on-exception", 1));
        assertThat(action.getRelease()).isEqualTo("2.1");
        assertThat(action.getBuildNumber()).isEqualTo("77");
    }

    @Test
    void scansOnTheAgentThatHasTheWorkspace() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));

        WorkflowRun run = ends(
                pipelineOn("far", write("Dao.java", LeakySources.DAO), "echo \"total: ${connleakScan().total}\""),
                Result.SUCCESS);

        jenkins.assertLogContains("Scanning " + agent.getRemoteFS(), run);
        jenkins.assertLogContains("total: 2", run);
        assertThat(run.getAction(ScanAction.class).getFindings())
                .extracting(finding -> finding.getFile() + ":" + finding.getLine() + " " + finding.getRule())
                .containsExactly("Dao.java:10 never-closed", "Dao.java:15 not-closed-on-exception");
        assertThat(new File(run.getRootDir(), "connleak-connleak.json")).isFile();
        assertThat(new File(run.getRootDir(), "connleak-connleak.sources.json")).isFile();
    }

    @Test
    void filesTheResultUnderReleaseAndBuildNumberOfTheEnvironment() throws Exception {
        WorkflowRun run = ends(
                pipeline(
                        write("Clean.java", LeakySources.CLEAN),
                        "withEnv(['REL_NO=7.3', 'BUILD_NO=1204']) {",
                        "  def leaks = connleakScan()",
                        "  echo \"filed: ${leaks.release} ${leaks.buildNumber} ${leaks.total}\"",
                        "}"),
                Result.SUCCESS);

        jenkins.assertLogContains("filed: 7.3 1204 0", run);
    }

    @Test
    void keepsScansOfOneBuildApartById() throws Exception {
        WorkflowRun run = ends(
                pipeline(
                        write("one/One.java", LeakySources.ONE_LEAK),
                        write("two/Dao.java", LeakySources.DAO),
                        "def one = connleakScan(id: 'one', name: 'Module one', includes: 'one/**')",
                        "def two = connleakScan(id: 'two', excludes: 'one/**')",
                        "echo \"totals: ${one.total} ${two.total}\""),
                Result.SUCCESS);

        jenkins.assertLogContains("totals: 1 2", run);
        assertThat(run.getActions(ScanAction.class))
                .extracting(ScanAction::getUrlName, ScanAction::getDisplayName, ScanAction::getTotal)
                .containsExactly(tuple("connleak-one", "Module one", 1), tuple("connleak-two", "Connection Leaks", 2));
    }

    @Test
    void refusesASecondScanWithTheIdOfTheFirst() throws Exception {
        WorkflowRun run = ends(
                pipeline(write("One.java", LeakySources.ONE_LEAK), "connleakScan()", "connleakScan()"), Result.FAILURE);

        jenkins.assertLogContains("this build has a scan 'connleak' already", run);
        assertThat(run.getActions(ScanAction.class)).hasSize(1);
    }

    @Test
    void saysWhichRegexFileIsMissing() throws Exception {
        WorkflowRun run = ends(
                pipeline(
                        write("One.java", LeakySources.ONE_LEAK),
                        "connleakScan(engine: 'regex', regexFile: 'conf/leaks.properties')"),
                Result.FAILURE);

        jenkins.assertLogContains("ERROR: regexFile: 'conf/leaks.properties' does not exist in the workspace", run);
        jenkins.assertLogNotContains("\tat io.jenkins", run);
        assertThat(run.getActions(ScanAction.class)).isEmpty();
    }

    @Test
    void readsNoFileOutsideTheWorkspace() throws Exception {
        WorkflowRun run = ends(
                pipeline(
                        write("One.java", LeakySources.ONE_LEAK),
                        "for (def file : ['../config.xml', '/etc/hostname', 'link.properties']) {",
                        "  if (file.startsWith('link')) { sh 'ln -s /etc/hostname link.properties' }",
                        "  try { connleakScan(ignoreFile: file) } catch (e) { echo \"refused: ${e.message}\" }",
                        "}"),
                Result.SUCCESS);

        jenkins.assertLogContains("refused: ignoreFile: '../config.xml' is outside the workspace", run);
        jenkins.assertLogContains("refused: ignoreFile: '/etc/hostname' is not relative to the workspace", run);
        jenkins.assertLogContains("refused: ignoreFile: 'link.properties' is a link out of the workspace", run);
        assertThat(run.getActions(ScanAction.class)).isEmpty();
    }

    @Test
    void failsOnWhatCannotBeLookedAtOnlyIfAsked() throws Exception {
        String broken = write("Broken.java", "class Broken { void m( {");

        WorkflowRun tolerant = ends(pipeline(broken, "echo \"problems: ${connleakScan().problems}\""), Result.SUCCESS);
        WorkflowRun strict = ends(pipeline(broken, "connleakScan(failOnError: true)"), Result.FAILURE);

        jenkins.assertLogContains("problems: 1", tolerant);
        jenkins.assertLogContains("problem: unparsable in Broken.java:1", tolerant);
        jenkins.assertLogContains("failOnError is set", strict);
        assertThat(strict.getAction(ScanAction.class).getProblems()).isEqualTo(1);
    }

    @Test
    void writesOneLineWhenAskedForQuiet() throws Exception {
        WorkflowRun run =
                ends(pipeline(write("One.java", LeakySources.ONE_LEAK), "connleakScan(quiet: true)"), Result.SUCCESS);

        assertThat(JenkinsRule.getLog(run).lines().filter(line -> line.startsWith("[connleak] ")))
                .containsExactly("[connleak] 1 leak; never-closed 1; definite 1");
    }

    @Test
    void stopsWhenTheBuildIsAborted() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        // this pattern meets its bound on each of these lines: without the stop, it would be minutes
        workspace.child("slow.properties").write(SLOW_PATTERNS, "UTF-8");
        for (int i = 0; i < 100; i++) {
            workspace.child("Slow" + i + ".java").write(("x".repeat(80) + "!\n").repeat(20_000), "UTF-8");
        }
        job.setDefinition(pipelineOn(
                "built-in", "connleakScan(engine: 'regex', regexFile: 'slow.properties')", "echo 'not stopped'"));

        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[connleak] Scanning", run);
        run.doStop();
        jenkins.waitForCompletion(run);

        jenkins.assertBuildStatus(Result.ABORTED, run);
        jenkins.assertLogNotContains("not stopped", run);
        assertThat(run.getActions(ScanAction.class)).isEmpty();
    }

    private static WorkflowRun ends(FlowDefinition definition, Result expected) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(definition);
        return jenkins.buildAndAssertStatus(expected, job);
    }
}
