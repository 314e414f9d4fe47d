package io.jenkins.plugins.connleak.core.source;

/** The quick parser met something that it leaves to the thorough one: a rare construct, or no Java at all. */
final class UnusualSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Thrown often and never shown: without a stack trace. */
    UnusualSourceException(String message) {
        super(message, null, false, false);
    }
}
