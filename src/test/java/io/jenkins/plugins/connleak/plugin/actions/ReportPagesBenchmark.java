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
 * Time and memory of the report's pages on the server. It asserts nothing: run it with {@code -Dconnleak.bench=true}, the
 * second part with {@code -Xmx512m}, and read its lines.
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
        long cold = System.nanoTime();
        send(attached(other).rowsFile().rows(), "");
        System.out.printf(Locale.ROOT, "first page, index not yet read: %.1f ms%n", millis(cold));
        for (String view : VIEWS) {
            long[] times = new long[ROUNDS];
            int bytes = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                bytes = send(action.rowsFile().rows(), view);
                times[round] = System.nanoTime() - start;
            }
            print("page ?" + view + " (" + bytes / 1024 + " KiB)", times);
        }
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String id = action.rowsFile().rows().text(round * 3_000, Column.ID);
            long start = System.nanoTime();
            LeakPage page = Objects.requireNonNull(action.getLeak(id));
            page.near(RowQuery.of(name -> null));
            times[round] = System.nanoTime() - start;
        }
        print("page of one leak", times);
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
        long[] times = new long[BUILDS];
        for (int build = 0; build < BUILDS; build++) {
            long start = System.nanoTime();
            ScanAction action = actions.get(build);
            send(action.rowsFile().rows(), VIEWS.get(build % VIEWS.size()));
            Objects.requireNonNull(action.getLeak(action.rowsFile().rows().text(build, Column.ID)));
            times[build] = System.nanoTime() - start;
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        print(BUILDS + " builds of " + LEAKS_OF_A_BUILD + " leaks, each looked at", times);
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

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void print(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, worst %.1f ms%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
