package io.jenkins.plugins.connleak.core.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 1_000).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8})
    void givesResultsInTheOrderOfTheItems(int threads) throws Exception {
        try (Workers workers = new Workers(threads)) {
            assertThat(workers.map(ITEMS, item -> -item))
                    .isEqualTo(ITEMS.stream().map(item -> -item).toList());
            assertThat(workers.mapParts(ITEMS, Function.identity())).isEqualTo(ITEMS);
            assertThat(workers.map(List.<Integer>of(), item -> item)).isEmpty();
            assertThat(workers.mapParts(List.<Integer>of(), Function.identity()))
                    .isEmpty();
        }
    }

    @Test
    void makesEachThreadAFunctionOfItsOwn() throws Exception {
        Set<Thread> makers = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch all = new CountDownLatch(2);
        try (Workers workers = new Workers(2)) {
            List<Thread> users = workers.map(ITEMS, () -> {
                makers.add(Thread.currentThread());
                all.countDown();
                return item -> {
                    awaitAll(all);
                    return Thread.currentThread();
                };
            });
            assertThat(makers).hasSize(2).containsAll(users);
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hasStacksForDeepRecursion() throws Exception {
        try (Workers workers = new Workers(1)) {
            assertThat(workers.map(List.of(200_000), WorkersTest::deep)).containsExactly(200_000);
        }
    }

    private static int deep(int levels) {
        return levels == 0 ? 0 : 1 + deep(levels - 1);
    }

    @Test
    void raisesWhatAThreadMeets() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.map(ITEMS, item -> {
                        throw new IllegalArgumentException("no " + item);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a thread of the scan failed")
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> workers.map(ITEMS, item -> {
                        throw new OutOfMemoryError("none");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void endsWhenTheCallerIsInterrupted() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> workers.map(ITEMS, item -> {
                        begun.add(item);
                        caller.interrupt();
                        awaitForever();
                        return item;
                    }))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(begun).containsExactly(0);
    }

    /** Until the thread is told to end. */
    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
