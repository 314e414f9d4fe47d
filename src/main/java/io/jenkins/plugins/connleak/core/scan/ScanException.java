package io.jenkins.plugins.connleak.core.scan;

/** The scan could not be done, a folder that does not exist for example. The message says what, where, and what to do. */
public final class ScanException extends Exception {
    private static final long serialVersionUID = 1L;

    public ScanException(String message) {
        super(message);
    }

    public ScanException(String message, Throwable cause) {
        super(message, cause);
    }
}
