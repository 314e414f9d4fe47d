package io.jenkins.plugins.connleak.archive;

/**
 * What a spool may take of its disk.
 *
 * @param maxBytes bytes of all its files; 1 or more
 * @param reserveBytes free bytes of the disk below which it takes nothing more; 0 or more
 */
public record SpoolLimits(long maxBytes, long reserveBytes) {
    /** A GiB, as long as 64 MiB stay free. */
    public static final SpoolLimits DEFAULT = new SpoolLimits(1L << 30, 64L << 20);

    public SpoolLimits {
        if (maxBytes < 1 || reserveBytes < 0) {
            throw new IllegalArgumentException("a spool of " + maxBytes + " bytes, " + reserveBytes + " left free");
        }
    }
}
