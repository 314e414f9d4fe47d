package io.jenkins.plugins.connleak.core.cache;

/** What was to be read {@linkplain Later later} makes no sense: it was written by other classes, or damaged. */
public final class UnreadableRecordException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
