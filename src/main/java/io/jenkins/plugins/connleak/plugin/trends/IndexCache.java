package io.jenkins.plugins.connleak.plugin.trends;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the indexes that pages ask for, the latest ones, held softly. Believed as long as the file is the
 * same one, as long and as old: an index is replaced whole whenever it changes.
 */
final class IndexCache {
    private static final int MAX_FILES = 500;

    /** Time stamps of files are coarse: a file so young, in milliseconds, may change and look the same. */
    private static final long YOUNG_MILLIS = 2_000;

    /**
     * By what a file is known.
     *
     * @param modified when it was written
     * @param size its length in bytes
     * @param key which file it is, where the file system tells
     */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }

        boolean isSettled() {
            return Math.abs(System.currentTimeMillis() - modified.toMillis()) > YOUNG_MILLIS;
        }
    }

    private record Entry(Stamp stamp, SoftReference<TrendIndex.Content> content) {}

    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Entry> eldest) {
            return size() > MAX_FILES;
        }
    };

    /** What {@code parser} makes of the file. */
    TrendIndex.Content get(Path file, Function<byte[], TrendIndex.Content> parser) throws IOException {
        Stamp stamp = Stamp.of(file);
        TrendIndex.@Nullable Content held = held(file, stamp);
        if (held != null) {
            return held;
        }
        TrendIndex.Content read = parser.apply(Files.readAllBytes(file));
        if (stamp.isSettled() && stamp.equals(Stamp.of(file))) {
            hold(file, new Entry(stamp, new SoftReference<>(read)));
        }
        return read;
    }

    private synchronized TrendIndex.@Nullable Content held(Path file, Stamp stamp) {
        @Nullable Entry entry = entries.get(file);
        return entry != null && Objects.equals(entry.stamp(), stamp)
                ? entry.content().get()
                : null;
    }

    private synchronized void hold(Path file, Entry entry) {
        entries.put(file, entry);
    }
}
