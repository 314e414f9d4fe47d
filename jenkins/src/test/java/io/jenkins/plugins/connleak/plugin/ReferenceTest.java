package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.connleak.plugin.actions.FirstSeen;
import io.jenkins.plugins.connleak.plugin.actions.ReferenceState;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.reference.QualityGate;
import io.jenkins.plugins.connleak.plugin.steps.ScanRecorder;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ReferenceTest {
    private static final String CLEAN = write("src/Dao.java", LeakySources.CLEAN);
    private static final String LEAKY = write("src/Dao.java", LeakySources.DAO);
    private static final String GATE = "connleakScan(qualityGates: [[threshold: 1, type: 'NEW']])";

    private static JenkinsRule jenkins;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) {
        jenkins = rule;
        Users.of(rule)
                .with("admin", Jenkins.ADMINISTER)
                .with("reader", Jenkins.READ, Item.READ)
                .with("configurer", Jenkins.READ, Item.READ, Item.CONFIGURE)
                .with("stranger", Jenkins.READ);
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @Test
    void keepsLeaksNewUntilTheyAreMendedOrTheReferenceIsReset() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        WorkflowRun first = build(job, Result.SUCCESS, CLEAN, GATE);
        WorkflowRun second = build(job, Result.UNSTABLE, LEAKY, GATE);
        WorkflowRun third = build(job, Result.UNSTABLE, LEAKY, GATE);

        jenkins.assertLogContains("[connleak] no reference: no build before has this scan; nothing is new", first);
        jenkins.assertLogContains("[connleak] quality gate passed: new leaks: 0, limit 1", first);
        jenkins.assertLogContains("[connleak] 2 new, 0 fixed, 0 outstanding against #1", second);
        jenkins.assertLogContains("[connleak] quality gate tripped (UNSTABLE): new leaks: 2, limit 1", second);
        jenkins.assertLogContains("[connleak] 2 new, 0 fixed, 0 outstanding against #1", third);
        assertThat(action(third).getHistory().firstSeen()).containsExactly(new FirstSeen("", 2), new FirstSeen("", 2));
        assertThat(marks(second)).containsExactly("UNSTABLE Connection leaks: new leaks: 2, limit 1");
        assertThat(marks(first)).isEmpty();

        assertThat(reset(third, "reader", HttpMethod.POST)).isEqualTo(403);
        assertThat(reset(third, "configurer", HttpMethod.GET)).isEqualTo(404);
        assertThat(action(third).isReferenceReset()).isFalse();
        assertThat(reset(third, "configurer", HttpMethod.POST)).isEqualTo(200);
        WorkflowRun fourth = build(job, Result.SUCCESS, LEAKY, GATE);
        jenkins.assertLogContains("[connleak] 0 new, 0 fixed, 2 outstanding against #3", fourth);

        WorkflowRun fifth = build(job, Result.SUCCESS, CLEAN, GATE);
        jenkins.assertLogContains("[connleak] 0 new, 2 fixed, 0 outstanding against #4", fifth);
        assertThat(action(fifth).getHistory().fixed()).hasSize(2);
    }

    @Test
    void returnsTheComparisonToASandboxedScript() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        build(job, Result.SUCCESS, CLEAN, "connleakScan()");

        WorkflowRun run = build(
                job,
                Result.SUCCESS,
                LEAKY,
                "def l = connleakScan(definiteWeight: 30, qualityGates: [[threshold: 1, type: 'RULE',"
                        + " rule: 'never-closed', criticality: 'NOTE']])",
                "echo \"back: ${l.new} ${l.fixed} ${l.outstanding} ${l.reference.found} ${l.reference.build}"
                        + " ${l.passed} ${l.health} ${l.gates[0].type} ${l.gates[0].rule} ${l.gates[0].figure}"
                        + " ${l.gates[0].tripped}\"");

        jenkins.assertLogContains("back: 2 0 0 true 1 true 40 RULE never-closed 1 true", run);
        assertThat(run.getParent().getBuildHealth().getScore()).isEqualTo(40);
    }

    @Test
    void punishesByCriticality() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);

        assertThat(marks(build(job, Result.UNSTABLE, LEAKY, gate("ERROR"))))
                .singleElement()
                .asString()
                .startsWith("FAILURE");
        assertThat(marks(build(job, Result.FAILURE, LEAKY, gate("FAILURE"), "echo 'goes on'")))
                .singleElement()
                .asString()
                .startsWith("FAILURE");
        jenkins.assertLogContains("goes on", job.getLastBuild());
        assertThat(marks(build(job, Result.SUCCESS, LEAKY, gate("NOTE")))).isEmpty();
        WorkflowRun wrong = build(job, Result.FAILURE, LEAKY, gate("BAD"));
        jenkins.assertLogContains(
                "qualityGates: there is no criticality 'BAD'. It is one of NOTE, UNSTABLE, ERROR and FAILURE.", wrong);
    }

    @Test
    void makesNoResultBetter() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);

        WorkflowRun run = build(
                job,
                Result.FAILURE,
                LEAKY,
                "catchError { error 'before' }",
                "connleakScan(qualityGates: [[threshold: 1, type: 'TOTAL', criticality: 'UNSTABLE']])");

        assertThat(action(run).isPassed()).isFalse();
    }

    @Test
    void callsNothingNewWhenTheReferenceWasDeleted() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        build(job, Result.SUCCESS, CLEAN, "connleakScan()").delete();

        WorkflowRun run = build(
                job,
                Result.SUCCESS,
                LEAKY,
                "connleakScan(referenceBuild: '1', qualityGates: [[threshold: 1, type: 'NEW']])");

        jenkins.assertLogContains("[connleak] no reference: there is no such build; nothing is new", run);
        assertThat(action(run).getComparison().getState()).isEqualTo(ReferenceState.NO_BUILD);
        assertThat(action(run).getComparison().getTrouble()).contains("it may have been deleted");
    }

    @Test
    void comparesAPullRequestWithItsTargetBranch() throws Exception {
        MockFolder project = jenkins.createFolder("multi");
        WorkflowJob main = project.createProject(WorkflowJob.class, "main");
        WorkflowJob change = project.createProject(WorkflowJob.class, "PR-1");
        build(main, Result.SUCCESS, write("One.java", LeakySources.ONE_LEAK), "connleakScan()");

        String scan = "withEnv(['CHANGE_TARGET=main']) { connleakScan() }";
        WorkflowRun first = build(change, Result.SUCCESS, write("One.java", LeakySources.ONE_LEAK), LEAKY, scan);
        WorkflowRun second = build(change, Result.SUCCESS, write("One.java", LeakySources.ONE_LEAK), LEAKY, scan);

        jenkins.assertLogContains("[connleak] 2 new, 0 fixed, 1 outstanding against multi/main #1", first);
        jenkins.assertLogContains("[connleak] 2 new, 0 fixed, 1 outstanding against multi/main #1", second);
        assertThat(action(second).getHistory().firstSeen())
                .containsExactly(new FirstSeen("multi/main", 1), new FirstSeen("", 1), new FirstSeen("", 1));
    }

    @Test
    void keepsTheScansOfParallelBranchesApart() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        String scan = "parallel(a: { connleakScan(id: 'a', includes: 'a/**') }, b: { catchError(stageResult:"
                + " 'FAILURE') { connleakScan(id: 'b', includes: 'b/**'); error 'after' } })";
        build(
                job,
                Result.FAILURE,
                write("a/One.java", LeakySources.ONE_LEAK),
                write("b/Clean.java", LeakySources.CLEAN),
                scan);

        WorkflowRun run = build(
                job,
                Result.FAILURE,
                write("a/One.java", LeakySources.ONE_LEAK),
                write("b/One.java", LeakySources.ONE_LEAK),
                scan.replace("connleakScan(", "connleakScan(ignoreFailedBuilds: false, "));

        assertThat(run.getActions(ScanAction.class))
                .extracting(
                        action -> action.getId() + " " + action.getComparison().getAdded() + " "
                                + action.getComparison().getOutstanding())
                .containsExactlyInAnyOrder("a 0 1", "b 1 0");
    }

    @Test
    void comparesAFreestyleBuildWithAnotherJob() throws Exception {
        WorkflowJob main = jenkins.createProject(WorkflowJob.class, "trunk");
        build(main, Result.SUCCESS, write("One.java", LeakySources.ONE_LEAK), "connleakScan()");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new LeakySources.Writer("Clean.java", LeakySources.CLEAN));
        ScanRecorder recorder = new ScanRecorder();
        recorder.setReferenceJob("trunk");
        recorder.setQualityGates(List.of(new QualityGate(1, "NEW")));
        job.getPublishersList().add(recorder);

        Run<?, ?> run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("[connleak] 0 new, 1 fixed, 0 outstanding against trunk #1", run);
        recorder.setReferenceJob("nowhere");
        jenkins.assertLogContains(
                "[connleak] no reference: there is no such job, or it may not be seen",
                jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void tellsComparisonAndGatesToTheRemoteApi() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        build(job, Result.SUCCESS, CLEAN, GATE);
        WorkflowRun run = build(job, Result.UNSTABLE, LEAKY, GATE);

        JSONObject all = api(run, "");
        JSONObject some = api(
                run,
                "?tree=total,comparison[new,fixed,outstanding,build],gates[type,figure,tripped],findings[line,path[kind]]");

        assertThat(all.getBoolean("passed")).isFalse();
        assertThat(all.getJSONArray("findings").getJSONObject(0).has("message")).isTrue();
        assertThat(some.toString())
                .isEqualTo("{\"_class\":\"io.jenkins.plugins.connleak.plugin.actions.ScanAction\",\"comparison\":{"
                        + "\"build\":1,\"fixed\":0,\"new\":2,\"outstanding\":0},\"findings\":[{\"line\":10,\"path\":["
                        + paths(some, 0) + "]},{\"line\":15,\"path\":[" + paths(some, 1)
                        + "]}],\"gates\":[{\"figure\":2,\"tripped\":true,\"type\":\"NEW\"}],\"total\":2}");
        assertThat(page(run, "api/xml?xpath=/*/gate/figure")).isEqualTo("<figure>2</figure>");
    }

    @Test
    void showsEachAddressToThoseWhoMayReadAndNothingToOthers() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        WorkflowRun run = build(job, Result.SUCCESS, LEAKY, "connleakScan()");
        for (String address : List.of(
                job.getUrl() + "connleak/",
                job.getUrl() + "connleak/model",
                run.getUrl() + "connleak/",
                run.getUrl() + "connleak/api/json")) {
            assertThat(status("reader", HttpMethod.GET, address)).as(address).isEqualTo(200);
            assertThat(status("configurer", HttpMethod.GET, address))
                    .as(address)
                    .isEqualTo(200);
            assertThat(status("stranger", HttpMethod.GET, address)).as(address).isEqualTo(404);
        }
        assertThat(status("stranger", HttpMethod.POST, run.getUrl() + "connleak/resetReference"))
                .isEqualTo(404);
        String form = job.getUrl() + "descriptorByName/" + QualityGate.class.getName() + "/fillTypeItems";
        assertThat(answer("configurer", HttpMethod.POST, form)).contains("NEW_DEFINITE");
        assertThat(answer("reader", HttpMethod.POST, form)).contains("\"values\":[]");
        String overview = "view/all/connleak-overview/";
        assertThat(answer("reader", HttpMethod.GET, overview)).contains(job.getUrl() + "connleak/");
        assertThat(status("stranger", HttpMethod.GET, overview)).isEqualTo(404);
    }

    private static int status(String user, HttpMethod method, String address) throws Exception {
        return load(user, method, address).getStatusCode();
    }

    private static String answer(String user, HttpMethod method, String address) throws Exception {
        return load(user, method, address).getContentAsString();
    }

    private static WebResponse load(String user, HttpMethod method, String address) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient()
                .login(user)
                .withThrowExceptionOnFailingStatusCode(false)
                .withJavaScriptEnabled(false);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), address), method);
        client.addCrumb(request);
        return client.getPage(request).getWebResponse();
    }

    private static String paths(JSONObject answer, int leak) {
        String path = answer.getJSONArray("findings")
                .getJSONObject(leak)
                .getJSONArray("path")
                .toString();
        assertThat(path).startsWith("[{\"kind\":\"acquired\"}");
        return path.substring(1, path.length() - 1);
    }

    private static String gate(String criticality) {
        return "connleakScan(qualityGates: [[threshold: 1, type: 'TOTAL', criticality: '" + criticality + "']])";
    }

    private static WorkflowRun build(WorkflowJob job, Result expected, String... statements) throws Exception {
        job.setDefinition(pipeline(statements));
        return jenkins.buildAndAssertStatus(expected, job);
    }

    private static ScanAction action(Run<?, ?> run) {
        return run.getAction(ScanAction.class);
    }

    private static List<String> marks(WorkflowRun run) {
        List<String> marks = new ArrayList<>();
        for (FlowNode node : new DepthFirstScanner().allNodes(run.getExecution())) {
            WarningAction mark = node.getPersistentAction(WarningAction.class);
            if (mark != null) {
                marks.add(mark.getResult() + " " + mark.getMessage());
            }
        }
        return marks;
    }

    private static int reset(Run<?, ?> run, String user, HttpMethod method) throws Exception {
        return status(user, method, run.getUrl() + "connleak/resetReference");
    }

    private static JSONObject api(Run<?, ?> run, String query) throws Exception {
        return JSONObject.fromObject(page(run, "api/json" + query));
    }

    private static String page(Run<?, ?> run, String address) throws Exception {
        return jenkins.createWebClient()
                .login("reader")
                .goTo(run.getUrl() + "connleak/" + address, null)
                .getWebResponse()
                .getContentAsString();
    }
}
