package io.jenkins.plugins.connleak.plugin.config;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the archive, but not for ever: a server may take a connection and never answer. */
final class Patience {
    /** Something the archive is asked to do. */
    @FunctionalInterface
    interface Request {
        /** Does it. */
        void run() throws ArchiveException;
    }

    private Patience() {}

    /**
     * Runs {@code request} on a thread of its own and waits for its end.
     *
     * @throws ArchiveException if it fails, or has not ended in time; it is interrupted then
     * @throws InterruptedException if the waiting thread is interrupted; so is the request
     */
    static void within(Duration limit, Request request) throws ArchiveException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "connleak archive");
            daemon.setDaemon(true);
            return daemon;
        });
        try {
            Future<?> future = thread.submit(() -> {
                request.run();
                return true;
            });
            future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ArchiveException(
                    "The archive did not answer within " + limit.toSeconds()
                            + " seconds. Look after the server, or switch"
                            + " the archive off in Jenkins' system configuration.",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArchiveException failure) {
                throw failure;
            }
            throw new ArchiveException("The archive can't be used because of an error in connleak: " + e.getCause(), e);
        } finally {
            thread.shutdownNow();
        }
    }
}
