package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the server gives the script of the report page: pages, filters, bounds, downloads, and to whom. */
@WithJenkins
class ReportRowsTest {
    private static JenkinsRule jenkins;
    private static WorkflowRun run;
    private static WorkflowRun mended;

    @BeforeAll
    static void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Users.of(rule)
                .with("reader", Jenkins.READ, Item.READ)
                .with("developer", Jenkins.READ, Item.READ, Item.WORKSPACE);
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        LeakySources.build(rule, job, write("src/One.java", LeakySources.ONE_LEAK), "connleakScan()");
        run = LeakySources.build(
                rule, job, write("src/Dao.java", LeakySources.DAO), "connleakScan(excludes: 'src/One.java')");
        mended = LeakySources.build(
                rule, job, write("src/Dao.java", LeakySources.CLEAN), "connleakScan(excludes: 'src/One.java')");
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void givesAPageOfRowsAndTheNumberOfAll() throws Exception {
        JSONObject first = rows("?size=1");
        JSONObject second = rows("?size=1&page=2");

        assertThat(List.of(first.getInt("inTab"), first.getInt("found"), first.getInt("pages")))
                .containsExactly(2, 2, 2);
        assertThat(first.getJSONArray("rows").size()).isEqualTo(1);
        assertThat(rule(first, 0)).isEqualTo("never-closed");
        assertThat(rule(second, 0)).isEqualTo("not-closed-on-exception");
        assertThat(rows("?size=1&page=99").toString()).isEqualTo(second.toString());
    }

    @Test
    void sortsAndFiltersAllRows() throws Exception {
        assertThat(rule(rows("?sort=rule&order=down"), 0)).isEqualTo("not-closed-on-exception");
        assertThat(rows("?rule=never-closed").getInt("found")).isEqualTo(1);
        assertThat(rows("?q=NOTHING-HAS-THIS").getInt("found")).isZero();
        assertThat(rows("?rule=never-closed")
                        .getJSONObject("facets")
                        .getJSONArray("rule")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void tellsNewOutstandingAndFixedLeaks() throws Exception {
        assertThat(rule(rows("?tab=new"), 0)).isEqualTo("not-closed-on-exception");
        assertThat(rows("?tab=new").getInt("found")).isEqualTo(1);
        assertThat(rule(rows("?tab=outstanding"), 0)).isEqualTo("never-closed");
        JSONObject fixed = JSONObject.fromObject(
                get("reader", mended, "page/rows?tab=fixed").getContentAsString());
        assertThat(fixed.getInt("found")).isEqualTo(2);
        assertThat(fixed.getJSONArray("rows").getJSONObject(0).getString("file"))
                .isEqualTo("src/Dao.java");
    }

    @Test
    void staysWithinItsBoundsWhateverIsAsked() throws Exception {
        for (String odd : List.of(
                "?page=-1",
                "?page=99999999999999",
                "?size=100000000",
                "?sort=../../x",
                "?tab=%00",
                "?file=../../etc/passwd")) {
            WebResponse answer = get("reader", "page/rows" + odd);
            assertThat(answer.getStatusCode()).as(odd).isEqualTo(200);
            assertThat(answer.getContentAsString()).as(odd).doesNotContain("root:");
        }
    }

    @Test
    void groupsLeaks() throws Exception {
        JSONObject groups =
                JSONObject.fromObject(get("reader", "page/groups?by=file").getContentAsString());

        assertThat(groups.getJSONArray("groups").toString())
                .isEqualTo("[{\"text\":\"src/Dao.java\",\"count\":2,\"definite\":2,\"added\":1}]");
    }

    @Test
    void givesTheRowsThatFitAsCsvAndTheReportAsSarifAndJson() throws Exception {
        WebResponse csv = get("reader", "page/csv?rule=never-closed");
        WebResponse sarif = get("developer", "page/sarif");
        WebResponse report = get("developer", "page/report");

        assertThat(csv.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"connleak-" + run.getNumber() + ".csv\"");
        assertThat(csv.getContentAsString().lines()).hasSize(2);
        assertThat(JSONObject.fromObject(sarif.getContentAsString()).getString("version"))
                .isEqualTo("2.1.0");
        assertThat(JSONObject.fromObject(report.getContentAsString())
                        .getJSONArray("findings")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void answersNobodyWhoMayNotSeeTheJobAndNoPost() throws Exception {
        for (String page : List.of("page/rows", "page/groups", "page/csv", "page/sarif", "page/report")) {
            assertThat(get("stranger", page).getStatusCode()).as(page).isIn(403, 404);
            assertThat(jenkins.createWebClient()
                            .login("reader")
                            .withThrowExceptionOnFailingStatusCode(false)
                            .getPage(new WebRequest(address(run, page), HttpMethod.POST))
                            .getWebResponse()
                            .getStatusCode())
                    .as("POST " + page)
                    .isIn(403, 404, 405);
        }
    }

    @Test
    void keepsWhatMayHoldSourceFromThoseWhoMayNotSeeTheWorkspace() throws Exception {
        assertThat(get("reader", "page/sarif").getStatusCode()).isEqualTo(403);
        assertThat(get("reader", "page/report").getStatusCode()).isEqualTo(403);
        assertThat(get("reader", "").getContentAsString()).doesNotContain("page/sarif");
        assertThat(get("developer", "").getContentAsString()).contains("page/sarif");
    }

    @Test
    void makesALostIndexAgain() throws Exception {
        Path index = run.getRootDir().toPath().resolve("connleak-connleak.rows");
        Path report = run.getRootDir().toPath().resolve("connleak-connleak.json");
        assertThat(Files.exists(index)).isTrue();
        Files.delete(index);
        Files.setLastModifiedTime(report, FileTime.fromMillis(1_000));

        assertThat(rows("").getInt("found")).isEqualTo(2);
        assertThat(Files.exists(index)).isTrue();
    }

    private static String rule(JSONObject page, int row) {
        return page.getJSONArray("rows").getJSONObject(row).getString("rule");
    }

    private static JSONObject rows(String query) throws Exception {
        WebResponse answer = get("reader", "page/rows" + query);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        return JSONObject.fromObject(answer.getContentAsString());
    }

    private static WebResponse get(String user, String page) throws Exception {
        return get(user, run, page);
    }

    private static WebResponse get(String user, WorkflowRun of, String page) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .withBasicCredentials(user)
                .withThrowExceptionOnFailingStatusCode(false)
                .getPage(address(of, page))
                .getWebResponse();
    }

    private static URL address(WorkflowRun of, String page) throws Exception {
        return new URL(jenkins.getURL(), of.getUrl() + "connleak/" + page);
    }
}
