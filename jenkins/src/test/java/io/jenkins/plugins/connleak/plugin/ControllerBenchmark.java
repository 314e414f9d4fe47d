package io.jenkins.plugins.connleak.plugin;

import static io.jenkins.plugins.connleak.plugin.LeakySources.pipeline;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * Time and memory of the plugin's part of a controller with a heap of 512 MB. It asserts nothing: run it with {@code
 * -Dconnleak.bench=true} and read its lines.
 */
@EnabledIfSystemProperty(named = "connleak.bench", matches = "true")
class ControllerBenchmark {
    private static final int LONG_HISTORY = 5_000;
    private static final int BUILDS = 500;
    private static final int CLASSES = 500;
    private static final int ROUNDS = 30;

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().javaOptions("-Xmx512m");

    @Test
    void drawsTheJobPageOfManyBuilds() throws Throwable {
        jenkins.startJenkins();
        System.out.println(jenkins.runRemotely(ControllerBenchmark::drawJobPages));
        jenkins.stopJenkins();
    }

    @Test
    void showsTheReportsOfManyBuilds() throws Throwable {
        jenkins.startJenkins();
        System.out.println(jenkins.runRemotely(ControllerBenchmark::showReports));
        jenkins.stopJenkins();
    }

    private static String drawJobPages(JenkinsRule rule) throws Exception {
        WorkflowJob scanned = rule.createProject(WorkflowJob.class, "scanned");
        scanned.setDefinition(pipeline(LeakySources.write("Dao.java", LeakySources.DAO), "connleakScan()"));
        ScanAction action = rule.buildAndAssertSuccess(scanned).getAction(ScanAction.class);
        FreeStyleProject many = withBuilds(rule, "many");
        TrendIndex.of(many.getRootDir().toPath(), "connleak")
                .mend(
                        IntStream.rangeClosed(1, LONG_HISTORY)
                                .mapToObj(number -> TrendPoint.of(number, action))
                                .toList(),
                        number -> true);
        FreeStyleProject without = withBuilds(rule, "without");
        many.doReload();
        without.doReload();
        FreeStyleProject reloaded = rule.jenkins.getItemByFullName("many", FreeStyleProject.class);
        StringBuilder lines = new StringBuilder("job of " + LONG_HISTORY + " builds\n");
        for (int round = 0; round < ROUNDS; round++) {
            // what costs any job's first page, such as loading classes, is no matter of many builds
            scanned.getAction(TrendAction.class).isTrendVisible();
        }
        lines.append(
                times("its actions and whether a chart is shown, index not yet read", 1, () -> isVisible(reloaded)));
        lines.append(times("the same, index in memory", ROUNDS, () -> isVisible(reloaded)));
        lines.append(times("numbers of the chart", ROUNDS, () -> reloaded.getAction(TrendAction.class)
                .getConfigurableBuildTrendModel("{}")));
        lines.append("builds loaded by it: ")
                .append(reloaded._getRuns().getLoadedBuilds().size())
                .append('\n');
        for (String name : List.of("without", "many", "without", "many")) {
            Job<?, ?> job = rule.jenkins.getItemByFullName(name, Job.class);
            lines.append(times("page of the job '" + name + "', over HTTP", ROUNDS, () -> get(rule, job.getUrl())));
        }
        return lines.toString();
    }

    private static boolean isVisible(Job<?, ?> job) {
        return job.getActions(TrendAction.class).get(0).isTrendVisible();
    }

    private static String showReports(JenkinsRule rule) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, "shop");
        LeakySources.writeMany(rule.jenkins.getWorkspaceFor(job), CLASSES);
        job.setDefinition(pipeline("connleakScan()"));
        ScanAction action = rule.buildAndAssertSuccess(job).getAction(ScanAction.class);
        Path first = job.getBuildByNumber(1).getRootDir().toPath();
        for (int number = 2; number <= BUILDS; number++) {
            Path copy = Files.createDirectory(first.resolveSibling(Integer.toString(number)));
            try (Stream<Path> files = Files.list(first)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.getFileName().toString().startsWith("connleak")) {
                        Files.createLink(copy.resolve(file.getFileName()), file);
                    } else {
                        Files.copy(file, copy.resolve(file.getFileName()));
                    }
                }
            }
        }
        job.updateNextBuildNumber(BUILDS + 1);
        job.doReload();
        String leak = action.getFindings().get(77).getFingerprint();
        int[] build = {1};
        StringBuilder lines = new StringBuilder(
                BUILDS + " builds of " + action.getTotal() + " leaks each, heap in use before: " + heap() + "\n");
        for (String page : List.of("", "page/rows?page=3", "page/rows?q=many77", "leak/" + leak + "/")) {
            build[0] = 1;
            lines.append(
                    times("connleak/" + page, BUILDS, () -> get(rule, "job/shop/" + build[0]++ + "/connleak/" + page)));
        }
        return lines.append("heap in use after it: " + heap() + "\n").toString();
    }

    private static FreeStyleProject withBuilds(JenkinsRule rule, String name) throws Exception {
        FreeStyleProject made = rule.createProject(FreeStyleProject.class, name);
        Path first = rule.buildAndAssertSuccess(made).getRootDir().toPath();
        for (int number = 2; number <= LONG_HISTORY; number++) {
            Path build = Files.createDirectory(first.resolveSibling(Integer.toString(number)));
            Files.copy(first.resolve("build.xml"), build.resolve("build.xml"));
        }
        made.updateNextBuildNumber(LONG_HISTORY + 1);
        return made;
    }

    private static int get(JenkinsRule rule, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(rule.getURL() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body().length();
    }

    private static String times(String what, int rounds, Callable<?> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] wall = new long[rounds];
        long[] processor = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long processorBefore = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            work.call();
            wall[round] = System.nanoTime() - start;
            processor[round] = threads.getCurrentThreadCpuTime() - processorBefore;
        }
        Arrays.sort(wall);
        Arrays.sort(processor);
        return String.format(
                Locale.ROOT,
                "%s: median %.1f ms, worst %.1f ms; of this thread's processor time %.1f and %.1f ms%n",
                what,
                wall[rounds / 2] / 1e6,
                wall[rounds - 1] / 1e6,
                processor[rounds / 2] / 1e6,
                processor[rounds - 1] / 1e6);
    }

    private static String heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024) + " MiB of "
                + runtime.maxMemory() / (1024 * 1024) + " MiB";
    }
}
