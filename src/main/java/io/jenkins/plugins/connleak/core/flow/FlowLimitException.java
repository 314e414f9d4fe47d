package io.jenkins.plugins.connleak.core.flow;

/** A body is larger than the analysis follows; the body is given up and reported. */
public final class FlowLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FlowLimitException(String message) {
        super(message);
    }
}
