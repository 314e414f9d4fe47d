package io.jenkins.plugins.connleak.plugin.config;

import io.jenkins.plugins.connleak.archive.Spool;
import io.jenkins.plugins.connleak.archive.SpoolEntry;
import io.jenkins.plugins.connleak.archive.SpoolHeader;
import io.jenkins.plugins.connleak.archive.WriterStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What waits for the archive, what lies aside, and what went wrong last, as administrators are shown it. */
public final class ArchiveState {
    /** Entries of each sort that are listed. */
    static final int LISTED = 100;

    private static final int MANY = 1_000;

    private final List<Row> waiting = new ArrayList<>();
    private final List<Row> aside = new ArrayList<>();
    private int waitingCount;
    private int asideCount;
    private long bytes;
    private Instant oldest = Instant.MAX;
    private String error = "";
    private String nextTry = "";
    private String indexTrouble = "";
    private long sent;
    private long lost;
    private String lastLoss = "";

    /**
     * An entry of the spool.
     *
     * @param name its name
     * @param what what it is about
     * @param since when it was spooled, in UTC
     * @param kibibytes its size, rounded up
     * @param reason why it lies aside; empty if it does not
     */
    public record Row(String name, String what, String since, long kibibytes, String reason) {}

    private ArchiveState() {}

    /** The counts, without the entries. */
    static ArchiveState read() {
        return read(0);
    }

    /** The counts and the entries, as many as are listed. */
    static ArchiveState readAll() {
        return read(LISTED);
    }

    private static ArchiveState read(int listed) {
        ArchiveState state = new ArchiveState();
        ArchiveService service = ArchiveService.get();
        state.lost = service.lost();
        state.lastLoss = service.lastLoss();
        state.indexTrouble = service.indexTrouble().orElse("");
        try {
            state.spool(service.spool(), listed);
            state.writer(service.writer().status());
        } catch (IOException e) {
            state.error = "The spool can't be read: " + e.getMessage();
        }
        return state;
    }

    private void spool(Spool spool, int listed) {
        List<SpoolEntry> queue = spool.waiting();
        List<SpoolEntry> box = spool.aside();
        waitingCount = queue.size();
        asideCount = box.size();
        bytes = spool.bytes();
        queue.stream().map(SpoolEntry::since).min(Instant::compareTo).ifPresent(first -> oldest = first);
        queue.stream().limit(listed).map(entry -> row(spool, entry)).forEach(waiting::add);
        box.stream().limit(listed).map(entry -> row(spool, entry)).forEach(aside::add);
    }

    private void writer(WriterStatus status) {
        sent = status.sent();
        error = status.error().map(WriterStatus.Error::message).orElse("");
        nextTry = status.nextTry().map(ArchiveState::text).orElse("");
    }

    private static Row row(Spool spool, SpoolEntry entry) {
        String what;
        String reason;
        try {
            SpoolHeader header = spool.header(entry);
            what = (header.kind() == SpoolHeader.Kind.REMOVAL ? "deletion: " : "")
                    + header.job()
                    + (header.label().isEmpty() ? "" : " #" + header.label());
            reason = spool.reason(entry.name()).orElse("");
        } catch (IOException e) {
            what = "?";
            reason = String.valueOf(e.getMessage());
        }
        return new Row(entry.name(), what, text(entry.since()), (entry.bytes() + 1_023) / 1_024, reason);
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    boolean isWorrying(Instant since) {
        return asideCount > 0
                || lost > 0
                || !indexTrouble.isEmpty()
                || (!error.isEmpty() && oldest.isBefore(since))
                || waitingCount > MANY;
    }

    public List<Row> getWaiting() {
        return List.copyOf(waiting);
    }

    public List<Row> getAside() {
        return List.copyOf(aside);
    }

    public int getWaitingCount() {
        return waitingCount;
    }

    public int getAsideCount() {
        return asideCount;
    }

    /** Size of all entries in KiB, rounded up. */
    public long getKibibytes() {
        return (bytes + 1_023) / 1_024;
    }

    /** Since when the oldest entry waits, in UTC; empty if none does. */
    public String getOldest() {
        return oldest.equals(Instant.MAX) ? "" : text(oldest);
    }

    /** The last error; empty if the last attempt went well. */
    public String getError() {
        return error;
    }

    /** When it is tried again, in UTC; empty if it is not being waited for. */
    public String getNextTry() {
        return nextTry;
    }

    /** What the archive's indexes suffer from; empty if nothing is known. */
    public String getIndexTrouble() {
        return indexTrouble;
    }

    /** Entries sent since Jenkins started. */
    public long getSent() {
        return sent;
    }

    /** Results that could not be spooled since Jenkins started. */
    public long getLost() {
        return lost;
    }

    /** Why the last of them could not be. */
    public String getLastLoss() {
        return lastLoss;
    }
}
