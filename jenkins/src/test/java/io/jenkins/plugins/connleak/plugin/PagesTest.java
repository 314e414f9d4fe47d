package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.htmlunit.WebResponse;
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
class PagesTest {
    private static JenkinsRule jenkins;
    private static WorkflowJob job;
    private static WorkflowRun run;

    @BeforeAll
    static void buildTwice(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Users.of(rule)
                .with("admin", Jenkins.ADMINISTER)
                .with("reader", Jenkins.READ, Item.READ)
                .with("developer", Jenkins.READ, Item.READ, Item.WORKSPACE);
        job = rule.createProject(WorkflowJob.class, "shop");
        LeakySources.build(rule, job, write("src/Dao.java", LeakySources.CLEAN), "connleakScan()");
        run = LeakySources.build(
                rule,
                job,
                write("src/Dao.java", LeakySources.DAO),
                "connleakScan(release: '<blink>2</blink>', buildNumber: '5', name: '<blink>Shop</blink>')");
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void tellsTheTotalsOnTheBuildsPage() throws Exception {
        HtmlPage page = page("reader", run.getUrl());

        assertThat(page.getAnchorByHref("connleak/")).isNotNull();
        assertThat(page.getBody().getTextContent())
                .containsPattern("<blink>Shop</blink>\\s*:\\s*2 leaks")
                .contains("1 × Never closed", "1 × Stays open when an exception is thrown");
    }

    @Test
    void listsTheLeaksOnTheReportPage() throws Exception {
        HtmlPage page = page("reader", run.getUrl() + "connleak/");

        assertThat(page.querySelectorAll("[data-cl-served][data-rows='page/rows']"))
                .hasSize(1);
        assertThat(rows("reader", "").stream().map(PagesTest::shown))
                .containsExactly(
                        "never-closed statement src/Dao.java:10 count(Connection)",
                        "not-closed-on-exception connection src/Dao.java:15 touch(DataSource)");
        assertThat(page.getBody().getTextContent()).contains("Release <blink>2</blink>, build 5");
    }

    @Test
    void showsTheSourceOfALeakToThoseWhoMaySeeTheWorkspace() throws Exception {
        String address = run.getUrl() + "connleak/leak/" + idOfFirst() + "/";
        String source = "Statement statement = connection.createStatement();";

        assertThat(words(page("developer", address).getBody())).contains(source);
        String withoutSource = words(page("reader", address).getBody());
        assertThat(withoutSource)
                .doesNotContain(source)
                .contains("The source is shown to users who may see the job's workspace.");
        jenkins.createWebClient().login("admin").assertFails(run.getUrl() + "connleak/leak/nothing/", 404);
    }

    @Test
    void showsTheStateOfAJobAsABadge() throws Exception {
        JenkinsRule.WebClient reader = jenkins.createWebClient().login("reader");
        WebResponse badge = reader.goTo(job.getUrl() + "connleak/badge.svg?label=%3Cb%3Eshop", "image/svg+xml")
                .getWebResponse();

        assertThat(badge.getContentAsString()).contains("<title>&lt;b&gt;shop: 2, 2 new</title>");
        assertThat(badge.getResponseHeaderValue("Cache-Control")).isEqualTo("private, no-cache");
        reader.setThrowExceptionOnFailingStatusCode(false);
        reader.addRequestHeader("If-None-Match", badge.getResponseHeaderValue("ETag"));
        assertThat(reader.getPage(new URL(jenkins.getURL(), job.getUrl() + "connleak/badge.svg?label=%3Cb%3Eshop"))
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(304);
        jenkins.createWebClient().assertFails(job.getUrl() + "connleak/badge.svg", 403);
        assertThat(page("reader", job.getUrl() + "connleak/").getBody().getTextContent())
                .contains("[![connection leaks](" + jenkins.getURL() + "job/shop/connleak/badge.svg)]("
                        + jenkins.getURL() + "job/shop/connleak/)");
    }

    @Test
    void keepsTheSourceOutOfTheRemoteApi() throws Exception {
        String json = jenkins.createWebClient()
                .login("reader")
                .goTo(run.getUrl() + "connleak/api/json?depth=5", "application/json")
                .getWebResponse()
                .getContentAsString();

        assertThat(json).doesNotContain("connection.createStatement();");
    }

    @Test
    void tellsTotalsAndLeaksByRemoteApi() throws Exception {
        JSONObject json = JSONObject.fromObject(jenkins.createWebClient()
                .login("reader")
                .goTo(run.getUrl() + "connleak/api/json", "application/json")
                .getWebResponse()
                .getContentAsString());

        assertThat(json.getInt("total")).isEqualTo(2);
        assertThat(json.getJSONObject("byRule").toString())
                .isEqualTo("{\"never-closed\":1,\"not-closed-on-exception\":1}");
        assertThat(json.getString("release")).isEqualTo("<blink>2</blink>");
        JSONArray findings = json.getJSONArray("findings");
        assertThat(findings.size()).isEqualTo(2);
        JSONObject first = findings.getJSONObject(0);
        assertThat(first.getString("rule") + " " + first.getString("file") + ":" + first.getInt("line") + " "
                        + first.getString("kind") + " " + first.getString("variable") + " "
                        + first.getString("certainty"))
                .isEqualTo("never-closed src/Dao.java:10 statement statement definite");
        assertThat(first.getJSONArray("path").getJSONObject(0).getInt("line")).isEqualTo(10);
    }

    @Test
    void givesTheCountsWithTheBuildInTheRemoteApi() throws Exception {
        JSONObject json = JSONObject.fromObject(jenkins.createWebClient()
                .login("reader")
                .goTo(run.getUrl() + "api/json?tree=actions[id,total,silenced,problems]", "application/json")
                .getWebResponse()
                .getContentAsString());

        assertThat(json.getJSONArray("actions").toString())
                .contains("\"id\":\"connleak\",\"problems\":0,\"silenced\":0,\"total\":2");
    }

    @Test
    void drawsTheTrendOnTheJobsPage() throws Exception {
        HtmlPage page = page("reader", job.getUrl());
        TrendAction trend = job.getAction(TrendAction.class);
        JSONObject model = JSONObject.fromObject(
                trend.getConfigurableBuildTrendModel("{\"numberOfBuilds\":\"50\",\"buildAsDomain\":\"true\"}"));

        assertThat(page.querySelectorAll(".echarts-trend[tool=connleak]")).hasSize(1);
        assertThat(words(page.querySelector(".test-trend-caption"))).isEqualTo("<blink>Shop</blink>");
        assertThat(model.getJSONArray("domainAxisLabels").toString()).isEqualTo("[\"#1\",\"#2\"]");
        assertThat(model.getJSONArray("series")
                        .getJSONObject(0)
                        .getJSONArray("data")
                        .toString())
                .isEqualTo("[0,2]");
    }

    @Test
    void listsTheBuildsOnTheTrendsPage() throws Exception {
        HtmlPage page = page("reader", job.getUrl() + "connleak/");

        assertThat(page.querySelectorAll("table.jenkins-table tbody tr").stream()
                        .map(PagesTest::cells)
                        .map(row ->
                                row.replaceFirst("\\| [^|]* \\|", "| (time) |").replaceFirst("[0-9.]+$", "(seconds)")))
                .containsExactly(
                        "#2 | (time) | <blink>2</blink> | 5 | 2 | +2 | 2 | 0 | 2 | 0 | (seconds)",
                        "#1 | (time) |  | 1 | 0 |  | 0 | 0 | 0 | 0 | (seconds)");
    }

    @Test
    void hidesEverythingFromThoseWhoMayNotSeeTheJob() throws Exception {
        JenkinsRule.WebClient stranger = jenkins.createWebClient().withBasicCredentials("stranger");

        for (String address : new String[] {
            run.getUrl() + "connleak/",
            run.getUrl() + "connleak/api/json",
            run.getUrl() + "connleak/leak/" + idOfFirst() + "/",
            job.getUrl() + "connleak/"
        }) {
            assertThat(stranger.withThrowExceptionOnFailingStatusCode(false)
                            .getPage(new URL(jenkins.getURL(), address))
                            .getWebResponse()
                            .getStatusCode())
                    .as(address)
                    .isIn(403, 404);
        }
    }

    @Test
    void saysThatTheReportsFileIsLostAndKeepsTheTotals() throws Exception {
        WorkflowJob other = jenkins.createProject(WorkflowJob.class);
        other.setDefinition(pipeline(write("One.java", LeakySources.ONE_LEAK), "connleakScan()"));
        WorkflowRun lost = jenkins.buildAndAssertSuccess(other);
        Path report = lost.getRootDir().toPath().resolve("connleak-connleak.json");
        Files.delete(report);
        Run<?, ?> reloaded = reload(other);

        String text = words(page("reader", reloaded.getUrl() + "connleak/").getBody());

        assertThat(text)
                .contains("The report's file connleak-connleak.json in the build's folder is missing or damaged");
        assertThat(reloaded.getAction(ScanAction.class).getTotal()).isEqualTo(1);
    }

    private static Run<?, ?> reload(WorkflowJob other) throws Exception {
        other.doReload();
        return jenkins.jenkins
                .getItemByFullName(other.getFullName(), WorkflowJob.class)
                .getLastBuild();
    }

    private static String idOfFirst() {
        try {
            return rows("admin", "").get(0).getString("id");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The rows that the script of the report page would get. */
    private static List<JSONObject> rows(String user, String query) throws Exception {
        JSONArray rows = JSONObject.fromObject(jenkins.createWebClient()
                        .login(user)
                        .goTo(run.getUrl() + "connleak/page/rows" + query, "application/json")
                        .getWebResponse()
                        .getContentAsString())
                .getJSONArray("rows");
        return IntStream.range(0, rows.size()).mapToObj(rows::getJSONObject).toList();
    }

    private static String shown(JSONObject row) {
        return row.getString("rule") + " " + row.getString("variable") + " " + row.getString("file") + ":"
                + row.getInt("line") + " " + row.getString("method");
    }

    /** The page as that user sees it; no text of the scan may have become markup on it. */
    private static HtmlPage page(String user, String address) throws Exception {
        HtmlPage page = jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .login(user)
                .goTo(address);
        assertThat(page.querySelectorAll("blink")).isEmpty();
        return page;
    }

    private static String cells(DomNode row) {
        return row.querySelectorAll("td").stream().map(PagesTest::words).collect(Collectors.joining(" | "));
    }

    private static String words(DomNode node) {
        return node.getTextContent().replaceAll("\\s+", " ").trim();
    }
}
