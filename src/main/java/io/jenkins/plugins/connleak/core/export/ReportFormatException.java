package io.jenkins.plugins.connleak.core.export;

import java.io.IOException;

/** A file is not the report it was taken for: no JSON, not ours, of a newer format, cut off or damaged. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With a message that says what is wrong and where. */
    public ReportFormatException(String message) {
        super(message);
    }

    /** With a message that says what is wrong and where, and what the parser said. */
    public ReportFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
