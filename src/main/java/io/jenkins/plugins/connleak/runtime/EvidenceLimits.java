package io.jenkins.plugins.connleak.runtime;

/**
 * How much of the logs is read and kept. What goes beyond it is a problem of the report, never the end of the scan.
 *
 * @param maxFiles most logs
 * @param maxBytes most bytes of one log, unpacked
 * @param maxSites most different stacks that are kept
 */
public record EvidenceLimits(int maxFiles, long maxBytes, int maxSites) {
    /** What no log of a build or a day should reach. */
    public static final EvidenceLimits DEFAULT = new EvidenceLimits(1_000, 8L << 30, 5_000);
}
