package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.matrix.AxisList;
import hudson.matrix.MatrixBuild;
import hudson.matrix.MatrixConfiguration;
import hudson.matrix.MatrixProject;
import hudson.matrix.MatrixRun;
import hudson.matrix.TextAxis;
import io.jenkins.plugins.connleak.plugin.LeakySources.Writer;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.steps.ScanRecorder;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class MatrixScanTest {
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
    void scansEachConfigurationByItself() throws Exception {
        MatrixProject matrix = jenkins.createProject(MatrixProject.class);
        matrix.setAxes(new AxisList(new TextAxis("DATABASE", "oracle", "postgres")));
        matrix.getBuildersList().add(new Writer("src/Dao.java", LeakySources.DAO));
        ScanRecorder recorder = new ScanRecorder();
        recorder.setRelease("for $DATABASE");
        matrix.getPublishersList().add(recorder);

        jenkins.buildAndAssertSuccess(matrix);
        MatrixBuild build = jenkins.buildAndAssertSuccess(matrix);

        Map<String, String> found = new TreeMap<>();
        for (MatrixRun run : build.getExactRuns()) {
            ScanAction action = run.getAction(ScanAction.class);
            found.put(
                    action.getRelease(),
                    action.getTotal() + " against #" + action.getComparison().getBuild());
        }
        assertThat(found).isEqualTo(Map.of("for oracle", "2 against #1", "for postgres", "2 against #1"));
        for (MatrixConfiguration configuration : matrix.getActiveConfigurations()) {
            assertThat(configuration.getAction(TrendAction.class).getRows()).hasSize(2);
            jenkins.createWebClient().goTo(configuration.getUrl() + "connleak/");
            jenkins.createWebClient().goTo(configuration.getLastBuild().getUrl() + "connleak/");
        }
        assertThat(build.getActions(ScanAction.class)).isEmpty();
        jenkins.createWebClient().goTo(matrix.getUrl());
    }
}
