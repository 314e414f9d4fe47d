package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import hudson.model.Item;
import io.jenkins.plugins.connleak.archive.BuildFilter;
import io.jenkins.plugins.connleak.archive.MongoArchiveReader;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ReleasesTest {
    private static final String OTHER_LEAK = """
            package com.example;

            import java.sql.Connection;
            import java.sql.DriverManager;
            import java.sql.SQLException;

            class Other {
                boolean isOpen(String url) throws SQLException {
                    Connection opened = DriverManager.getConnection(url);
                    return !opened.isReadOnly();
                }
            }
            """;

    private static JenkinsRule jenkins;
    private static MongoServer server;

    @BeforeAll
    static void startServers(JenkinsRule rule) {
        jenkins = rule;
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        Users.of(rule).with("admin", Jenkins.ADMINISTER).with("reader", Jenkins.READ, Item.READ);
    }

    @AfterAll
    static void stopServers() throws Exception {
        server.shutdownNow();
        jenkins.after();
    }

    @Test
    void listsReleasesAndWhatCameAndWentWithoutAnArchive() throws Exception {
        archive("");
        WorkflowJob job = threeBuilds("local");

        assertThat(rows(page("reader", job, "")))
                .containsExactly(
                        "<i>4.6</i> | 1 | #3 (1) | 1 | #3 (1) | 1 |  | 1 to 1",
                        "4.5 | 2 | #1 (19) | 1 | #2 (20) | 2 | +1 | 1 to 2");
        HtmlPage compared = page("reader", job, "?release=%3Ci%3E4.6%3C%2Fi%3E&with=4.5");
        assertThat(words(compared.querySelector("[data-cl-comparison]")))
                .contains("<i>4.6</i> compared with 4.5", "1new", "2fixed", "0outstanding")
                .contains("Other.java:9", "src/Dao.java:10");
        assertThat(compared.querySelectorAll("[data-cl-archive-note]")).isEmpty();
        assertThat(words(page("reader", job, "?release=gone&with=4.5").querySelector("[data-cl-comparison]")))
                .contains("No build of one of these releases is known");
    }

    @Test
    void addsAndMarksBuildsThatOnlyTheArchiveHas() throws Exception {
        archive(server.getConnectionString());
        WorkflowJob job = threeBuilds("archived");
        await().untilAsserted(() -> assertThat(archivedBuilds("archived")).isEqualTo(3));
        job.getBuildByNumber(1).delete();
        job.getBuildByNumber(2).delete();

        await().untilAsserted(() -> assertThat(rows(page("reader", job, "")))
                .contains("4.5 | 2 (2 from the archive) | #1 (19) archive | 1 | #2 (20) archive | 2 | +1 | 1 to 2"));
        HtmlPage page = page("reader", job, "");
        assertThat(words(page.querySelector("[data-cl-archive-note]"))).contains("are from the archive, as of");
        assertThat(page.querySelectorAll("[data-cl-releases] a[href^='../3/connleak/']"))
                .isNotEmpty();
        assertThat(page.querySelectorAll("[data-cl-releases] a[href^='../2/']")).isEmpty();
        await().untilAsserted(() -> assertThat(words(page("reader", job, "?release=%3Ci%3E4.6%3C%2Fi%3E&with=4.5")
                        .querySelector("[data-cl-comparison]")))
                .contains("1new", "2fixed", "0outstanding"));
    }

    @Test
    void neverWaitsForAnArchiveThatDoesNotAnswer() throws Exception {
        archive("");
        WorkflowJob job = threeBuilds("hole");
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            archive("mongodb://127.0.0.1:" + blackHole.getLocalPort());

            HtmlPage page = page("reader", job, "");

            assertThat(words(page.querySelector("[data-cl-archive-note]"))).contains("The archive is being asked");
            assertThat(rows(page)).hasSize(2);
            await().untilAsserted(
                            () -> assertThat(words(page("reader", job, "").querySelector("[data-cl-archive-note]")))
                                    .contains("The archive can't be read at the moment")
                                    .doesNotContain("127.0.0.1"));
            assertThat(words(page("admin", job, "").querySelector("[data-cl-archive-note]")))
                    .contains("are missing here: The archive at 127.0.0.1");
        }
    }

    @Test
    void speaksGerman() throws Exception {
        archive("");
        WorkflowJob job = threeBuilds("german");
        Locale before = Locale.getDefault();
        String text;
        // The harness gives no page the reader's language, only the platform's.
        Locale.setDefault(Locale.GERMAN);
        try {
            text = words(page("reader", job, "?release=%3Ci%3E4.6%3C%2Fi%3E&with=4.5")
                    .getBody());
        } finally {
            Locale.setDefault(before);
        }

        assertThat(text)
                .contains("Lecks je Release", "Vergleichen", "verglichen mit 4.5", "Neue Lecks", "Erster Build");
    }

    @Test
    void isHiddenFromThoseWhoMayNotSeeTheJobAndFromJobsWithoutAScan() throws Exception {
        archive("");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "unscanned");

        assertThat(jenkins.createWebClient()
                        .withBasicCredentials("stranger")
                        .withThrowExceptionOnFailingStatusCode(false)
                        .getPage(new URL(jenkins.getURL(), job.getUrl() + "leak-releases/"))
                        .getWebResponse()
                        .getStatusCode())
                .isIn(403, 404);
        JenkinsRule.WebClient client =
                jenkins.createWebClient().withJavaScriptEnabled(false).login("reader");
        assertThat(client.goTo(job.getUrl()).querySelectorAll("a[href$='leak-releases']"))
                .isEmpty();
        assertThat(client.goTo(threeBuilds("scanned").getUrl()).querySelectorAll("a[href$='leak-releases']"))
                .isNotEmpty();
    }

    /** Two builds of release 4.5 with one and two leaks, and one of release 4.6 with another leak. */
    private static WorkflowJob threeBuilds(String name) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        build(job, "deleteDir()\n" + write("One.java", LeakySources.ONE_LEAK), "4.5", "19");
        build(job, "deleteDir()\n" + write("src/Dao.java", LeakySources.DAO), "4.5", "20");
        build(job, "deleteDir()\n" + write("Other.java", OTHER_LEAK), "<i>4.6</i>", "1");
        return job;
    }

    private static void build(WorkflowJob job, String files, String release, String number) throws Exception {
        WorkflowRun run = LeakySources.build(
                jenkins, job, files, "connleakScan(release: '" + release + "', buildNumber: '" + number + "')");
        jenkins.assertLogNotContains("WARNING", run);
    }

    private static void archive(String uri) {
        ConnleakConfiguration configuration = GlobalConfiguration.all().get(ConnleakConfiguration.class);
        configuration.setEnabled(!uri.isEmpty());
        configuration.setUri(uri);
        configuration.setConnectSeconds(1);
        configuration.setReadSeconds(1);
    }

    private static int archivedBuilds(String job) throws Exception {
        try (MongoArchiveReader reader = MongoArchiveReader.open(MongoSettings.of(server.getConnectionString()))) {
            return (int) reader.builds(BuildFilter.ALL, 99).items().stream()
                    .filter(build -> build.series().job().equals(job))
                    .count();
        }
    }

    private static HtmlPage page(String user, WorkflowJob job, String query) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .login(user)
                .goTo(job.getUrl() + "leak-releases/" + query);
    }

    private static List<String> rows(HtmlPage page) {
        return page.querySelectorAll("[data-cl-releases] tbody tr").stream()
                .map(row -> ((DomElement) row)
                        .querySelectorAll("td").stream()
                                .map(ReleasesTest::withoutTime)
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String withoutTime(DomNode cell) {
        DomNode time = cell.querySelector(".connleak-folder");
        String text = words(cell);
        return time == null ? text : text.replace(words(time), "").strip();
    }

    private static String words(DomNode node) {
        return node.getTextContent().replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
