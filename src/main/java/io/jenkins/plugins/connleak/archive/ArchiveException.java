package io.jenkins.plugins.connleak.archive;

/** The archive could not be reached, read or written. The message says what, where, and what to do; it holds no credentials. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
