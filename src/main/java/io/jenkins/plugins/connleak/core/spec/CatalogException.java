package io.jenkins.plugins.connleak.core.spec;

/** A catalog file can't be used. The message names the file, the line, and what is wrong there. */
public final class CatalogException extends Exception {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
