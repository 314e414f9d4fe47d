package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.nio.charset.StandardCharsets;
import jenkins.branch.BranchSource;
import jenkins.scm.impl.mock.MockSCMController;
import jenkins.scm.impl.mock.MockSCMDiscoverBranches;
import jenkins.scm.impl.mock.MockSCMDiscoverChangeRequests;
import jenkins.scm.impl.mock.MockSCMSource;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Branches and pull requests as a branch source finds them. */
@WithJenkins
class MultibranchTest {
    private static final String REPOSITORY = "shop";
    private static final String DAO = "src/Dao.java";

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
    void comparesEachBranchWithItselfAndAPullRequestWithItsTarget() throws Exception {
        try (MockSCMController source = MockSCMController.create()) {
            source.createRepository(REPOSITORY);
            commit(source, "master", "Jenkinsfile", "node { checkout scm; connleakScan() }");
            commit(source, "master", DAO, LeakySources.ONE_LEAK);
            source.cloneBranch(REPOSITORY, "master", "release/4.5");
            commit(source, "release/4.5", "src/Two.java", LeakySources.ONE_LEAK.replace("One", "Two"));
            int request = source.openChangeRequest(REPOSITORY, "release/4.5");
            commit(source, "change-request/" + request, DAO, LeakySources.DAO);
            WorkflowMultiBranchProject project = project(source);
            // the pull request may have been built before its target, which then had nothing to compare with
            WorkflowRun again = jenkins.buildAndAssertSuccess(job(project, "CR-" + request));

            WorkflowJob target = job(project, "release%2F4.5");
            assertThat(comparison(again)).isEqualTo("FOUND " + target.getFullName() + " #1: 1 new, 0 fixed");
            assertThat(comparison(target.getLastBuild()))
                    .isEqualTo(ReferenceState.FIRST + " " + target.getFullName() + " #0: 0 new, 0 fixed");

            commit(source, "master", "src/Two.java", LeakySources.ONE_LEAK.replace("One", "Two"));
            WorkflowRun second = jenkins.buildAndAssertSuccess(job(project, "master"));
            assertThat(comparison(second))
                    .isEqualTo("FOUND " + job(project, "master").getFullName() + " #1: 1 new, 0 fixed");
            assertThat(job(project, "master").getAction(TrendAction.class).getRows())
                    .hasSize(2);
        }
    }

    private static void commit(MockSCMController source, String branch, String file, String text) throws Exception {
        source.addFile(REPOSITORY, branch, "change " + file, file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static WorkflowMultiBranchProject project(MockSCMController source) throws Exception {
        WorkflowMultiBranchProject project = jenkins.createProject(WorkflowMultiBranchProject.class);
        project.getSourcesList()
                .add(new BranchSource(new MockSCMSource(
                        source, REPOSITORY, new MockSCMDiscoverBranches(), new MockSCMDiscoverChangeRequests())));
        project.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();
        return project;
    }

    private static WorkflowJob job(WorkflowMultiBranchProject project, String name) {
        WorkflowJob job = project.getItem(name);
        assertThat(job).as(name).isNotNull();
        return job;
    }

    private static String comparison(WorkflowRun run) {
        Comparison comparison = run.getAction(ScanAction.class).getComparison();
        return comparison.getState() + " " + comparison.getJob() + " #" + comparison.getBuild() + ": "
                + comparison.getAdded() + " new, " + comparison.getFixed() + " fixed";
    }
}
