package io.jenkins.plugins.connleak.plugin.actions;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.TestJob;
import io.jenkins.plugins.connleak.plugin.TestRun;
import io.jenkins.plugins.connleak.plugin.rows.Column;
import io.jenkins.plugins.connleak.plugin.rows.RowFiles;
import io.jenkins.plugins.connleak.plugin.rows.RowQuery;
import io.jenkins.plugins.connleak.plugin.rows.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time and memory of the report's pages, without a server around them. It asserts nothing: {@code bench/pages} runs it with
 * a heap of 512 MB and prints its lines.
 */
@EnabledIfSystemProperty(named = "connleak.bench", matches = "true")
class ReportPagesBenchmark {
    private static final int LARGE = 100_000;
    private static final int BUILDS = 500;
    private static final int LEAKS_OF_A_BUILD = 10_000;
    private static final int ROUNDS = 30;
    private static final List<String> FILES =
            List.of("connleak-main.json", "connleak-main.rows", "connleak-main.sources.json");
    private static final List<String> VIEWS = List.of(
            "",
            "page=2000",
            "sort=message&order=down",
            "q=load77 stays",
            "q=in none of the texts",
            "rule=overwritten&certainty=definite&sort=method",
            "package=com.example.module7");

    @TempDir
    private Path folder;

    @Test
    void answersWithAPageOfALargeReport() throws IOException {
        ScanAction action = action(folder, LARGE);
        System.out.printf(
                Locale.ROOT,
                "report of %,d leaks: %,d KiB, index %,d KiB%n",
                LARGE,
                Files.size(folder.resolve("connleak-main.json")) / 1024,
                Files.size(folder.resolve("connleak-main.rows")) / 1024);
        Path other = Files.createDirectories(folder.resolve("other"));
        for (String file : FILES) {
            Files.createLink(other.resolve(file), folder.resolve(file));
        }
        Times cold = new Times(1);
        cold.take(() -> send(attached(other).rowsFile().rows(), ""));
        cold.print("first page, index not yet read");
        for (String view : VIEWS) {
            Times times = new Times(ROUNDS);
            for (int round = 0; round < ROUNDS; round++) {
                times.take(() -> send(action.rowsFile().rows(), view));
            }
            times.print("page ?" + view + " (" + send(action.rowsFile().rows(), view) / 1024 + " KiB)");
        }
        Times times = new Times(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            String id = action.rowsFile().rows().text(round * 3_000, Column.ID);
            times.take(() -> Objects.requireNonNull(action.getLeak(id)).near(RowQuery.of(name -> null)));
        }
        times.print("page of one leak");
    }

    @Test
    void looksAtManyBuilds() throws IOException {
        Path one = Files.createDirectories(folder.resolve("0"));
        action(one, LEAKS_OF_A_BUILD);
        List<ScanAction> actions = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            Path copy = Files.createDirectories(folder.resolve("build-" + build));
            for (String file : FILES) {
                Files.createLink(copy.resolve(file), one.resolve(file));
            }
            actions.add(attached(copy));
        }
        Times times = new Times(BUILDS);
        for (int build = 0; build < BUILDS; build++) {
            ScanAction action = actions.get(build);
            String view = VIEWS.get(build % VIEWS.size());
            int row = build;
            times.take(() -> {
                send(action.rowsFile().rows(), view);
                return Objects.requireNonNull(
                        action.getLeak(action.rowsFile().rows().text(row, Column.ID)));
            });
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        times.print(BUILDS + " builds of " + LEAKS_OF_A_BUILD + " leaks, each looked at");
        System.out.printf(
                Locale.ROOT,
                "heap in use after it: %,d KiB of %,d KiB%n",
                (runtime.totalMemory() - runtime.freeMemory()) / 1024,
                runtime.maxMemory() / 1024);
    }

    private static int send(Rows rows, String address) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (String part : address.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], pair.length < 2 ? "" : pair[1]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsJson.write(rows, RowQuery.of(parameters::get), out);
        return out.size();
    }

    private static ScanAction action(Path folder, int leaks) throws IOException {
        List<SourceExcerpt> excerpts = IntStream.range(0, leaks / 20)
                .mapToObj(file -> new SourceExcerpt(
                        RowFiles.leaks(1).get(0).place().file() + file,
                        1,
                        IntStream.range(0, 170).mapToObj(line -> "line " + line).toList()))
                .toList();
        new ReportStore(folder, "main")
                .write(new ScanOutcome(RowFiles.report(RowFiles.leaks(leaks)), excerpts), LeakHistory.UNKNOWN);
        ScanAction action = attached(folder);
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            RowsJson.write(action.rowsFile().rows(), RowQuery.of(name -> null), nowhere);
        }
        return attached(folder);
    }

    private static ScanAction attached(Path folder) {
        TestRun run = mock(TestRun.class);
        TestJob job = mock(TestJob.class);
        when(run.getRootDir()).thenReturn(folder.toFile());
        when(run.getParent()).thenReturn(job);
        ScanAction action = new ScanAction(
                new ScanFacts("main", "", new BuildTag("shop", "1", "1"), "flow", Instant.EPOCH, 1),
                new ScanTotals(RowFiles.report(List.of())));
        action.onAttached(run);
        return action;
    }

    /** Time on the wall and of the processor: on a machine that has much else to do, only the second tells what a page costs. */
    private static final class Times {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final long[] wall;
        private final long[] processor;
        private int taken;

        Times(int most) {
            wall = new long[most];
            processor = new long[most];
        }

        void take(Work work) throws IOException {
            long processorBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            work.run();
            wall[taken] = System.nanoTime() - before;
            processor[taken] = THREADS.getCurrentThreadCpuTime() - processorBefore;
            taken++;
        }

        void print(String what) {
            Arrays.sort(wall);
            Arrays.sort(processor);
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.1f ms, worst %.1f ms; of the processor %.1f and %.1f ms%n",
                    what,
                    wall[wall.length / 2] / 1e6,
                    wall[wall.length - 1] / 1e6,
                    processor[processor.length / 2] / 1e6,
                    processor[processor.length - 1] / 1e6);
        }
    }

    @FunctionalInterface
    private interface Work {
        Object run() throws IOException;
    }
}
