package io.jenkins.plugins.connleak.core.spec;

/** A pattern of a catalog does not come to an end with a name. The message says which, and what to do. */
public final class RunawayPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunawayPatternException(String message, Throwable cause) {
        super(message, cause);
    }
}
