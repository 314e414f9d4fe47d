package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some threads that share the items of a list. Results come in the order of the items. */
final class TaskRunner implements AutoCloseable {
    /** As deep as that of the threads that read files: some bodies are read here. Only what is used becomes real memory. */
    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private final int threads;
    private final ExecutorService executor;

    TaskRunner(int threads) {
        this.threads = Math.max(1, threads);
        this.executor = Executors.newFixedThreadPool(
                this.threads, task -> new Thread(null, task, "connleak-analysis", STACK_BYTES));
    }

    /** Applies the function to every item; interrupting the caller ends the work. */
    <I, O> List<O> map(List<I> items, Function<I, O> function) throws InterruptedException {
        List<@Nullable O> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> futures = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, items.size()); thread++) {
            futures.add(executor.submit(() -> {
                for (int i = next.getAndIncrement();
                        i < items.size() && !Thread.currentThread().isInterrupted();
                        i = next.getAndIncrement()) {
                    results.set(i, function.apply(items.get(i)));
                }
            }));
        }
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a thread of the analysis failed", e.getCause());
            }
        }
        List<O> done = new ArrayList<>(items.size());
        results.forEach(result -> {
            if (result != null) {
                done.add(result);
            }
        });
        return done;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
