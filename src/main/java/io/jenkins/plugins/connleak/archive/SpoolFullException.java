package io.jenkins.plugins.connleak.archive;

import java.io.IOException;

/** The spool, or its disk, has no room for another entry. */
public final class SpoolFullException extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolFullException(String message) {
        super(message);
    }
}
