package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** The plugin in a Jenkins of its own process, where it has its class loader and the libraries that it brings. */
class RestartTest {
    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @Test
    void keepsReportSourceAndTrendOverARestart() throws Throwable {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        try {
            jenkins.startJenkins();
            jenkins.runRemotely(RestartTest::scan, server.getConnectionString());
            ArrayList<String> before = jenkins.runRemotely(RestartTest::facts);
            jenkins.stopJenkins();
            jenkins.startJenkins();
            ArrayList<String> after = jenkins.runRemotely(RestartTest::facts);
            jenkins.stopJenkins();

            assertThat(after).isEqualTo(before);
            assertThat(before)
                    .contains("total 2", "never-closed src/Dao.java:10", "point 1: 2")
                    .anyMatch(fact -> fact.contains("connection.createStatement();"));
        } finally {
            server.shutdownNow();
        }
    }

    private static void scan(JenkinsRule rule, String archive) throws Exception {
        ConnleakConfiguration configuration = GlobalConfiguration.all().get(ConnleakConfiguration.class);
        configuration.setUri(archive);
        configuration.setEnabled(true);
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        WorkflowRun run = LeakySources.build(rule, job, write("src/Dao.java", LeakySources.DAO), "connleakScan()");
        rule.assertLogNotContains("WARNING", run);
    }

    private static ArrayList<String> facts(JenkinsRule rule) throws Exception {
        WorkflowJob job = rule.jenkins.getItemByFullName("shop", WorkflowJob.class);
        ScanAction action = job.getBuildByNumber(1).getAction(ScanAction.class);
        ArrayList<String> facts = new ArrayList<>(List.of(
                "total " + action.getTotal(),
                action.getByRule() + " " + action.getEngine() + " " + action.getFinishedMillis(),
                rule.createWebClient()
                        .goTo(job.getBuildByNumber(1).getUrl() + "connleak/api/json", "application/json")
                        .getWebResponse()
                        .getContentAsString()));
        action.getFindings()
                .forEach(finding -> facts.add(finding.getRule() + " " + finding.getFile() + ":" + finding.getLine()));
        action.getFindings().forEach(finding -> facts.add(text(action, finding.getFingerprint())));
        job.getAction(TrendAction.class)
                .getRows()
                .forEach(row -> facts.add("point " + row.getNumber() + ": " + row.getTotal()));
        return facts;
    }

    private static String text(ScanAction action, String leak) {
        return action.getLeak(leak).getHtml().replaceAll("<[^>]*>", "");
    }
}
