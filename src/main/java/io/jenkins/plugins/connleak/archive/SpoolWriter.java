package io.jenkins.plugins.connleak.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends the spool's entries, one after the other, on a thread of its own. While the archive can't be had it waits, longer
 * and longer; an entry that is refused is laid aside. Entries are spooled through it, so that it learns of them.
 */
public final class SpoolWriter implements AutoCloseable {
    /** Attempts at an entry that is refused for a reason nobody knows, before it is laid aside. */
    static final int ATTEMPTS = 5;

    private static final Duration SAFETY_NET = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final Spool spool;
    private final Connector connector;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private boolean hurried;
    private long sent;
    private int failures;
    private int attempts;
    private WriterStatus.@Nullable Error error;
    private @Nullable Instant nextTry;

    /** Finds the archive as it is configured now. */
    @FunctionalInterface
    public interface Connector {
        /** The archive; empty if none is configured. */
        Optional<? extends ArchiveTarget> connect() throws ArchiveException;
    }

    /** What became of an entry. */
    public enum Outcome {
        /** The archive has it. */
        SENT,
        /** It was refused and lies aside. */
        ASIDE,
        /** It waits still. */
        WAITING
    }

    /** A writer that is not started yet. */
    public SpoolWriter(Spool spool, Connector connector, Backoff backoff, RandomGenerator random) {
        this.spool = spool;
        this.connector = connector;
        this.backoff = backoff;
        this.random = random;
        this.thread = new Thread(this::run, "connleak archive writer");
        this.thread.setDaemon(true);
    }

    /** Begins to send. */
    public void start() {
        thread.start();
    }

    /** Spools a result and goes on; see {@link Spool#add(ArchivedResult, DocumentOptions)}. */
    public SpoolEntry add(ArchivedResult result, DocumentOptions options) throws IOException {
        return added(spool.add(result, options));
    }

    /** Spools a deletion and goes on. */
    public SpoolEntry add(Removal removal) throws IOException {
        return added(spool.add(removal));
    }

    SpoolEntry add(ResultDocuments documents) throws IOException {
        return added(spool.add(documents));
    }

    private SpoolEntry added(SpoolEntry entry) {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return entry;
    }

    /** Waits until an entry was sent or refused, at most so long. */
    public Outcome await(SpoolEntry entry, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (spool.isWaiting(entry.name()) && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        if (spool.isWaiting(entry.name())) {
            return Outcome.WAITING;
        }
        boolean refused = spool.aside().stream().anyMatch(each -> each.name().equals(entry.name()));
        return refused ? Outcome.ASIDE : Outcome.SENT;
    }

    /** Tries again at once: the configuration changed, or somebody asked for it. */
    public void hurry() {
        lock.lock();
        try {
            hurried = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What it has done and what keeps it from doing more. */
    public WriterStatus status() {
        lock.lock();
        try {
            return new WriterStatus(sent, failures, Optional.ofNullable(error), Optional.ofNullable(nextTry));
        } finally {
            lock.unlock();
        }
    }

    /** Ends it; what was not sent stays in the spool. Waits a few seconds for the entry in hand to be let go. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                Optional<SpoolEntry> entry = spool.first();
                if (entry.isEmpty()) {
                    pause(SAFETY_NET, () -> spool.first().isPresent());
                } else {
                    attempt(entry.get());
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts: the thread ends.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void attempt(SpoolEntry entry) throws InterruptedException {
        try {
            Optional<? extends ArchiveTarget> target = connector.connect();
            if (target.isEmpty()) {
                pause(SAFETY_NET, () -> false);
                return;
            }
            target.get().send(spool, entry, !spool.touch(entry.name()));
            spool.sent(entry);
            succeeded();
        } catch (ArchiveException e) {
            failed(entry, e);
        } catch (IOException e) {
            unavailable("The spool can't be changed: " + e);
        } catch (RuntimeException e) {
            failed(
                    entry,
                    new ArchiveException(
                            "An error in connleak keeps the entry from being sent: " + e,
                            ArchiveException.Kind.UNKNOWN));
        }
    }

    private void succeeded() {
        lock.lock();
        try {
            sent++;
            failures = 0;
            attempts = 0;
            error = null;
            nextTry = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(SpoolEntry entry, ArchiveException failure) throws InterruptedException {
        boolean refused = failure.kind() == ArchiveException.Kind.REFUSED
                || (failure.kind() == ArchiveException.Kind.UNKNOWN && ++attempts >= ATTEMPTS);
        if (!refused) {
            unavailable(String.valueOf(failure.getMessage()));
            return;
        }
        attempts = 0;
        try {
            spool.setAside(entry.name(), String.valueOf(failure.getMessage()));
        } catch (IOException e) {
            unavailable("An entry that was refused can't be laid aside: " + e);
            return;
        }
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void unavailable(String message) throws InterruptedException {
        Duration wait;
        lock.lock();
        try {
            failures++;
            wait = backoff.after(failures, random);
            Instant now = Instant.now();
            error = new WriterStatus.Error(message, now);
            nextTry = now.plus(wait);
        } finally {
            lock.unlock();
        }
        pause(wait, () -> false);
    }

    /** Waits until the time is over, there is what is waited for, or somebody is in a hurry. */
    private void pause(Duration limit, BooleanSupplier isOver) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (left > 0 && !closed && !hurried && !isOver.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
            hurried = false;
            nextTry = null;
        } finally {
            lock.unlock();
        }
    }
}
