package io.jenkins.plugins.connleak.archive;

/** The archive could not be reached, read or written. The message says what, where, and what to do; it holds no credentials. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What trying again would be good for. */
    public enum Kind {
        /** It may work later, or once an administrator has looked after it. */
        UNAVAILABLE,
        /** The same will be refused again. */
        REFUSED,
        /** Nobody knows. */
        UNKNOWN
    }

    public ArchiveException(String message) {
        super(message);
        this.kind = Kind.UNAVAILABLE;
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
        this.kind = Kind.UNAVAILABLE;
    }

    ArchiveException(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    /** What trying again would be good for. */
    public Kind kind() {
        return kind;
    }
}
