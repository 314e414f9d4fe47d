package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipelineOn;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.Functions;
import hudson.model.Label;
import io.jenkins.plugins.connleak.plugin.actions.ExportedFinding;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class BlameTest {
    private static final String COMMIT = "sh '''git init -q . && git add src && git -c user.name=\"Anna & <i>Co\""
            + " -c user.email=anna@example.org commit -q -m one --date=2024-03-04T10:00:00+0000'''\n";

    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) throws Exception {
        jenkins = rule;
        assumeFalse(Functions.isWindows(), "the Pipelines use sh");
        rule.createOnlineSlave(Label.get("remote"));
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void tellsWhoWroteTheLineOnTheAgentThatHasTheSources() throws Exception {
        WorkflowRun run = build("known", write("src/One.java", LeakySources.ONE_LEAK) + COMMIT, "blame: true");

        assertThat(JenkinsRule.getLog(run)).contains("[connleak] git names the author of 1 leak of 1 leak in ");
        ExportedFinding leak = run.getAction(ScanAction.class).getFindings().get(0);
        assertThat(leak.getAuthor()).isEqualTo("Anna & iCo");
        assertThat(leak.getAuthored()).isEqualTo("2024-03-04T10:00:00Z");
        JSONObject row = rows(run).getJSONArray("rows").getJSONObject(0);
        assertThat(row.getString("author")).isEqualTo("Anna & iCo");
        assertThat(row.getString("commit")).isEqualTo(leak.getCommit());
        HtmlPage page = jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(run.getUrl() + "connleak/leak/" + row.getString("id") + "/");
        assertThat(page.getBody().getTextContent())
                .contains("The line of the acquisition is by Anna & iCo, Mar 4, 2024, commit "
                        + String.valueOf(leak.getCommit()).substring(0, 10) + ".")
                .doesNotContain("anna@example.org");
    }

    @Test
    void keepsWhatTheBuildBeforeKnewOfTheSameLeak() throws Exception {
        WorkflowRun first = build("kept", write("src/One.java", LeakySources.ONE_LEAK) + COMMIT, "blame: true");
        WorkflowJob job = first.getParent();
        job.setDefinition(pipelineOn("remote", "sh 'rm -rf .git'", "connleakScan(blame: true)"));

        WorkflowRun second = jenkins.buildAndAssertSuccess(job);

        assertThat(second.getAction(ScanAction.class).getFindings().get(0).getCommit())
                .isNotNull()
                .isEqualTo(
                        first.getAction(ScanAction.class).getFindings().get(0).getCommit());
    }

    @Test
    void asksNobodyUnlessTold() throws Exception {
        WorkflowRun run = build("untold", write("src/One.java", LeakySources.ONE_LEAK) + COMMIT, "");

        assertThat(JenkinsRule.getLog(run)).doesNotContain("git names");
        assertThat(run.getAction(ScanAction.class).getFindings().get(0).getAuthor())
                .isNull();
        assertThat(rows(run).getBoolean("blamed")).isFalse();
    }

    @Test
    void scansAsEverWhereThereIsNoCheckout() throws Exception {
        WorkflowRun run = build("bare", write("src/One.java", LeakySources.ONE_LEAK), "blame: true");

        assertThat(JenkinsRule.getLog(run))
                .contains("git names the author of 0 leaks of 1 leak in ", "; git knows none of the files");
        assertThat(List.of(run.getAction(ScanAction.class).getTotal())).containsExactly(1);
    }

    private static JSONObject rows(WorkflowRun run) throws Exception {
        return JSONObject.fromObject(jenkins.createWebClient()
                .goTo(run.getUrl() + "connleak/page/rows", "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    private static WorkflowRun build(String name, String before, String options) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(pipelineOn("remote", before, "connleakScan(" + options + ")"));
        return jenkins.buildAndAssertSuccess(job);
    }
}
