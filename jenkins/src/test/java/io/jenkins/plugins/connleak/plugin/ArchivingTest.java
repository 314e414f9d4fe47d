package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.archive.HistoryQuery;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ArchivingTest {
    private static JenkinsRule jenkins;
    private static MongoServer server;

    @BeforeAll
    static void startServers(JenkinsRule rule) {
        jenkins = rule;
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
    }

    @AfterAll
    static void stopServers() throws Exception {
        server.shutdownNow();
        jenkins.after();
    }

    @BeforeEach
    void switchOn() {
        ConnleakConfiguration configuration = configuration();
        configuration.setEnabled(true);
        configuration.setUri(server.getConnectionString());
        configuration.setCredentialsId("");
        configuration.setConnectSeconds(1);
        configuration.setReadSeconds(1);
    }

    @Test
    void filesTheResultUnderJobReleaseAndBuildNumber() throws Exception {
        WorkflowRun run = build("archived", "connleakScan(release: '2.1', buildNumber: '77')");

        jenkins.assertLogNotContains("WARNING", run);
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            assertThat(archive.history(new HistoryQuery(Optional.of("archived"), Optional.empty(), 10)))
                    .extracting(HistoryEntry::tag, HistoryEntry::total)
                    .containsExactly(tuple(new BuildTag("archived", "2.1", "77"), 1));
        }
    }

    @Test
    void writesNothingForAScanThatIsNotToBeArchived() throws Exception {
        build("private", "connleakScan(archive: false)");

        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            assertThat(archive.history(new HistoryQuery(Optional.of("private"), Optional.empty(), 10)))
                    .isEmpty();
        }
    }

    @Test
    void warnsAndKeepsTheBuildsResultWhenTheArchiveIsDown() throws Exception {
        configuration().setUri("mongodb://127.0.0.1:1");

        WorkflowRun run = build("down", "echo \"total: ${connleakScan().total}\"");

        jenkins.assertLogContains("[connleak] WARNING: the result is not in the archive: ", run);
        jenkins.assertLogContains("total: 1", run);
        assertThat(run.getAction(ScanAction.class).getTotal()).isEqualTo(1);
    }

    @Test
    void warnsAndKeepsTheBuildsResultWhenTheCredentialsAreGone() throws Exception {
        configuration().setCredentialsId("gone");

        WorkflowRun run = build("login", "connleakScan()");

        jenkins.assertLogContains("WARNING: the result is not in the archive: There are no credentials 'gone'", run);
    }

    private static ConnleakConfiguration configuration() {
        return GlobalConfiguration.all().get(ConnleakConfiguration.class);
    }

    private static WorkflowRun build(String name, String scan) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(pipeline(write("One.java", LeakySources.ONE_LEAK), scan));
        return jenkins.buildAndAssertSuccess(job);
    }
}
