package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import jakarta.servlet.ServletRequest;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every address of the plugin, asked by everybody; what is not in {@link Addresses} fails. */
@WithJenkins
class EveryAddressTest {
    private static JenkinsRule jenkins;
    private static String leak;

    @BeforeAll
    static void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Users.of(rule)
                .with("admin", Jenkins.ADMINISTER)
                .with("reader", Jenkins.READ, Item.READ)
                .with("configurer", Jenkins.READ, Item.READ, Item.EXTENDED_READ, Item.CONFIGURE, Item.WORKSPACE)
                .with("outsider", Jenkins.READ);
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        job.setDefinition(
                pipeline(
                        write("src/Dao.java", LeakySources.DAO),
                        "connleakScan(release: '1', ignoreQualityGate: true, qualityGates: [[threshold: 1, type: 'TOTAL', criticality: 'UNSTABLE']])"));
        leak = rule.buildAndAssertStatus(Result.UNSTABLE, job)
                .getAction(ScanAction.class)
                .getFindings()
                .get(0)
                .getFingerprint();
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void answersEachUserAsTheListSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Address address : Addresses.all(leak)) {
            List<Integer> answers = new ArrayList<>();
            for (int user = 0; user < Address.USERS.size(); user++) {
                WebResponse answer = ask(Address.USERS.get(user), address.method(), address);
                answers.add(answer.getStatusCode());
                if (!address.secret().isEmpty()
                        && answer.getContentAsString().contains(address.secret()) != address.tells(user)) {
                    wrong.add(address.path() + " tells " + Address.USERS.get(user) + " '" + address.secret() + "': "
                            + !address.tells(user));
                }
            }
            if (!answers.equals(address.expected())) {
                wrong.add(address.method() + " " + address.path() + " answers " + answers + " and should "
                        + address.expected());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void takesNoOtherVerbForAWebMethod() throws Exception {
        List<String> taken = new ArrayList<>();
        for (Address address : Addresses.all(leak)) {
            if (address.members().stream().anyMatch(member -> member.matches(".*\\.do[A-Z].*"))) {
                HttpMethod other = address.method() == HttpMethod.GET ? HttpMethod.POST : HttpMethod.GET;
                int status = ask("admin", other, address).getStatusCode();
                if (status != 404 && status != 405) {
                    taken.add(other + " " + address.path() + ": " + status);
                }
            }
        }

        assertThat(taken).isEmpty();
    }

    @Test
    void showsNothingOfAJobToThoseWhoMayNotSeeIt() throws Exception {
        List<String> shown = new ArrayList<>();
        for (Address address : Addresses.all(leak)) {
            WebResponse answer = ask("outsider", address.method(), address);
            if (address.path().startsWith("job/") ? answer.getStatusCode() != 404 : isLeaky(answer)) {
                shown.add(address.path() + ": " + answer.getStatusCode());
            }
        }

        assertThat(shown).isEmpty();
    }

    @Test
    void listsAllThatTheWebCanReach() throws Exception {
        Set<String> listed = new TreeSet<>(Addresses.INCLUDED);
        Addresses.all(leak).forEach(address -> listed.addAll(address.members()));

        assertThat(WebSurface.all()).isEqualTo(listed);
    }

    private static boolean isLeaky(WebResponse answer) {
        return answer.getStatusCode() == 200 && answer.getContentAsString().contains("shop");
    }

    private static WebResponse ask(String user, HttpMethod method, Address address) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
            client.getOptions().setRedirectEnabled(false);
            client.setRefreshHandler(
                    (page, url, seconds) -> assertThat(url.getPath()).contains("login"));
            if (!user.equals("anonymous")) {
                client.withBasicCredentials(user);
            }
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), address.path()), method);
            if (method == HttpMethod.POST) {
                // as a header, because the body may be no form
                String crumb = jenkins.jenkins.getCrumbIssuer().getCrumb((ServletRequest) null);
                request.setAdditionalHeader(jenkins.jenkins.getCrumbIssuer().getCrumbRequestField(), crumb);
                request.setAdditionalHeader("Crumb", crumb);
                if (!address.type().isEmpty()) {
                    request.setAdditionalHeader("Content-Type", address.type());
                    request.setRequestBody(address.body());
                }
            }
            Page page = client.getPage(request);
            return page.getWebResponse();
        }
    }
}
