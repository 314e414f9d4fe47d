package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleProject;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import io.jenkins.plugins.connleak.plugin.steps.ScanRecorder;
import io.jenkins.plugins.connleak.plugin.steps.ScanStep;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FormsTest {
    private static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("archive", false),
            Map.entry("blame", true),
            Map.entry("buildNumber", "77"),
            Map.entry("cache", true),
            Map.entry("catalogFile", "conf/catalog.yml"),
            Map.entry("certainty", "definite"),
            Map.entry("definiteWeight", 5),
            Map.entry("engine", "both"),
            Map.entry("evidenceFiles", "**/logs/*.log"),
            Map.entry("excludes", "**/generated/**"),
            Map.entry("failOnError", true),
            Map.entry("id", "shop"),
            Map.entry("ignoreFailedBuilds", false),
            Map.entry("ignoreFile", "conf/ignore.properties"),
            Map.entry("ignoreQualityGate", true),
            Map.entry("includes", "src/**/*.java"),
            Map.entry("name", "Leaks of the shop"),
            Map.entry("possibleWeight", 1),
            Map.entry(
                    "qualityGates",
                    List.of(
                            Map.of("threshold", 3, "type", "NEW", "criticality", "FAILURE"),
                            Map.of("threshold", 1, "type", "RULE", "criticality", "NOTE", "rule", "never-closed"))),
            Map.entry("quiet", true),
            Map.entry("referenceBuild", "17"),
            Map.entry("referenceJob", "shop/main"),
            Map.entry("regexFile", "conf/regex.properties"),
            Map.entry("release", "2.1"),
            Map.entry("skipPublishingChecks", true),
            Map.entry("sourceEncoding", "ISO-8859-1"),
            Map.entry("trendChart", "NEW_FIXED"));

    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @AfterEach
    void letEverybodyIn() throws Exception {
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
    }

    @Test
    void keepsEveryPropertyOfTheRecorderOverTheJobsForm() throws Exception {
        assertThat(afterForm(new DescribableModel<>(ScanRecorder.class).instantiate(ALL)))
                .isEqualTo(ALL);
        assertThat(afterForm(new ScanRecorder())).isEmpty();
    }

    @Test
    void helpsInAFreestyleJobAsInAPipeline() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getPublishersList().add(new ScanRecorder());

        HtmlPage form = jenkins.createWebClient().getPage(job, "configure");

        for (String help : List.of("help", "help/engine", "help/qualityGates", "help/cache")) {
            String address = "/descriptor/" + ScanStep.class.getName() + "/" + help;
            assertThat(form.getWebResponse().getContentAsString()).contains(address + "\"");
            assertThat(jenkins.createWebClient()
                            .goTo(address.substring(1))
                            .getWebResponse()
                            .getContentAsString())
                    .contains("<div>");
        }
    }

    @Test
    void offersTheSameChoicesInAFreestyleJobAsInAPipeline() throws Exception {
        for (Class<?> type : List.of(ScanStep.class, ScanRecorder.class)) {
            WebRequest choices = new WebRequest(
                    new URL(jenkins.getURL(), "descriptorByName/" + type.getName() + "/fillEngineItems"),
                    HttpMethod.POST);
            WebRequest check = new WebRequest(
                    new URL(jenkins.getURL(), "descriptorByName/" + type.getName() + "/checkId?value=a+b"),
                    HttpMethod.POST);
            JenkinsRule.WebClient client = jenkins.createWebClient();
            client.addCrumb(choices);
            client.addCrumb(check);
            assertThat(client.getPage(choices).getWebResponse().getContentAsString())
                    .contains("\"value\":\"flow\"", "\"value\":\"regex\"", "\"value\":\"both\"");
            assertThat(client.getPage(check).getWebResponse().getContentAsString())
                    .contains("class=\"error\"");
        }
    }

    @Test
    void writesTheSnippetOfTheStepFromItsForm() throws Exception {
        assertThat(snippet(new JSONObject())).isEqualTo("connleakScan()");
        assertThat(snippet(JSONObject.fromObject(ALL)))
                .isEqualTo(
                        "connleakScan archive: false, blame: true, buildNumber: '77', cache: true, catalogFile: 'conf/catalog.yml',"
                                + " certainty: 'definite', definiteWeight: 5, engine: 'both', evidenceFiles: '**/logs/*.log', excludes: '**/generated/**', failOnError: true, id: 'shop',"
                                + " ignoreFailedBuilds: false, ignoreFile: 'conf/ignore.properties', ignoreQualityGate: true,"
                                + " includes: 'src/**/*.java', name: 'Leaks of the shop', possibleWeight: 1,"
                                + " qualityGates: [connleakGate(criticality: 'FAILURE', threshold: 3, type: 'NEW'),"
                                + " connleakGate(criticality: 'NOTE', rule: 'never-closed', threshold: 1, type: 'RULE')],"
                                + " quiet: true, referenceBuild: '17', referenceJob: 'shop/main',"
                                + " regexFile: 'conf/regex.properties', release: '2.1', skipPublishingChecks: true, sourceEncoding: 'ISO-8859-1',"
                                + " trendChart: 'NEW_FIXED'");
        assertThat(properties(new DescribableModel<>(ScanStep.class).instantiate(ALL)))
                .isEqualTo(ALL);
    }

    @Test
    void keepsTheSystemConfigurationOverItsForm() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "archive-login", "", "writer", "a-long-secret"));
        ConnleakConfiguration before = configuration();
        before.setEnabled(true);
        before.setUri("mongodb://db.example.org:27017");
        before.setDatabase("leaks");
        before.setCredentialsId("archive-login");
        before.setConnectSeconds(7);
        before.setReadSeconds(33);

        jenkins.configRoundtrip();

        ConnleakConfiguration after = configuration();
        assertThat(List.of(
                        after.isEnabled(),
                        after.getUri(),
                        after.getDatabase(),
                        after.getCredentialsId(),
                        after.getConnectSeconds(),
                        after.getReadSeconds()))
                .isEqualTo(List.of(true, "mongodb://db.example.org:27017", "leaks", "archive-login", 7, 33));
    }

    @Test
    void triesTheArchiveForAdministratorsOnly() throws Exception {
        Users.of(jenkins).with("admin", Jenkins.ADMINISTER).with("manager", Jenkins.MANAGE, Jenkins.READ);

        Page refused = post(jenkins.createWebClient().login("manager"), "testConnection");
        Page answered = post(jenkins.createWebClient().login("admin"), "testConnection");
        Page byLink = jenkins.createWebClient()
                .login("admin")
                .withThrowExceptionOnFailingStatusCode(false)
                .getPage(address("testConnection"));

        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(answered.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(answered.getWebResponse().getContentAsString())
                .isEqualTo("<div class=\"error\">The archive at 127.0.0.1:1, database connleak, could not be asked:"
                        + " no server could be used within 5000 ms: connection refused</div>");
        assertThat(byLink.getWebResponse().getStatusCode()).isEqualTo(404);
        assertThat(post(jenkins.createWebClient().login("manager"), "fillCredentialsIdItems")
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(403);
    }

    private static ConnleakConfiguration configuration() {
        return GlobalConfiguration.all().get(ConnleakConfiguration.class);
    }

    private static Map<String, Object> afterForm(ScanRecorder recorder) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getPublishersList().add(recorder);
        return properties(jenkins.configRoundtrip(job).getPublishersList().get(ScanRecorder.class));
    }

    /** The properties that are not the default. */
    private static Map<String, Object> properties(Object describable) {
        return new TreeMap<>(DescribableModel.uninstantiate_(describable));
    }

    private static String snippet(JSONObject form) throws Exception {
        form.put("stapler-class", ScanStep.class.getName());
        form.put("$class", ScanStep.class.getName());
        WebRequest request =
                new WebRequest(new URL(jenkins.getURL(), "pipeline-syntax/generateSnippet"), HttpMethod.POST);
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.addCrumb(request);
        request.getRequestParameters().add(new NameValuePair("json", form.toString()));
        return client.getPage(request).getWebResponse().getContentAsString().trim();
    }

    private static Page post(JenkinsRule.WebClient client, String method) throws Exception {
        WebRequest request = new WebRequest(address(method), HttpMethod.POST);
        client.addCrumb(request);
        return client.withThrowExceptionOnFailingStatusCode(false).getPage(request);
    }

    private static URL address(String method) throws Exception {
        return new URL(
                jenkins.getURL(),
                configuration().getDescriptorUrl() + "/" + method
                        + "?uri=mongodb%3A%2F%2F127.0.0.1%3A1&database=&credentialsId=");
    }
}
