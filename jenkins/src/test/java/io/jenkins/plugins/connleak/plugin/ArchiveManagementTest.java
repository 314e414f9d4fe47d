package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import hudson.model.Result;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.bson.Document;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * A server that takes one document of a release refuses the other, as one does on which somebody made a unique index.
 */
@WithJenkins
class ArchiveManagementTest {
    private static final String PAGE = "manage/connleak-archive/";

    private static JenkinsRule jenkins;
    private static MongoServer server;
    private static MongoClient client;

    @BeforeAll
    static void startServers(JenkinsRule rule) {
        jenkins = rule;
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        client = MongoClients.create(server.getConnectionString());
    }

    @AfterAll
    static void stopServers() throws Exception {
        client.close();
        server.shutdownNow();
        jenkins.after();
    }

    @BeforeEach
    void refuseReleaseTwice() {
        ConnleakConfiguration configuration = GlobalConfiguration.all().get(ConnleakConfiguration.class);
        configuration.setEnabled(true);
        configuration.setUri(server.getConnectionString());
        configuration.setRequiredSeconds(60);
        MongoCollection<Document> builds = builds();
        builds.createIndex(Indexes.ascending("release"), new IndexOptions().unique(true));
        builds.insertOne(new Document("_id", "in the way").append("release", "7"));
    }

    @AfterEach
    void letEverybodyInAndEmpty() throws Exception {
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        builds().deleteMany(new Document());
        for (long left = rows(page()).count(); left > 0; left--) {
            press(rows(page()).findFirst().orElseThrow(), "drop");
        }
    }

    @Test
    void saysWhatWasRefusedAndWhy() throws Exception {
        refused("told");

        assertThat(rows(page()).map(ArchiveManagementTest::words))
                .singleElement()
                .asString()
                .startsWith("told #1 (7/1)")
                .contains("the server refused it (error 11000)");
    }

    @Test
    void retriesWhatWasRefusedOnceTheServerTakesIt() throws Exception {
        refused("retried");
        builds().deleteOne(new Document("_id", "in the way"));

        press(rows(page()).findFirst().orElseThrow(), "retry");

        await().untilAsserted(() -> assertThat(archived()).containsExactly("retried"));
        assertThat(rows(page())).isEmpty();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void retriesAllThatWasRefusedAndKeepsWhatIsRefusedAgain() throws Exception {
        refused("first");
        refused("second");
        builds().deleteOne(new Document("_id", "in the way"));

        jenkins.submit(page().getFormByName("retry-all"));

        await().untilAsserted(() -> {
            assertThat(archived()).containsExactly("first");
            assertThat(rows(page()).map(ArchiveManagementTest::words))
                    .singleElement()
                    .asString()
                    .startsWith("second #1 (7/1)");
        });
    }

    @Test
    void dropsWhatWasRefusedForGood() throws Exception {
        refused("dropped");
        assertThat(spooled()).hasSize(2);

        press(rows(page()).findFirst().orElseThrow(), "drop");

        assertThat(rows(page())).isEmpty();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void downloadsTheDocumentsOfWhatWasRefused() throws Exception {
        refused("loaded");
        DomNode row = rows(page()).findFirst().orElseThrow();

        WebResponse file = ((HtmlAnchor) row.querySelector("a")).click().getWebResponse();

        assertThat(file.getContentType()).isEqualTo("application/x-ndjson");
        assertThat(file.getResponseHeaderValue("Content-Disposition"))
                .matches("attachment; filename=\"connleak-[0-9a-f]{16}\\.ndjson\"");
        List<JSONObject> documents =
                file.getContentAsString().lines().map(JSONObject::fromObject).toList();
        assertThat(documents)
                .extracting(each -> each.getString("job") + " " + each.getString("release"))
                .containsExactly("loaded 7", "loaded 7");
        assertThat(documents.get(0).getString("file") + ":" + documents.get(0).getInt("line"))
                .isEqualTo("One.java:9");
        assertThat(documents.get(1).getJSONObject("totals").getInt("all")).isEqualTo(1);
    }

    @Test
    void downloadsWhatIsLeftOfADamagedFile() throws Exception {
        refused("damaged");
        Path file = spool().resolve("aside").resolve(nameOfOnly() + ".spool");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 20));
        DomNode row = rows(page()).findFirst().orElseThrow();

        WebResponse left = ((HtmlAnchor) row.querySelector("a")).click().getWebResponse();

        assertThat(words(row.querySelector("td"))).isEqualTo("?");
        assertThat(words(row)).contains("its header is damaged");
        assertThat(left.getStatusCode()).isEqualTo(200);
        assertThat(left.getContentAsString()).isEqualTo("{\"damaged\": \"its header is damaged\"}\n");
    }

    @Test
    void obeysAdministratorsAlone() throws Exception {
        refused("guarded");
        String name = nameOfOnly();
        Users.of(jenkins).with("admin", Jenkins.ADMINISTER).with("manager", Jenkins.MANAGE, Jenkins.READ);

        assertThat(status("manager", HttpMethod.GET, "")).isEqualTo(403);
        assertThat(status("manager", HttpMethod.GET, "download?name=" + name)).isEqualTo(403);
        assertThat(status("manager", HttpMethod.POST, "try")).isEqualTo(403);
        assertThat(status("manager", HttpMethod.POST, "retry?name=" + name)).isEqualTo(403);
        assertThat(status("manager", HttpMethod.POST, "drop?name=" + name)).isEqualTo(403);
        assertThat(status("admin", HttpMethod.GET, "drop?name=" + name)).isEqualTo(404);
        assertThat(status("admin", HttpMethod.GET, "download?name=../aside/" + name))
                .isEqualTo(404);
        assertThat(spooled()).hasSize(2);
        assertThat(status("admin", HttpMethod.POST, "drop?name=" + name)).isEqualTo(200);
        assertThat(spooled()).isEmpty();
    }

    private static void refused(String name) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(pipeline(
                write("One.java", LeakySources.ONE_LEAK), "connleakScan(release: '7', archive: [required: true])"));
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("The archive is required, but refused the result: ", run);
    }

    private static HtmlPage page() throws Exception {
        return jenkins.createWebClient().goTo(PAGE);
    }

    /** The rows of what was refused. */
    private static Stream<DomNode> rows(HtmlPage page) {
        return page.querySelectorAll("[data-cl-aside] tbody tr").stream();
    }

    private static void press(DomNode row, String button) throws Exception {
        HtmlForm form = row.querySelector("form[action=" + button + "]");
        ((HtmlButton) form.querySelector("button")).click();
    }

    private static int status(String user, HttpMethod method, String address) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), PAGE + address), method);
        JenkinsRule.WebClient web = jenkins.createWebClient().login(user);
        if (method == HttpMethod.POST) {
            web.addCrumb(request);
        }
        return web.withThrowExceptionOnFailingStatusCode(false)
                .getPage(request)
                .getWebResponse()
                .getStatusCode();
    }

    /** Names of the files in the spool. */
    private static List<String> spooled() throws Exception {
        try (Stream<Path> files = Files.walk(spool())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static Path spool() {
        return jenkins.jenkins.getRootDir().toPath().resolve("connleak").resolve("spool");
    }

    private static String nameOfOnly() throws Exception {
        return spooled().stream()
                .filter(file -> file.endsWith(".spool"))
                .map(file -> file.replace(".spool", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Jobs that the archive has a result of. */
    private static List<String> archived() {
        return builds().find(new Document("_id", new Document("$ne", "in the way")))
                .map(build -> build.getString("job"))
                .into(new ArrayList<>());
    }

    private static MongoCollection<Document> builds() {
        return client.getDatabase("connleak").getCollection("connleak_builds");
    }

    private static String words(DomNode node) {
        return node.getTextContent().replaceAll("\\s+", " ").trim();
    }
}
