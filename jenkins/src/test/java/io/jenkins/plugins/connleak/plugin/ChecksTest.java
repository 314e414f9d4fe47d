package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;
import static io.jenkins.plugins.connleak.plugin.LeakySources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksAnnotation;
import io.jenkins.plugins.checks.api.ChecksAnnotation.ChecksAnnotationLevel;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksOutput;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ChecksTest {
    private static final List<ChecksDetails> PUBLISHED = new ArrayList<>();
    private static JenkinsRule jenkins;

    private WorkflowJob job;

    /** Takes the checks of jobs whose name says so, as the implementation of a platform does for its sources. */
    @TestExtension
    public static final class Platform extends ChecksPublisherFactory {
        @Override
        protected Optional<ChecksPublisher> createPublisher(Run<?, ?> run, TaskListener listener) {
            return run.getParent().getName().startsWith("elsewhere")
                    ? Optional.empty()
                    : Optional.of(new ChecksPublisher() {
                        @Override
                        public void publish(ChecksDetails details) {
                            if (run.getParent().getName().startsWith("failing")) {
                                throw new IllegalStateException("the platform is down");
                            }
                            PUBLISHED.add(details);
                        }
                    });
        }
    }

    @BeforeAll
    static void startJenkins(JenkinsRule rule) {
        jenkins = rule;
    }

    @AfterAll
    static void stopJenkins() throws Exception {
        jenkins.after();
    }

    @BeforeEach
    void forget() {
        PUBLISHED.clear();
    }

    @Test
    void publishesNewLeaksAtTheirLinesAndWhatTheGatesSay() throws Exception {
        job = jenkins.createProject(WorkflowJob.class, "shop");
        build(LeakySources.ONE_LEAK, "", Result.SUCCESS);
        PUBLISHED.clear();

        WorkflowRun run = build(LeakySources.DAO, "qualityGates: [[threshold: 1, type: 'NEW']]", Result.UNSTABLE);

        assertThat(PUBLISHED).hasSize(1);
        ChecksDetails check = PUBLISHED.get(0);
        assertThat(check.getName()).contains("Connection Leaks");
        assertThat(check.getStatus()).isEqualTo(ChecksStatus.COMPLETED);
        assertThat(check.getConclusion()).isEqualTo(ChecksConclusion.FAILURE);
        assertThat(check.getDetailsURL()).contains(jenkins.getURL() + run.getUrl() + "connleak/");
        ChecksOutput output = check.getOutput().orElseThrow();
        assertThat(output.getTitle()).contains("3 leaks, 2 new");
        assertThat(output.getSummary().orElseThrow())
                .startsWith("2 new, 0 fixed and 1 outstanding leaks against `shop #1`.")
                .contains("| New leaks | 2 | 1 | Unstable: stage and build are unstable |");
        assertThat(output.getChecksAnnotations())
                .extracting(
                        note -> note.getPath().orElseThrow(),
                        note -> note.getStartLine().orElseThrow(),
                        ChecksAnnotation::getAnnotationLevel)
                .containsExactly(
                        tuple("src/Dao.java", 10, ChecksAnnotationLevel.WARNING),
                        tuple("src/Dao.java", 15, ChecksAnnotationLevel.WARNING));
    }

    @Test
    void publishesNothingWhenToldSoOrWhenNobodyTakesIt() throws Exception {
        job = jenkins.createProject(WorkflowJob.class, "quiet");
        build(LeakySources.ONE_LEAK, "skipPublishingChecks: true", Result.SUCCESS);
        job = jenkins.createProject(WorkflowJob.class, "elsewhere");
        WorkflowRun run = build(LeakySources.ONE_LEAK, "", Result.SUCCESS);

        assertThat(PUBLISHED).isEmpty();
        assertThat(JenkinsRule.getLog(run)).doesNotContain("checks publisher", "the check was not");
    }

    @Test
    void survivesAPlatformThatFails() throws Exception {
        job = jenkins.createProject(WorkflowJob.class, "failing");

        WorkflowRun run = build(LeakySources.ONE_LEAK, "", Result.SUCCESS);

        assertThat(JenkinsRule.getLog(run))
                .contains("[connleak] WARNING: the check was not published; Jenkins' own log has the reason");
    }

    private WorkflowRun build(String source, String options, Result result) throws Exception {
        String file = source.equals(LeakySources.DAO) ? "src/Dao.java" : "src/One.java";
        job.setDefinition(pipeline(write(file, source), "connleakScan(" + options + ")"));
        return jenkins.buildAndAssertStatus(result, job);
    }
}
