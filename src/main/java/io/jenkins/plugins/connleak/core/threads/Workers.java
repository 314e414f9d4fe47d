package io.jenkins.plugins.connleak.core.threads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads with a stack deep enough for strange sources, which share the items of lists. Results come
 * in the order of the items, whichever thread made them. Interrupting the caller ends the work: each thread stops after
 * what it has in hand. An error that one of them meets is the caller's.
 */
public final class Workers implements AutoCloseable {
    /** Enough for 10,000 nested expressions in parser and analysis; only what is used becomes real memory. */
    private static final long STACK_BYTES = 64L * 1024 * 1024;
    /** Items that are handed out at once where each takes next to no time. */
    private static final int CHUNK = 256;

    private final int threads;
    private final ExecutorService pool;

    /** At least one thread. */
    public Workers(int threads) {
        this.threads = Math.max(1, threads);
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(this.threads, task -> {
            Thread thread = new Thread(null, task, "connleak-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Applies a function, which never gives null, to every item. */
    public <I, O> List<O> map(List<I> items, Function<I, O> function) throws InterruptedException {
        return map(items, () -> function);
    }

    /** The same; {@code perThread} makes each thread a function of its own. */
    public <I, O> List<O> map(List<I> items, Supplier<Function<I, O>> perThread) throws InterruptedException {
        List<@Nullable O> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, items.size()); i++) {
            futures.add(pool.submit(() -> drain(items, next, perThread.get(), results)));
        }
        for (Future<?> future : futures) {
            await(future);
        }
        List<O> done = new ArrayList<>(items.size());
        for (O result : results) {
            if (result != null) {
                done.add(result);
            }
        }
        return done;
    }

    /** Applies a function to the items part by part, and joins its results: for what takes next to no time for each item. */
    public <I, O> List<O> mapParts(List<I> items, Function<List<I>, List<O>> function) throws InterruptedException {
        List<List<I>> parts = new ArrayList<>();
        for (int begin = 0; begin < items.size(); begin += CHUNK) {
            parts.add(items.subList(begin, Math.min(items.size(), begin + CHUNK)));
        }
        List<O> all = new ArrayList<>();
        map(parts, function).forEach(all::addAll);
        return all;
    }

    /** Each thread sets other elements of the results. */
    private static <I, O> void drain(
            List<I> items, AtomicInteger next, Function<I, O> function, List<@Nullable O> results) {
        for (int i = next.getAndIncrement();
                i < items.size() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            results.set(i, function.apply(items.get(i)));
        }
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a thread of the scan failed", e.getCause());
        }
    }

    /** Ends the threads without waiting for them: they are daemons and write nothing. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
