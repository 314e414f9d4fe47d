package io.jenkins.plugins.connleak.plugin.releases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions that take their time. Whoever asks gets what is known now, and never waits longer than he says;
 * the work is done in the background, once for all who ask the same, and kept for a while. An old answer is given until
 * the new one is there.
 */
final class BackgroundCache<K, V> {
    /** Answers that are kept; the one that was not asked for longest goes first. */
    static final int MAX_ENTRIES = 200;

    /** How long an answer is taken for true. */
    static final Duration FRESH = Duration.ofMinutes(1);

    /** How long a failure is taken for true. */
    static final Duration FAILED = Duration.ofSeconds(30);

    private static final Logger LOGGER = Logger.getLogger(BackgroundCache.class.getName());
    private static final float LOAD_FACTOR = 0.75f;

    /** What is known of an answer. */
    enum State {
        /** It is being worked on, and nothing is known yet. */
        PENDING,
        /** It is known. */
        READY,
        /** It could not be had; {@link Answer#trouble()} says why. */
        FAILED,
        /** Too much is being worked on; ask again later. */
        BUSY
    }

    /**
     * What is known.
     *
     * @param state what became of the question
     * @param value the answer, if {@code state} is READY
     * @param trouble why there is none, if {@code state} is FAILED
     * @param at when that was so
     */
    record Answer<V>(State state, @Nullable V value, String trouble, Instant at) {
        /** The answer of a READY one. */
        V get() {
            return Objects.requireNonNull(value, "there is no answer yet");
        }
    }

    private final Executor background;
    private final Clock clock;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    private static final class Entry<V> {
        private @Nullable Answer<V> last;
        private @Nullable CountDownLatch working;
    }

    BackgroundCache(Executor background, Clock clock) {
        this.background = background;
        this.clock = clock;
    }

    /** What is known of {@code question} within {@code patience}; {@code work} answers it where that is not known or old. */
    Answer<V> ask(K question, Callable<V> work, Duration patience) {
        Entry<V> entry;
        CountDownLatch working;
        synchronized (entries) {
            entry = entries.computeIfAbsent(question, key -> new Entry<>());
            if (entry.working == null && isOld(entry.last) && !begin(entry, work)) {
                return entry.last == null ? answer(State.BUSY, "") : entry.last;
            }
            working = entry.working;
        }
        if (working != null && !patience.isZero()) {
            await(working, patience);
        }
        synchronized (entries) {
            return entry.last == null ? answer(State.PENDING, "") : entry.last;
        }
    }

    /** Forgets the answer, because it is known to be old. */
    void forget(K question) {
        synchronized (entries) {
            entries.remove(question);
        }
    }

    private boolean begin(Entry<V> entry, Callable<V> work) {
        CountDownLatch done = new CountDownLatch(1);
        entry.working = done;
        try {
            background.execute(() -> {
                Answer<V> answer = work(work);
                synchronized (entries) {
                    entry.last = answer;
                    entry.working = null;
                }
                done.countDown();
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, e, () -> "Too many questions are being worked on");
            entry.working = null;
            return false;
        }
    }

    private Answer<V> work(Callable<V> work) {
        try {
            return new Answer<>(State.READY, work.call(), "", clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer(State.FAILED, "it was interrupted");
        } catch (Exception e) {
            LOGGER.log(Level.FINE, e, () -> "A question could not be answered");
            return answer(State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void await(CountDownLatch working, Duration patience) {
        try {
            if (!working.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.fine("An answer takes longer than it is waited for");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOld(@Nullable Answer<V> answer) {
        if (answer == null) {
            return true;
        }
        Duration fresh = answer.state() == State.READY ? FRESH : FAILED;
        return answer.at().plus(fresh).isBefore(clock.instant());
    }

    private Answer<V> answer(State state, String trouble) {
        return new Answer<>(state, null, trouble, clock.instant());
    }
}
