package io.jenkins.plugins.connleak.plugin.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes that were read last, for all reports together, up to a bound in bytes: however many builds are looked at,
 * pages take no more memory than this.
 */
final class RowsCache {
    /** Reads an index. */
    interface Reader {
        Rows read() throws IOException;
    }

    private static final long MOST = 32L * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 16;

    /** The one of this Jenkins. */
    static final RowsCache SHARED =
            new RowsCache(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));

    /**
     * What an index is of: the report of a build that has the name and the number of a deleted one is another.
     *
     * @param index the index
     * @param size bytes of the report
     * @param modified when the report was written, in milliseconds since 1970
     */
    record Key(Path index, long size, long modified) {}

    private final long limit;
    private final Map<Key, Rows> held = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /** @param limit most bytes that all held indexes take */
    RowsCache(long limit) {
        this.limit = limit;
    }

    /** The rows of that index: those held, or those that {@code reader} reads. One that is larger than the bound is not held. */
    Rows get(Key key, Reader reader) throws IOException {
        synchronized (held) {
            Rows rows = held.get(key);
            if (rows != null) {
                return rows;
            }
        }
        Rows read = reader.read();
        put(key, read);
        return read;
    }

    private void put(Key key, Rows rows) {
        synchronized (held) {
            forget(key);
            if (rows.weight() <= limit) {
                held.put(key, rows);
                weight += rows.weight();
            }
            Iterator<Map.Entry<Key, Rows>> eldest = held.entrySet().iterator();
            while (weight > limit && eldest.hasNext()) {
                weight -= eldest.next().getValue().weight();
                eldest.remove();
            }
        }
    }

    private void forget(Key key) {
        Rows rows = held.remove(key);
        if (rows != null) {
            weight -= rows.weight();
        }
    }

    /** Bytes that the held indexes take. */
    long weight() {
        synchronized (held) {
            return weight;
        }
    }
}
