package io.jenkins.plugins.connleak.plugin.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.plugin.releases.BackgroundCache.Answer;
import io.jenkins.plugins.connleak.plugin.releases.BackgroundCache.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundCacheTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final TurnableClock clock = new TurnableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final BackgroundCache<String, Integer> cache = new BackgroundCache<>(waiting::add, clock);

    @Test
    void answersAtOnceAndKnowsLater() {
        assertThat(ask()).isEqualTo(new Answer<>(State.PENDING, null, "", START));

        work();

        assertThat(ask()).isEqualTo(new Answer<>(State.READY, 1, "", START));
        assertThat(waiting).isEmpty();
    }

    @Test
    void worksOnceForAllWhoAskTheSame() {
        ask();
        ask();
        ask();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void givesTheOldAnswerUntilTheNewOneIsThere() {
        ask();
        work();
        clock.turn(BackgroundCache.FRESH.plusSeconds(1));

        assertThat(ask()).isEqualTo(new Answer<>(State.READY, 1, "", START));
        work();

        assertThat(ask()).isEqualTo(new Answer<>(State.READY, 2, "", clock.instant()));
    }

    @Test
    void remembersFailuresForAShorterWhile() {
        BackgroundCache<String, Integer> failing = new BackgroundCache<>(waiting::add, clock);
        failing.ask("a", () -> failed("it is down"), Duration.ZERO);
        work();

        assertThat(failing.ask("a", () -> 7, Duration.ZERO))
                .isEqualTo(new Answer<>(State.FAILED, null, "it is down", START));
        clock.turn(BackgroundCache.FAILED.plusSeconds(1));
        failing.ask("a", () -> 7, Duration.ZERO);
        work();
        assertThat(failing.ask("a", () -> 8, Duration.ZERO).get()).isEqualTo(7);
    }

    @Test
    void saysThatItIsBusyWhereNobodyTakesTheWork() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        BackgroundCache<String, Integer> busy = new BackgroundCache<>(full, clock);

        assertThat(busy.ask("a", () -> 1, Duration.ZERO).state()).isEqualTo(State.BUSY);
    }

    @Test
    void waitsForAnAnswerNoLongerThanItIsTold() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Thread[] worker = new Thread[1];
        BackgroundCache<String, Integer> threaded = new BackgroundCache<>(
                task -> {
                    worker[0] = new Thread(task);
                    worker[0].start();
                },
                clock);

        Answer<Integer> answer = threaded.ask(
                "a",
                () -> {
                    never.await();
                    return 1;
                },
                Duration.ofMillis(5));

        assertThat(answer.state()).isEqualTo(State.PENDING);
        never.countDown();
        worker[0].join();
        assertThat(threaded.ask("a", () -> 2, Duration.ZERO).get()).isEqualTo(1);
    }

    @Test
    void waitsForAnAnswerThatComesInTime() {
        BackgroundCache<String, Integer> threaded = new BackgroundCache<>(task -> new Thread(task).start(), clock);

        assertThat(threaded.ask("a", () -> 1, Duration.ofMinutes(1)).get()).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        for (int index = 0; index <= BackgroundCache.MAX_ENTRIES; index++) {
            cache.ask("question " + index, asked::incrementAndGet, Duration.ZERO);
            work();
        }

        assertThat(cache.ask("question 0", asked::incrementAndGet, Duration.ZERO)
                        .state())
                .isEqualTo(State.PENDING);
        assertThat(cache.ask("question 200", asked::incrementAndGet, Duration.ZERO)
                        .state())
                .isEqualTo(State.READY);
    }

    @Test
    void asksAgainForWhatItWasToldToForget() {
        ask();
        work();

        cache.forget("question");

        assertThat(ask().state()).isEqualTo(State.PENDING);
        work();
        assertThat(ask().get()).isEqualTo(2);
    }

    private Answer<Integer> ask() {
        return cache.ask("question", asked::incrementAndGet, Duration.ZERO);
    }

    private void work() {
        waiting.remove().run();
    }

    private static int failed(String why) throws IOException {
        throw new IOException(why);
    }

    private static final class TurnableClock extends Clock {
        private Instant now = START;

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
