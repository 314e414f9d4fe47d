package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import hudson.model.Result;
import io.jenkins.plugins.connleak.archive.HistoryQuery;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.HistoryEntry;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
        configuration.setDeletionPolicy("off");
        configuration.setLegacyDocuments(false);
        configuration.setRequiredSeconds(60);
    }

    @Test
    void filesTheResultUnderJobReleaseAndBuildNumber() throws Exception {
        WorkflowRun run =
                build("archived", "connleakScan(release: '2.1', buildNumber: '77', archive: [required: true])");

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
    void resultOfABuildWaitsForAnArchiveThatIsDownAndGetsThere() throws Exception {
        configuration().setUri("mongodb://127.0.0.1:1");

        WorkflowRun run = build("down", "echo \"total: ${connleakScan().total}\"");

        jenkins.assertLogContains("total: 1", run);
        assertThat(run.getAction(ScanAction.class).getTotal()).isEqualTo(1);
        assertThat(archived("down")).isEmpty();

        configuration().setUri(server.getConnectionString());
        awaitArchived("down");
    }

    @Test
    void requiredArchiveThatIsDownFailsTheBuildWithinItsTime() throws Exception {
        configuration().setUri("mongodb://127.0.0.1:1");
        configuration().setRequiredSeconds(3);

        WorkflowRun run = fail("required", "connleakScan(archive: [required: true])");

        jenkins.assertLogContains(
                "The archive is required, but did not have the result within 3 seconds; it will get it later", run);
        configuration().setUri(server.getConnectionString());
        awaitArchived("required");
    }

    @Test
    void requiredArchiveThatIsNotConfiguredFailsTheBuild() throws Exception {
        configuration().setEnabled(false);

        WorkflowRun run = fail("none", "connleakScan(archive: [required: true])");

        jenkins.assertLogContains("The archive is required, but none is configured.", run);
    }

    @Test
    void warnsAndKeepsTheBuildsResultWhenTheCredentialsAreGone() throws Exception {
        configuration().setCredentialsId("gone");

        WorkflowRun run = build("login", "connleakScan()");

        jenkins.assertLogContains(
                "WARNING: the result waits for the archive, which can't be had now: There are no credentials 'gone'",
                run);
        configuration().setCredentialsId("");
        awaitArchived("login");
    }

    @Test
    void deletedBuildsAreRemovedFromTheArchiveIfThatIsWanted() throws Exception {
        configuration().setDeletionPolicy("delete");
        WorkflowRun run = build("deleted", "connleakScan(archive: [required: true])");
        assertThat(archived("deleted")).hasSize(1);

        run.delete();

        awaitGone("deleted");
    }

    @Test
    void deletedJobsAreRemovedFromTheArchiveIfThatIsWanted() throws Exception {
        configuration().setDeletionPolicy("delete");
        WorkflowRun run = build("gone-job", "connleakScan(archive: [required: true])");
        assertThat(archived("gone-job")).hasSize(1);

        run.getParent().delete();

        awaitGone("gone-job");
    }

    @Test
    void buildsDeletedWhileTheArchiveIsOffDoNotComeBackFromTheSpool() throws Exception {
        configuration().setDeletionPolicy("delete");
        configuration().setUri("mongodb://127.0.0.1:1");
        WorkflowRun run = build("deleted-while-off", "connleakScan()");
        configuration().setEnabled(false);

        run.delete();

        configuration().setUri(server.getConnectionString());
        configuration().setEnabled(true);
        // Behind both in the spool.
        build("after-deletion", "connleakScan(archive: [required: true])");
        assertThat(archived("deleted-while-off")).isEmpty();
    }

    @Test
    void settingsAreKeptWithinTheirBounds() {
        assertThat(configuration().getDeletionPolicy()).isEqualTo("off");
        configuration().setDeletionPolicy("mark");
        configuration().setRetentionDays(-3);
        configuration().setSpoolMegabytes(0);

        configuration().load();

        assertThat(configuration().getDeletionPolicy()).isEqualTo("mark");
        assertThat(configuration().getRetentionDays()).isZero();
        assertThat(configuration().getSpoolMegabytes()).isEqualTo(1);
        assertThatThrownBy(() -> configuration().setDeletionPolicy("shred"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'shred' is not off, mark or delete");
    }

    @Test
    void managementPageIsForAdministratorsAlone() throws Exception {
        configuration().setUri("mongodb://127.0.0.1:1");
        build("shown", "connleakScan()");

        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            assertThat(client.goTo("manage/connleak-archive/").asNormalizedText())
                    .contains("shown #");
        }
        configuration().setUri(server.getConnectionString());
        awaitArchived("shown");
    }

    private static List<HistoryEntry> archived(String job) throws Exception {
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            return archive.history(new HistoryQuery(Optional.of(job), Optional.empty(), 10));
        }
    }

    private static void awaitArchived(String job) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (archived(job).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(archived(job)).hasSize(1);
    }

    private static void awaitGone(String job) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!archived(job).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(archived(job)).isEmpty();
    }

    private static WorkflowRun fail(String name, String scan) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(pipeline(write("One.java", LeakySources.ONE_LEAK), scan));
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }

    private static ConnleakConfiguration configuration() {
        return GlobalConfiguration.all().get(ConnleakConfiguration.class);
    }

    private static WorkflowRun build(String name, String scan) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        return LeakySources.build(jenkins, job, write("One.java", LeakySources.ONE_LEAK), scan);
    }
}
