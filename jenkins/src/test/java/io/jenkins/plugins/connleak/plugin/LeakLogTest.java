package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import hudson.model.Item;
import hudson.model.User;
import io.jenkins.plugins.connleak.archive.LegacyResult;
import io.jenkins.plugins.connleak.archive.MongoArchive;
import io.jenkins.plugins.connleak.archive.MongoSettings;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import jenkins.security.ApiTokenProperty;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LeakLogTest {
    private static final String LOG = """
            Started by timer
            JAVA : TaskHelper.javaAPI : public void load() {
            JAVA : Store.javaAPI : public void save() {
            Total 2 connection leak found in current run.'
            """;
    private static final Map<String, String> TAG = Map.of("REL_NO", "4.5.0", "BUILD_NO", "19");

    private static JenkinsRule jenkins;
    private static MongoServer server;
    private static WorkflowJob job;

    @BeforeAll
    static void startServers(JenkinsRule rule) throws Exception {
        jenkins = rule;
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind();
        Users.of(rule)
                .with("script", Jenkins.READ, Item.READ, Item.CONFIGURE)
                .with("reader", Jenkins.READ, Item.READ, Item.BUILD, Item.WORKSPACE);
        job = rule.createProject(WorkflowJob.class, "shop");
        LeakySources.build(rule, job, write("src/Dao.java", LeakySources.DAO), "connleakScan(archive: false)");
    }

    @AfterAll
    static void stopServers() throws Exception {
        server.shutdownNow();
        jenkins.after();
    }

    @BeforeEach
    void configureArchive() {
        archive(server.getConnectionString());
    }

    @Test
    void importsALogByApiTokenForNewAndOldReaders() throws Exception {
        HttpResponse<String> answer = post("script", "text/plain", TAG, "", LOG);

        assertThat(answer.statusCode() + " " + JSONObject.fromObject(answer.body()))
                .isEqualTo("200 {\"success\":true,\"conn_leak\":[\"Store.javaAPI : public void save() {\","
                        + "\"TaskHelper.javaAPI : public void load() {\"],\"error\":\"\"}");
        await().untilAsserted(() -> assertThat(legacy("4.5.0", "19"))
                .contains(new LegacyResult(
                        "4.5.0",
                        "19",
                        2,
                        List.of("Store.javaAPI : public void save() {", "TaskHelper.javaAPI : public void load() {"))));
    }

    @Test
    void keepsAnImportUntilTheServerIsThereAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        archive("mongodb://127.0.0.1:" + port);

        assertThat(post("script", "text/plain", Map.of("REL_NO", "down", "BUILD_NO", "1"), "", LOG)
                        .statusCode())
                .isEqualTo(200);

        MongoServer late = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of("mongodb://127.0.0.1:" + port))) {
            late.bind("127.0.0.1", port);
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(archive.legacy("down", "1").map(LegacyResult::total))
                            .contains(2));
        } finally {
            late.shutdownNow();
        }
    }

    @Test
    void showsImportedReleasesOnTheirPage() throws Exception {
        assertThat(post("script", "text/plain", Map.of("REL_NO", "3.9", "BUILD_NO", "5"), "", LOG)
                        .statusCode())
                .isEqualTo(200);

        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(jenkins.createWebClient()
                        .withJavaScriptEnabled(false)
                        .login("reader")
                        .goTo(job.getUrl() + "leak-releases/?id=import")
                        .getBody()
                        .getTextContent()
                        .replaceAll("[\\s\u00a0]+", " "))
                .contains("3.9 1 (1 from the archive)#3.9/5 (5) archive"));
    }

    @Test
    void takesReleaseAndBuildFromTheQueryToo() throws Exception {
        assertThat(post("script", "text/plain", Map.of(), "?REL_NO=4.5%20beta&BUILD_NO=20", LOG)
                        .statusCode())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(legacy("4.5 beta", "20")).isPresent());
    }

    @Test
    void saysWhyARequestIsBad() throws Exception {
        assertThat(error(post("script", "text/plain", Map.of("BUILD_NO", "19"), "", LOG)))
                .isEqualTo("400 REL_NO is missing: send it as a header or in the query, such as"
                        + " ?REL_NO=4.5.0&BUILD_NO=19");
        assertThat(error(post("script", "text/plain", Map.of("REL_NO", "4.5.0", "BUILD_NO", " "), "", LOG)))
                .startsWith("400 BUILD_NO is missing: ");
        assertThat(error(post("script", "text/plain", TAG, "", "BUILD SUCCESS\n")))
                .startsWith("400 not a leak log: ");
        assertThat(error(post("script", "text/plain", TAG, "", LOG.replace("Total 2", "Total 3"))))
                .isEqualTo("400 line 4: the log states 3 leaks, but lists 2 leaks: it is not whole");
        assertThat(error(post("script", "application/x-www-form-urlencoded", TAG, "", LOG)))
                .isEqualTo("400 send the log as the body, with the header Content-Type: text/plain");
        assertThat(error(post("script", "text/plain", Map.of("REL_NO", "4".repeat(201), "BUILD_NO", "1"), "", LOG)))
                .startsWith("400 REL_NO and BUILD_NO have at most 200 characters");
    }

    @Test
    void refusesALogWithoutEnd() throws Exception {
        assertThat(error(post("script", "text/plain", TAG, "", LOG + "x".repeat(16 * 1024 * 1024))))
                .isEqualTo("413 the leak log is longer than 16777216 bytes");
    }

    @Test
    void needsThePermissionToConfigureTheJob() throws Exception {
        assertThat(post("reader", "text/plain", Map.of("REL_NO", "reader", "BUILD_NO", "1"), "", LOG)
                        .statusCode())
                .isEqualTo(403);
        assertThat(legacy("reader", "1")).isEmpty();
    }

    @Test
    void needsACrumbWhereThereIsNoApiToken() throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .login("script");
        WebRequest request = new WebRequest(client.createCrumbedUrl(address("import")), HttpMethod.POST);
        request.setAdditionalHeader("REL_NO", "crumb");
        request.setAdditionalHeader("BUILD_NO", "1");
        request.setAdditionalHeader("Content-Type", "text/plain");
        request.setRequestBody(LOG);

        assertThat(client.getPage(request).getWebResponse().getStatusCode()).isEqualTo(200);

        WebRequest without = new WebRequest(new java.net.URL(jenkins.getURL(), address("import")), HttpMethod.POST);
        without.setAdditionalHeader("REL_NO", "nocrumb");
        without.setAdditionalHeader("BUILD_NO", "1");
        without.setAdditionalHeader("Content-Type", "text/plain");
        without.setRequestBody(LOG);
        assertThat(client.getPage(without).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(legacy("nocrumb", "1")).isEmpty();
    }

    @Test
    void importsNothingByGet() throws Exception {
        assertThat(get("script", "import?REL_NO=1&BUILD_NO=1").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatThereIsNoArchive() throws Exception {
        archive("");

        assertThat(error(post("script", "text/plain", TAG, "", LOG))).startsWith("503 no archive is configured");
    }

    @Test
    void givesTheLastResultAsTheOldServiceDid() throws Exception {
        HttpResponse<String> last = get("reader", "last");

        assertThat(last.statusCode() + " " + JSONObject.fromObject(last.body()))
                .isEqualTo("200 {\"success\":true,\"conn_leak\":[\"Dao.javaAPI : count(Connection)\","
                        + "\"Dao.javaAPI : touch(DataSource)\"],\"error\":\"\"}");
        assertThat(last.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        for (String id : List.of("nothing", "..%2F..%2Fx", "%00")) {
            assertThat(error(get("reader", "last?id=" + id)))
                    .isEqualTo("404 no build of this job has a scan with that id");
        }
        assertThat(get("stranger", "last").statusCode()).isIn(403, 404);
    }

    private static void archive(String uri) {
        ConnleakConfiguration configuration = GlobalConfiguration.all().get(ConnleakConfiguration.class);
        configuration.setEnabled(!uri.isEmpty());
        configuration.setUri(uri);
    }

    private static Optional<LegacyResult> legacy(String release, String build) throws Exception {
        try (MongoArchive archive = MongoArchive.open(MongoSettings.of(server.getConnectionString()))) {
            return archive.legacy(release, build);
        }
    }

    private static String error(HttpResponse<String> answer) {
        JSONObject json = JSONObject.fromObject(answer.body());
        assertThat(json.getBoolean("success")).isFalse();
        return answer.statusCode() + " " + json.getString("error");
    }

    private static HttpResponse<String> post(
            String user, String type, Map<String, String> headers, String query, String body) throws Exception {
        HttpRequest.Builder request = request(user, "import" + query)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        new TreeMap<>(headers).forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String user, String call) throws Exception {
        return HttpClient.newHttpClient().send(request(user, call).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** With an API token, as scripts have. */
    private static HttpRequest.Builder request(String user, String call) throws Exception {
        ApiTokenProperty tokens = User.getById(user, true).getProperty(ApiTokenProperty.class);
        String token = tokens.generateNewToken("test").plainValue;
        String login = Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(jenkins.getURL() + address(call)))
                .header("Authorization", "Basic " + login);
    }

    private static String address(String call) {
        return job.getUrl() + "leak-log/" + call;
    }
}
