package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.Util;
import hudson.model.FreeStyleProject;
import hudson.model.Items;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class TrendTest {
    private static JenkinsRule jenkins;

    private WorkflowJob job;

    @BeforeAll
    static void startJenkins(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @BeforeEach
    void buildThrice() throws Exception {
        job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(pipeline(write("One.java", LeakySources.ONE_LEAK), "connleakScan()"));
        for (int i = 0; i < 3; i++) {
            jenkins.buildAndAssertSuccess(job);
        }
    }

    @Test
    void losesThePointOfADeletedBuild() throws Exception {
        assertThat(builds()).containsExactly(1, 2, 3);

        job.getBuildByNumber(2).delete();

        assertThat(builds()).containsExactly(1, 3);
        assertThat(job.getAction(TrendAction.class).getRows()).hasSize(2);
    }

    @Test
    void isMadeAgainByTheNextScanWhenItsIndexIsLost() throws Exception {
        Files.delete(index());
        assertThat(builds()).isEmpty();

        jenkins.buildAndAssertSuccess(job);

        await().untilAsserted(() -> assertThat(builds()).containsExactly(1, 2, 3, 4));
    }

    @Test
    void isMadeAgainByItsPageWhenItsIndexIsDamaged() throws Exception {
        Files.writeString(index(), Files.readString(index()).replaceFirst("(?m)^2\t.*$", "2\tnonsense"));
        assertThat(builds()).containsExactly(1, 3);

        jenkins.createWebClient().withJavaScriptEnabled(false).goTo(job.getUrl() + "connleak/");

        await().untilAsserted(() -> assertThat(builds()).containsExactly(1, 2, 3));
    }

    @Test
    void healsAlsoWhenABuildIsDeletedWhileItsIndexIsDamaged() throws Exception {
        Files.writeString(index(), Files.readString(index()).replaceFirst("(?m)^2\t.*$", "2\tnonsense"));

        job.getBuildByNumber(3).delete();
        jenkins.createWebClient().withJavaScriptEnabled(false).goTo(job.getUrl() + "connleak/");

        await().untilAsserted(() -> assertThat(builds()).containsExactly(1, 2));
    }

    @Test
    void isDrawnWithoutLoadingAnyOfFiveThousandBuilds() throws Exception {
        FreeStyleProject many = withBuilds(5_000);
        FreeStyleProject without = withBuilds(5_000);
        TrendIndex index = TrendIndex.of(many.getRootDir().toPath(), "connleak");
        ScanAction action = job.getBuildByNumber(1).getAction(ScanAction.class);
        index.mend(
                IntStream.rangeClosed(1, 5_000)
                        .mapToObj(number -> TrendPoint.of(number, action))
                        .toList(),
                number -> true);
        many = again(many);
        without = again(without);

        JSONObject model = model(many, "chart=RULES&builds=0&days=0&by=build");
        assertThat(model.getJSONArray("buildNumbers").size()).isEqualTo(5_000);
        assertThat(model(many, "by=release").getJSONArray("domainAxisLabels").size())
                .isEqualTo(1);
        // Jenkins itself asks the last successful build for actions whenever it looks for a page of a job
        jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .goTo(without.getUrl() + "connleak/model", null);
        assertThat(loaded(many)).isEqualTo(loaded(without)).isLessThan(2);

        // what the job's page and the trend's page ask; with a job that never failed, Jenkins' own permalinks load all
        int before = loaded(many);
        TrendAction trend = many.getAction(TrendAction.class);
        assertThat(trend.isTrendVisible()).isTrue();
        assertThat(trend.getConfigurableBuildTrendModel("{}")).contains("#5000");
        assertThat(trend.getRows()).hasSize(100);
        assertThat(loaded(many)).isEqualTo(before);
    }

    @Test
    void showsTheChartThatTheLastScanWants() throws Exception {
        assertThat(jobPage()).contains("echarts-trend");

        LeakySources.build(jenkins, job, write("One.java", LeakySources.ONE_LEAK), "connleakScan(trendChart: 'none')");
        assertThat(jobPage()).doesNotContain("echarts-trend");

        LeakySources.build(
                jenkins, job, write("One.java", LeakySources.ONE_LEAK), "connleakScan(trendChart: 'DURATION')");
        assertThat(jobPage()).contains("echarts-trend");
        assertThat(job.getAction(TrendAction.class).getChart()).isEqualTo("DURATION");
    }

    @Test
    void movesWithItsJob() throws Exception {
        MockFolder folder = jenkins.createFolder("moved" + job.getName());

        WorkflowJob moved = Items.move(job, folder);
        moved.renameTo("renamed");
        jenkins.buildAndAssertSuccess(moved);

        job = moved;
        assertThat(builds()).containsExactly(1, 2, 3, 4);
        WorkflowJob copy = (WorkflowJob) folder.copy(moved, "copy");
        assertThat(copy.getActions(TrendAction.class)).isEmpty();
    }

    @Test
    void losesBuildsThatWereTakenAwayByHand() throws Exception {
        Util.deleteRecursive(job.getBuildByNumber(3).getRootDir());

        jenkins.createWebClient().withJavaScriptEnabled(false).goTo(job.getUrl() + "connleak/");

        await().untilAsserted(() -> assertThat(builds()).containsExactly(1, 2));
    }

    private static JSONObject model(FreeStyleProject of, String query) throws Exception {
        return JSONObject.fromObject(jenkins.createWebClient()
                .goTo(of.getUrl() + "connleak/model?" + query, "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    private static String jobPageOf(WorkflowJob of) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(of.getUrl())
                .asXml();
    }

    private String jobPage() throws Exception {
        return jobPageOf(job);
    }

    private static FreeStyleProject withBuilds(int count) throws Exception {
        FreeStyleProject made = jenkins.createFreeStyleProject();
        Path first = jenkins.buildAndAssertSuccess(made).getRootDir().toPath();
        for (int number = 2; number <= count; number++) {
            Path build = first.resolveSibling(Integer.toString(number));
            Files.createDirectory(build);
            Files.copy(first.resolve("build.xml"), build.resolve("build.xml"));
        }
        made.updateNextBuildNumber(count + 1);
        return made;
    }

    /** The job as after a start of Jenkins: no build is loaded yet. */
    private static FreeStyleProject again(FreeStyleProject of) throws Exception {
        of.doReload();
        FreeStyleProject loaded = jenkins.jenkins.getItemByFullName(of.getFullName(), FreeStyleProject.class);
        assertThat(loaded(loaded)).isZero();
        return loaded;
    }

    private static int loaded(FreeStyleProject of) {
        return of._getRuns().getLoadedBuilds().size();
    }

    private Path index() {
        return job.getRootDir().toPath().resolve("connleak").resolve("connleak.index");
    }

    private List<Integer> builds() throws Exception {
        return TrendIndex.of(job.getRootDir().toPath(), "connleak").read().points().stream()
                .map(point -> point.number())
                .toList();
    }
}
