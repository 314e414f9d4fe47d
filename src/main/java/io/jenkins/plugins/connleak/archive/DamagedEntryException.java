package io.jenkins.plugins.connleak.archive;

import java.io.IOException;

/** A file of the spool that is cut off, changed or foreign. */
public final class DamagedEntryException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedEntryException(String message) {
        super(message);
    }

    DamagedEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
