package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.connleak.plugin.LeakySources.Writer;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.steps.ScanRecorder;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.FailureBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleScanTest {
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
    void expandsVariablesOfTheBuildAndLeavesItsResultAlone() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("TREE", "")));
        job.getBuildersList().add(new Writer("shop/Dao.java", LeakySources.DAO));
        job.getBuildersList().add(new Writer("other/One.java", LeakySources.ONE_LEAK));
        ScanRecorder recorder = new ScanRecorder();
        recorder.setIncludes("${TREE}/**");
        recorder.setRelease("3.${BUILD_NUMBER}");
        recorder.setName("Leaks of $TREE");
        job.getPublishersList().add(recorder);

        FreeStyleBuild build = jenkins.assertBuildStatus(
                Result.SUCCESS,
                job.scheduleBuild2(
                        0, new Cause.UserIdCause(), new ParametersAction(new StringParameterValue("TREE", "shop"))));

        ScanAction action = build.getAction(ScanAction.class);
        assertThat(action.getTotal()).isEqualTo(2);
        assertThat(action.getFiles()).isEqualTo(1);
        assertThat(action.getRelease()).isEqualTo("3.1");
        assertThat(action.getBuildNumber()).isEqualTo("1");
        assertThat(action.getDisplayName()).isEqualTo("Leaks of shop");
    }

    @Test
    void showsTheTrendOfAJobWhoseBuildsAllFail() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new Writer("Dao.java", LeakySources.DAO));
        job.getBuildersList().add(new FailureBuilder());
        job.getPublishersList().add(new ScanRecorder());

        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.buildAndAssertStatus(Result.FAILURE, job);

        TrendAction trend = job.getAction(TrendAction.class);
        assertThat(trend.isTrendVisible()).isTrue();
        assertThat(trend.getRows()).extracting(TrendRow::getNumber).containsExactly(2, 1);
    }

    @Test
    void failsClearlyWithoutItsIgnoreFile() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        ScanRecorder recorder = new ScanRecorder();
        recorder.setIgnoreFile("none.properties");
        job.getPublishersList().add(recorder);

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("failed: ignoreFile: 'none.properties' does not exist in the workspace", build);
        jenkins.assertLogNotContains("\tat io.jenkins", build);
    }
}
