package io.jenkins.plugins.connleak.core.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fixed number of threads with a stack deep enough for strange sources. Results come in the order of the input,
 * whichever thread made them. Interrupting the caller ends the work: each thread stops after what it has in hand.
 */
final class Workers implements AutoCloseable {
    /** Enough for 10,000 nested expressions in parser and analysis; only what is used becomes real memory. */
    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "connleak-scan-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Applies a function to every item; {@code perThread} makes each thread its own. */
    <I, O> List<O> map(List<I> items, Supplier<Function<I, O>> perThread) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<List<Indexed<O>>>> futures = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, items.size()); i++) {
            futures.add(pool.submit(() -> drain(items, next, perThread.get())));
        }
        List<Indexed<O>> results = new ArrayList<>(items.size());
        for (Future<List<Indexed<O>>> future : futures) {
            results.addAll(await(future));
        }
        return results.stream()
                .sorted((a, b) -> Integer.compare(a.index(), b.index()))
                .map(Indexed::value)
                .toList();
    }

    private record Indexed<O>(int index, O value) {}

    private static <I, O> List<Indexed<O>> drain(List<I> items, AtomicInteger next, Function<I, O> function) {
        List<Indexed<O>> done = new ArrayList<>();
        for (int i = next.getAndIncrement();
                i < items.size() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            done.add(new Indexed<>(i, function.apply(items.get(i))));
        }
        return done;
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a scan thread failed", e.getCause());
        }
    }

    /** Ends the threads without waiting for them: they are daemons and write nothing. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
