package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipelineOn;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Label;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.ChartKind;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Logs of a running program on an agent, and what Jenkins shows and tells of them. */
@WithJenkins
class RuntimeEvidenceTest {
    private static final String LOG = """
            2026-11-21 00:03:16.129 WARN [shop-pool:housekeeper] - Connection leak detection triggered for c1 on thread t, stack trace follows
            java.lang.Exception: Apparent connection leak detected
              at com.zaxxer.hikari.HikariDataSource.getConnection(HikariDataSource.java:99)
              at com.example.Dao.touch(Dao.java:15)
            2026-11-21 00:03:17.129 WARN [shop-pool:housekeeper] - Connection leak detection triggered for c2 on thread t, stack trace follows
            java.lang.Exception: Apparent connection leak detected
              at com.zaxxer.hikari.HikariDataSource.getConnection(HikariDataSource.java:99)
              at com.example.Elsewhere.run(Elsewhere.java:4)
            2026-11-21 00:03:18.000 ERROR - shop-pool - Connection is not available, request timed out after 1000ms (total=2, active=2, idle=0, waiting=0)
            """;

    private static JenkinsRule jenkins;
    private static WorkflowJob job;
    private static WorkflowRun before;
    private static List<ChartKind> chartsBefore;
    private static WorkflowRun run;

    @BeforeAll
    static void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rule.createOnlineSlave(Label.get("far"));
        job = rule.createProject(WorkflowJob.class, "shop");
        job.setDefinition(pipelineOn("far", write("Dao.java", LeakySources.DAO), "connleakScan()"));
        before = rule.buildAndAssertSuccess(job);
        chartsBefore = trend().getCharts();
        job.setDefinition(pipelineOn(
                "far",
                write("Dao.java", LeakySources.DAO),
                write("logs/app.log", LOG),
                "def leaks = connleakScan(evidenceFiles: 'logs/*.log', trendChart: 'EVIDENCE')",
                "echo \"evidence: ${leaks.evidence}\""));
        run = rule.buildAndAssertSuccess(job);
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void tellsTheScriptAndTheLog() throws Exception {
        jenkins.assertLogContains(
                "evidence: [files:1, leaks:2, returned:0, exhaustions:1, confirmed:1, unmatched:1]", run);
        jenkins.assertLogContains(
                "run time, by 1 log: 1 leak confirmed, 1 place not found in the sources, 2 leaked connections,"
                        + " 1 request without a connection",
                run);
    }

    @Test
    void keepsTheCountsInTheBuildAndKnowsNoneOfBuildsWithout() {
        assertThat(run.getAction(ScanAction.class).getEvidence())
                .isEqualTo(Map.of(
                        "files", 1, "leaks", 2, "returned", 0, "exhaustions", 1, "confirmed", 1, "unmatched", 1));
        assertThat(before.getAction(ScanAction.class).getEvidence()).isEmpty();
    }

    @Test
    void marksTheLeakInTheTableAndFiltersByIt() throws Exception {
        JSONObject rows = confirmed();

        assertThat(rows.getInt("found")).isEqualTo(1);
        assertThat(rows.getJSONArray("rows").getJSONObject(0).getString("file")).isEqualTo("Dao.java");
        assertThat(rows.getJSONArray("rows").getJSONObject(0).getInt("line")).isEqualTo(15);
    }

    @Test
    void showsStacksOnThePageOfTheLeakAndTheRestOnThatOfTheReport() throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        HtmlPage report = client.goTo(run.getUrl() + "connleak/");
        assertThat(report.getWebResponse().getContentAsString())
                .contains(
                        "At run time: 1 place leaked that the sources do not show, 1 request got no connection",
                        "com.example.Elsewhere.run(Elsewhere.java:4)",
                        "seen at run time");
        String id = confirmed().getJSONArray("rows").getJSONObject(0).getString("id");
        assertThat(text(client, run.getUrl() + "connleak/leak/" + id + "/"))
                .contains(
                        "Run-time evidence",
                        "1 connection leaked here at run time:",
                        "pool shop-pool",
                        "<li>com.example.Dao.touch(Dao.java:15)</li>");
        assertThat(text(client, before.getUrl() + "connleak/")).doesNotContain("At run time:", "seen at run time");
    }

    @Test
    void tellsTheRemoteApi() throws Exception {
        JSONObject answer =
                jenkins.getJSON(run.getUrl() + "connleak/api/json?depth=2").getJSONObject();

        assertThat(answer.getJSONObject("evidence").getInt("leaks")).isEqualTo(2);
        assertThat(answer.getJSONArray("unmatched")
                        .getJSONObject(0)
                        .getJSONArray("frames")
                        .toString())
                .isEqualTo("[\"com.example.Elsewhere.run(Elsewhere.java:4)\"]");
        assertThat(answer.getJSONArray("exhaustions").getJSONObject(0).getInt("count"))
                .isEqualTo(1);
    }

    @Test
    void offersTheChartOnceThereIsSomethingToShow() {
        assertThat(chartsBefore).doesNotContain(ChartKind.EVIDENCE);
        assertThat(trend().getCharts()).contains(ChartKind.EVIDENCE);
        assertThat(trend().isTrendVisible()).isTrue();
        assertThat(trend().getChart()).isEqualTo("EVIDENCE");
        assertThat(trend().getConfigurableBuildTrendModel("{}"))
                .contains("Leaks seen at run time", "\"data\":[0,1]", "\"data\":[0,2]");
    }

    private static TrendAction trend() {
        return job.getAction(TrendAction.class);
    }

    private static JSONObject confirmed() throws Exception {
        return JSONObject.fromObject(
                text(jenkins.createWebClient(), run.getUrl() + "connleak/page/rows?evidence=seen"));
    }

    private static String text(JenkinsRule.WebClient client, String address) throws Exception {
        return client.goTo(address, null).getWebResponse().getContentAsString();
    }
}
