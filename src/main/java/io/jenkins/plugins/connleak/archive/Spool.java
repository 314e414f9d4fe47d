package io.jenkins.plugins.connleak.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What is on its way to the archive, in a folder: a file per entry, which is there in full or not at all. An entry that
 * {@link #add} returned is on the disk and stays, over crashes too, until it was sent or dropped. Entries are sent in
 * the order of their names; those that can't be sent lie aside, each with its reason. Safe from several threads.
 */
public final class Spool {
    private static final String REASON = ".reason";
    /** Beside an entry that lies aside: the deletion that has to follow it once it is sent. */
    private static final String REMOVAL = ".removal";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");
    private static final int MAX_REASON = 4_000;

    private final Path queue;
    private final Path box;
    private volatile SpoolLimits limits;
    private final ToLongFunction<Path> usable;
    private final ConcurrentSkipListMap<String, SpoolEntry> waiting = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, SpoolEntry> aside = new ConcurrentSkipListMap<>();
    private final Set<String> untouched = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    /** Writes an entry. */
    @FunctionalInterface
    private interface Content {
        void writeTo(SpoolOutput out) throws IOException;
    }

    private Spool(Path folder, SpoolLimits limits, ToLongFunction<Path> usable) {
        this.queue = folder.resolve("queue");
        this.box = folder.resolve("aside");
        this.limits = limits;
        this.usable = usable;
    }

    /** Opens the spool in that folder, which is made if it is missing. What a crash left unfinished is removed. */
    public static Spool open(Path folder, SpoolLimits limits) throws IOException {
        return open(folder, limits, Spool::usableBytes);
    }

    static Spool open(Path folder, SpoolLimits limits, ToLongFunction<Path> usable) throws IOException {
        Spool spool = new Spool(folder, limits, usable);
        Files.createDirectories(spool.queue);
        Files.createDirectories(spool.box);
        spool.load(spool.queue, spool.waiting);
        spool.load(spool.box, spool.aside);
        return spool;
    }

    /**
     * Spools a result: when this returns, it is on the disk.
     *
     * @throws SpoolFullException if the spool or the disk has no room for it
     * @throws IOException if it can't be written
     */
    public SpoolEntry add(ArchivedResult result, DocumentOptions options) throws IOException {
        return add(new ResultDocuments(result, options));
    }

    SpoolEntry add(ResultDocuments documents) throws IOException {
        return add(out -> {
            out.write(SpoolOutput.HEADER, SpoolHeader.of(documents).document());
            documents.each(out::write);
        });
    }

    /** Spools the deletion of builds, to be told to the archive after what is spooled already. */
    public SpoolEntry add(Removal removal) throws IOException {
        return add(out -> {
            SpoolHeader header =
                    new SpoolHeader(SpoolHeader.Kind.REMOVAL, "", ArchiveDocuments.text(removal.job()), "");
            out.write(SpoolOutput.HEADER, header.document());
            out.write(SpoolOutput.REMOVAL, SpoolHeader.removal(removal));
        });
    }

    private SpoolEntry add(Content content) throws IOException {
        if (usable.applyAsLong(queue) < limits.reserveBytes()) {
            throw new SpoolFullException("the disk has less than " + (limits.reserveBytes() >> 20) + " MiB free");
        }
        String name = nextName();
        Path part = queue.resolve(name + SpoolFiles.PART);
        CountedOutput counted = new CountedOutput();
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(content, counted.over(Channels.newOutputStream(file)));
                file.force(true);
            }
            Files.move(part, SpoolFiles.file(queue, name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            bytes.addAndGet(-counted.written);
            Files.deleteIfExists(part);
            throw e;
        }
        SpoolFiles.sync(queue);
        SpoolEntry entry = new SpoolEntry(name, counted.written, Instant.now());
        untouched.add(name);
        waiting.put(name, entry);
        return entry;
    }

    /** Whether it is certain that nothing of that entry was ever sent; from now on it is not. */
    boolean touch(String name) {
        return untouched.remove(name);
    }

    private static void write(Content content, OutputStream target) throws IOException {
        // Closing the output ends its packed form; the channel below stays open to be synced.
        try (SpoolOutput out = new SpoolOutput(target)) {
            content.writeTo(out);
            out.end();
        }
    }

    /** The entry to be sent next. */
    public Optional<SpoolEntry> first() {
        return Optional.ofNullable(waiting.firstEntry()).map(Map.Entry::getValue);
    }

    /** Entries to be sent, in their order. */
    public List<SpoolEntry> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Entries that can't be sent. */
    public List<SpoolEntry> aside() {
        return List.copyOf(aside.values());
    }

    /** Whether that entry is still to be sent. */
    public boolean isWaiting(String name) {
        return waiting.containsKey(name);
    }

    /** Bytes of all entries, sent or not. */
    public long bytes() {
        return bytes.get();
    }

    /** Why that entry lies aside; empty if it does not. */
    public Optional<String> reason(String name) throws IOException {
        if (!NAME.matcher(name).matches() || !aside.containsKey(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(box.resolve(name + REASON)));
        } catch (NoSuchFileException e) {
            return Optional.of("");
        }
    }

    /** What an entry is about. */
    public SpoolHeader header(SpoolEntry entry) throws IOException {
        try (SpoolInput in = read(entry)) {
            return in.header();
        }
    }

    /**
     * Prints an entry's documents as relaxed extended JSON, one a line. Of an entry that is damaged, those before the
     * damage, and a last line {@code {"damaged": "..."}} that tells it: whoever downloads it wants what is left.
     */
    public void print(SpoolEntry entry, Appendable out) throws IOException {
        JsonWriterSettings relaxed =
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();
        try (SpoolInput in = read(entry)) {
            in.header();
            in.each((letter, document) -> out.append(document.toJson(relaxed)).append('\n'));
        } catch (DamagedEntryException e) {
            out.append(new Document("damaged", e.getMessage()).toJson(relaxed)).append('\n');
        }
    }

    /** Has other limits from now on. */
    public void limit(SpoolLimits newLimits) {
        limits = newLimits;
    }

    /** Reads an entry, wherever it lies. */
    SpoolInput read(SpoolEntry entry) throws IOException {
        InputStream file =
                Files.newInputStream(SpoolFiles.file(waiting.containsKey(entry.name()) ? queue : box, entry.name()));
        try {
            return new SpoolInput(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Forgets an entry that was sent, or that nobody wants any more. */
    public void remove(String name) throws IOException {
        forget(queue, waiting, name);
    }

    /**
     * Forgets an entry that the archive has. A deletion holds for results before it that lie aside too, of which the
     * archive could not be told: they are dropped, or followed by it if they are ever sent.
     */
    synchronized void sent(SpoolEntry entry) throws IOException {
        boolean overtaken = !waiting.headMap(entry.name()).isEmpty();
        if (overtaken || !aside.headMap(entry.name()).isEmpty()) {
            Optional<Removal> removal = removal(entry);
            if (removal.isPresent() && overtaken) {
                // Somebody put a result before it back meanwhile: that goes first, and then the deletion once more.
                return;
            }
            if (removal.isPresent()) {
                holdFor(removal.get(), entry);
            }
        }
        remove(entry.name());
    }

    private Optional<Removal> removal(SpoolEntry entry) throws IOException {
        List<Removal> removals = new ArrayList<>();
        try (SpoolInput in = read(entry)) {
            if (in.header().kind() == SpoolHeader.Kind.REMOVAL) {
                in.each((letter, document) -> removals.add(SpoolHeader.removal(document)));
            }
        }
        return removals.stream().findFirst();
    }

    private void holdFor(Removal removal, SpoolEntry entry) throws IOException {
        for (SpoolEntry older : List.copyOf(aside.headMap(entry.name()).values())) {
            if (!concerns(removal, older)) {
                continue;
            }
            if (removal.policy() == DeletionPolicy.DELETE) {
                drop(older.name());
            } else {
                SpoolFiles.copy(SpoolFiles.file(queue, entry.name()), box, older.name() + REMOVAL);
            }
        }
    }

    private boolean concerns(Removal removal, SpoolEntry older) {
        try {
            return removal.concerns(header(older));
        } catch (IOException e) {
            // What can't be read can't be sent either, however often it is retried; it may not hold up the rest.
            return false;
        }
    }

    /** Forgets an entry that lies aside. */
    public synchronized void drop(String name) throws IOException {
        forget(box, aside, name);
        if (NAME.matcher(name).matches()) {
            Files.deleteIfExists(box.resolve(name + REASON));
            Files.deleteIfExists(box.resolve(name + REMOVAL));
        }
    }

    /** Lays an entry aside, so that those behind it can be sent. */
    public void setAside(String name, String reason) throws IOException {
        SpoolEntry entry = waiting.get(name);
        if (entry == null) {
            return;
        }
        Files.writeString(box.resolve(name + REASON), ArchiveDocuments.cut(reason, MAX_REASON));
        move(entry, queue, box);
        aside.put(name, entry);
        waiting.remove(name);
    }

    /** Puts an entry that lies aside back in its place; false if there is none of that name. */
    public synchronized boolean retry(String name) throws IOException {
        SpoolEntry entry = aside.get(name);
        if (entry == null) {
            return false;
        }
        // First, so that a crash in between leaves a deletion that is held for the entry again.
        addAgain(box.resolve(name + REMOVAL));
        move(entry, box, queue);
        waiting.put(name, entry);
        aside.remove(name);
        Files.deleteIfExists(box.resolve(name + REASON));
        return true;
    }

    private void addAgain(Path removal) throws IOException {
        if (Files.exists(removal)) {
            String name = nextName();
            long size = Files.size(removal);
            Files.move(removal, SpoolFiles.file(queue, name), StandardCopyOption.ATOMIC_MOVE);
            SpoolFiles.sync(queue);
            bytes.addAndGet(size);
            waiting.put(name, new SpoolEntry(name, size, Instant.now()));
        }
    }

    private String nextName() {
        return String.format(Locale.ROOT, "%016x", last.incrementAndGet());
    }

    private static void move(SpoolEntry entry, Path from, Path to) throws IOException {
        Files.move(
                SpoolFiles.file(from, entry.name()), SpoolFiles.file(to, entry.name()), StandardCopyOption.ATOMIC_MOVE);
        SpoolFiles.sync(to);
        SpoolFiles.sync(from);
    }

    private void forget(Path folder, ConcurrentSkipListMap<String, SpoolEntry> entries, String name)
            throws IOException {
        if (!entries.containsKey(name)) {
            return;
        }
        Files.deleteIfExists(SpoolFiles.file(folder, name));
        untouched.remove(name);
        SpoolEntry entry = entries.remove(name);
        if (entry != null) {
            bytes.addAndGet(-entry.bytes());
        }
    }

    private void load(Path folder, ConcurrentSkipListMap<String, SpoolEntry> entries) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(SpoolFiles.PART)) {
                    Files.deleteIfExists(file);
                } else if (name.endsWith(SpoolFiles.SUFFIX)
                        && NAME.matcher(name.substring(0, name.length() - SpoolFiles.SUFFIX.length()))
                                .matches()) {
                    load(file, name.substring(0, name.length() - SpoolFiles.SUFFIX.length()), entries);
                }
            }
        }
    }

    private void load(Path file, String name, ConcurrentSkipListMap<String, SpoolEntry> entries) throws IOException {
        long size = Files.size(file);
        entries.put(
                name, new SpoolEntry(name, size, Files.getLastModifiedTime(file).toInstant()));
        bytes.addAndGet(size);
        last.accumulateAndGet(Long.parseUnsignedLong(name, 16), Math::max);
    }

    private static long usableBytes(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    /** Counts what is written to one entry into the whole, and stops where the whole would be too much. */
    private final class CountedOutput {
        private long written;

        OutputStream over(OutputStream target) {
            return new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    if (bytes.get() + length > limits.maxBytes()) {
                        throw new SpoolFullException(
                                "the spool is at its limit of " + (limits.maxBytes() >> 20) + " MiB");
                    }
                    bytes.addAndGet(length);
                    written += length;
                    target.write(buffer, offset, length);
                }
            };
        }
    }
}
