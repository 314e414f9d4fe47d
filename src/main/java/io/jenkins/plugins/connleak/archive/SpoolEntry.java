package io.jenkins.plugins.connleak.archive;

import java.time.Instant;
import java.util.Objects;

/**
 * An entry of the spool.
 *
 * @param name its name, unique in the spool: 16 hexadecimal digits, which ascend
 * @param bytes size of its file
 * @param since when it was spooled
 */
public record SpoolEntry(String name, long bytes, Instant since) {
    public SpoolEntry {
        Objects.requireNonNull(name);
        Objects.requireNonNull(since);
    }
}
