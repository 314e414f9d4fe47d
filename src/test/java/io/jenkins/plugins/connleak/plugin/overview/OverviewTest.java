package io.jenkins.plugins.connleak.plugin.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.trends.TrendIndex;
import io.jenkins.plugins.connleak.plugin.trends.TrendPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    @TempDir
    private Path folder;

    @Test
    void showsTheWorstJobsFirstAndLoadsNoBuild() throws IOException {
        TestJob few = job("few", 1, 2);
        TestJob many = job("many", 9, 7);
        TestJob none = job("none");

        List<JobLeaks> rows = new WorstJobs(List.of(few, none, many)).rows();

        assertThat(rows)
                .extracting(row ->
                        row.getTrendUrl() + " " + row.getTotal() + " " + row.getChange() + " " + row.getReportUrl())
                .containsExactly(
                        "job/many/connleak/ 7 -2 job/many/2/connleak/", "job/few/connleak/ 2 +1 job/few/2/connleak/");
        verify(many, never()).getBuildByNumber(anyInt());
        verify(many, never()).getLastBuild();
    }

    @Test
    void hidesJobsThatMayNotBeRead() throws IOException {
        TestJob hidden = job("hidden", 5);
        when(hidden.hasPermission(Item.READ)).thenReturn(false);

        assertThat(new WorstJobs(List.of(hidden)).rows()).isEmpty();
        assertThat(new WorstJobs(List.of(hidden)).isAny()).isFalse();
    }

    @Test
    void looksIntoFolders() throws IOException {
        TestJob inner = job("inner", 5);
        Item group = mock(Item.class, withSettings().extraInterfaces(ItemGroup.class));
        when(((ItemGroup<?>) group).getAllItems(Job.class)).thenReturn(List.of(inner));

        assertThat(new WorstJobs(List.of(group)).rows())
                .extracting(JobLeaks::getTotal)
                .containsExactly(5);
        assertThat(new WorstJobs(List.of(group)).isAny()).isTrue();
    }

    @Test
    void showsAsManyJobsOnADashboardAsWantedAndTheTrendOfAll() throws IOException {
        TestJob few = job("few", 2);
        TestJob many = job("many", 9);
        put(many, "other", 1, 40);
        LeakPortlet portlet = new LeakPortlet("Leaks");
        portlet.setRows(1);
        portlet.setScanId("connleak");

        LeakPortlet.Content content = portlet.of(List.of(few, many));

        assertThat(content.getRows()).extracting(JobLeaks::getTotal).containsExactly(9);
        assertThat(content.getTrend().getDays()).hasSize(30);
        assertThat(content.getTrend().getMost()).isEqualTo(11);
    }

    @Test
    void readsPortletsOfDashboardsThatNameNoOptions() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        LeakPortlet read = (LeakPortlet) xstream.fromXML("<" + LeakPortlet.class.getName() + "/>");

        assertThat(List.of(read.getRows(), read.getDays(), read.getScanId())).isEqualTo(List.of(10, 30, ""));
        read.setRows(1_000_000);
        read.setDays(-1);
        assertThat(List.of(read.getRows(), read.getDays())).isEqualTo(List.of(100, 0));
    }

    @Test
    void showsTheScansOfAJobInAColumn() throws IOException {
        TestJob job = job("shop", 3);
        put(job, "other", 1, 4);
        LeakColumn column = new LeakColumn();

        assertThat(column.sum(column.resultsOf(job))).isEqualTo(7);
        column.setScanId("other");
        assertThat(column.resultsOf(job)).extracting(JobLeaks::getTotal).containsExactly(4);
        assertThat(column.sum(column.resultsOf(mock(Item.class)))).isEqualTo(-1);
    }

    @Test
    void tellsFiguresToMacros() {
        ScanAction action = mock(ScanAction.class);
        Comparison comparison = mock(Comparison.class);
        TestRun run = mock(TestRun.class);
        when(action.getId()).thenReturn("shop");
        when(action.getTotal()).thenReturn(12);
        when(action.getByCertainty()).thenReturn(Map.of("definite", 4));
        when(action.getComparison()).thenReturn(comparison);
        when(comparison.getAdded()).thenReturn(3);
        when(run.getActions(ScanAction.class)).thenReturn(List.of(action));
        LeakMacro macro = new LeakMacro();
        macro.id = "shop";

        assertThat(List.of(
                        figure(macro, run, "TOTAL"),
                        figure(macro, run, "NEW"),
                        figure(macro, run, "DEFINITE"),
                        figure(macro, run, "POSSIBLE")))
                .isEqualTo(List.of("12", "3", "4", "0"));
        macro.id = "other";
        assertThat(figure(macro, run, "TOTAL")).isEmpty();
        assertThat(macro.acceptsMacroName("CONNLEAK_NEW")).isTrue();
        assertThat(macro.acceptsMacroName("BUILD_NUMBER")).isFalse();
    }

    private static String figure(LeakMacro macro, TestRun run, String name) {
        return macro.evaluate(
                run, mock(hudson.FilePath.class), mock(hudson.model.TaskListener.class), "CONNLEAK_" + name);
    }

    private TestJob job(String name, int... totals) throws IOException {
        TestJob job = mock(TestJob.class);
        when(job.getRootDir()).thenReturn(folder.resolve(name).toFile());
        when(job.getUrl()).thenReturn("job/" + name + "/");
        when(job.hasPermission(Item.READ)).thenReturn(true);
        Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < totals.length; i++) {
            put(job, "connleak", i + 1, totals[i]);
        }
        return job;
    }

    private static void put(TestJob job, String id, int number, int total) throws IOException {
        TrendIndex.of(job.getRootDir().toPath(), id)
                .put(new TrendPoint(
                        number,
                        1_000L * number,
                        new TrendPoint.Label("Leaks", "1.0", "b"),
                        total,
                        new TrendPoint.Groups(Map.of(), Map.of("definite", total), Map.of(), Map.of()),
                        TrendPoint.Course.UNKNOWN));
    }
}
