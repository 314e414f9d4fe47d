package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
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

    private Path index() {
        return job.getRootDir().toPath().resolve("connleak").resolve("connleak.index");
    }

    private List<Integer> builds() throws Exception {
        return TrendIndex.of(job.getRootDir().toPath(), "connleak").read().points().stream()
                .map(point -> point.number())
                .toList();
    }
}
