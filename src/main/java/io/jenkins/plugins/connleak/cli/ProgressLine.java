package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far a scan is: files, rate and time left. */
final class ProgressLine implements ScanProgress, AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream terminal;
    private final LongSupplier nanos;
    private int files;
    private int done;
    private long startedAt;
    private long shownAt;
    private int width;

    /** A line on {@code terminal}; {@code nanos} is a clock of nanoseconds. */
    ProgressLine(PrintStream terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public synchronized void started(int newFiles) {
        files = newFiles;
        startedAt = nanos.getAsLong();
        shownAt = startedAt;
        show("0 of " + number(files) + " files");
    }

    @Override
    public synchronized void fileDone(int lines) {
        done++;
        long now = nanos.getAsLong();
        if (now - shownAt < PAUSE_NANOS && done < files) {
            return;
        }
        shownAt = now;
        double seconds = Math.max(1, now - startedAt) / NANOS_PER_SECOND;
        double rate = done / seconds;
        long left = Math.round((files - done) / rate);
        show(number(done) + " of " + number(files) + " files, " + number(Math.round(rate)) + " files/s, " + left
                + " s left");
    }

    @Override
    public synchronized void note(String text) {
        show("");
        terminal.print("\rconnleak: " + text + System.lineSeparator());
        terminal.flush();
    }

    /** Wipes the line away. */
    @Override
    public synchronized void close() {
        show("");
        terminal.print('\r');
        terminal.flush();
    }

    private void show(String text) {
        // Blanks cover what is left of a longer text before.
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = text.length();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
