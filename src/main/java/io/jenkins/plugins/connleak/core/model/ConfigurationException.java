package io.jenkins.plugins.connleak.core.model;

/** The options or a file they name can't be used; thrown before anything is scanned. The message says what, where, and what to do. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
