package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.View;
import hudson.plugins.view.dashboard.Dashboard;
import io.jenkins.plugins.connleak.plugin.overview.LeakPortlet;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DashboardTest {
    private static JenkinsRule jenkins;
    private static Dashboard dashboard;

    @BeforeAll
    static void buildAndShow(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Users.of(rule)
                .with("admin", Jenkins.ADMINISTER)
                .with("reader", Jenkins.READ, Item.READ, View.READ)
                .with("guest", Jenkins.READ, View.READ);
        build(rule, "little", LeakySources.ONE_LEAK);
        build(rule, "much", LeakySources.DAO);
        dashboard = new Dashboard("board");
        rule.jenkins.addView(dashboard);
        dashboard.setIncludeRegex(".*");
        LeakPortlet portlet = new LeakPortlet("<b>Leaks</b>");
        portlet.setRows(7);
        portlet.setDays(14);
        portlet.setScanId("connleak");
        dashboard.setTopPortlets(List.of(portlet));
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    private static void build(JenkinsRule rule, String name, String source) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, name);
        LeakySources.build(rule, job, write("src/One.java", source), "connleakScan()");
    }

    @Test
    void listsTheWorstJobsFirstAndDrawsTheDays() throws Exception {
        HtmlPage page = page("reader", "view/board/");

        assertThat(page.querySelectorAll(".connleak-portlet__table tbody tr"))
                .extracting(row -> row.getTextContent().trim())
                .hasSize(2)
                .satisfiesExactly(row -> assertThat(row).startsWith("muchConnection Leaks20#1"), row -> assertThat(row)
                        .startsWith("littleConnection Leaks10#1"));
        assertThat(page.querySelectorAll(".connleak-portlet__chart rect")).hasSize(14);
        assertThat(page.getAnchorByText("much").getHrefAttribute()).endsWith("/job/much/connleak/");
        assertThat(page.asXml()).doesNotContain("<b>Leaks</b>");
    }

    @Test
    void showsNothingOfJobsThatMayNotBeRead() throws Exception {
        HtmlPage page = page("guest", "view/board/");

        assertThat(page.getBody().getTextContent()).doesNotContain("much", "little");
        assertThat(page.querySelectorAll(".connleak-portlet__table")).isEmpty();
    }

    @Test
    void keepsItsOptionsOverTheFormOfTheView() throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().login("admin");

        jenkins.submit(client.goTo("view/board/configure").getFormByName("viewConfig"));

        assertThat(dashboard.getTopPortlets())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(LeakPortlet.class, kept -> assertThat(
                                List.of(kept.getName(), kept.getRows(), kept.getDays(), kept.getScanId()))
                        .isEqualTo(List.of("<b>Leaks</b>", 7, 14, "connleak")));
    }

    private static HtmlPage page(String user, String address) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .login(user)
                .goTo(address);
    }
}
