package io.jenkins.plugins.connleak.archive;

/**
 * How documents are made.
 *
 * @param legacy whether the old service's document is written too, for its readers
 * @param retentionDays days after the end of the scan until the server removes the documents; 0 keeps them
 */
public record DocumentOptions(boolean legacy, int retentionDays) {
    /** The longest retention: a hundred years. */
    public static final int MAX_RETENTION_DAYS = 36_500;

    /** No document for old readers, and nothing is removed. */
    public static final DocumentOptions DEFAULT = new DocumentOptions(false, 0);

    public DocumentOptions {
        if (retentionDays < 0 || retentionDays > MAX_RETENTION_DAYS) {
            throw new IllegalArgumentException(
                    "a retention is 0 to " + MAX_RETENTION_DAYS + " days, not " + retentionDays);
        }
    }
}
