package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads logs of running programs for what pools and drivers say of leaks and of requests that got no connection. Logs of
 * any size cost the same memory; whatever is in them, reading ends and throws nothing but for the medium's failures.
 *
 * <p>It over-approximates: a pool's word is taken for it, so a slow borrower whose return is not logged counts as a leak.
 */
public final class EvidenceReader {
    private static final int LINES_BETWEEN_LOOKS = 4_096;

    private final EvidenceLimits limits;
    private final EvidenceCollector collector;
    private final ForeignCode foreign = ForeignCode.load();
    private final List<Problem> problems = new ArrayList<>();
    private int files;
    private int skipped;

    public EvidenceReader(EvidenceLimits limits) {
        this.limits = Objects.requireNonNull(limits);
        this.collector = new EvidenceCollector(limits.maxSites());
    }

    /** Opens a log. */
    @FunctionalInterface
    public interface Opener {
        /** The log's bytes, from the beginning. */
        InputStream open() throws IOException;
    }

    /**
     * Reads one more log; one that can't be read is a problem of the result.
     *
     * @param name what the result calls it: a path relative to the scanned root, or just a name
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void read(String name, Opener opener) throws InterruptedException {
        if (files == limits.maxFiles()) {
            skipped++;
            return;
        }
        files++;
        try (InputStream log = opener.open()) {
            boolean isCut = read(log, limits.maxBytes(), collector, foreign);
            if (isCut) {
                problems.add(new Problem(
                        Problem.Kind.LIMIT,
                        name,
                        0,
                        "Only the first " + limits.maxBytes() + " bytes of this log were read. Give a shorter one."));
            }
        } catch (InterruptedIOException interrupted) {
            InterruptedException stop = new InterruptedException("interrupted while reading " + name);
            stop.initCause(interrupted);
            throw stop;
        } catch (IOException unreadable) {
            problems.add(new Problem(
                    Problem.Kind.UNREADABLE,
                    name,
                    0,
                    "This log of a running program can't be read to its end: " + unreadable.getMessage()));
        } finally {
            collector.endLog();
        }
    }

    /** What all logs together say. */
    public EvidenceLog result() {
        List<Problem> all = new ArrayList<>(problems);
        if (skipped > 0) {
            all.add(new Problem(
                    Problem.Kind.LIMIT,
                    "",
                    0,
                    "There are more than " + limits.maxFiles() + " logs of running programs; " + skipped
                            + " were not read. Select fewer."));
        }
        if (collector.isFull()) {
            all.add(new Problem(
                    Problem.Kind.LIMIT,
                    "",
                    0,
                    "The logs of running programs hold more than " + limits.maxSites()
                            + " different stacks; further ones were left out. Give fewer logs."));
        }
        EvidenceTotals totals =
                new EvidenceTotals(files, collector.connections(), collector.returned(), collector.refused(), 0, 0);
        return new EvidenceLog(totals, collector.leaks(), collector.exhaustions(), all);
    }

    /** Whether there was more than {@code maxBytes}. */
    static boolean read(InputStream log, long maxBytes, EvidenceSink sink, ForeignCode foreign)
            throws IOException, InterruptedException {
        LogLines lines = LogLines.of(log, maxBytes);
        Map<String, LogInterpreter> services = new LinkedHashMap<>();
        int[] number = new int[1];
        LogLayout layout = new LogLayout((service, time, text) -> {
            String known = services.size() < LogLayout.MAX_SERVICES || services.containsKey(service) ? service : "";
            services.computeIfAbsent(known, name -> new LogInterpreter(sink, foreign))
                    .line(number[0], time, text);
        });
        for (String line = lines.next(); line != null; line = lines.next()) {
            number[0]++;
            if (number[0] % LINES_BETWEEN_LOOKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading a log");
            }
            layout.read(line);
        }
        services.values().forEach(each -> each.end(number[0]));
        return lines.isCut();
    }
}
