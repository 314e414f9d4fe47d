package io.jenkins.plugins.connleak.archive;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the writer has done and what keeps it from doing more.
 *
 * @param sent entries sent since it was started
 * @param failures failures in a row; 0 if the last attempt went well
 * @param error the last error, if the last attempt failed
 * @param nextTry when it tries again, if it waits
 */
public record WriterStatus(long sent, int failures, Optional<Error> error, Optional<Instant> nextTry) {
    /**
     * Something went wrong.
     *
     * @param message what, and what to do
     * @param at when
     */
    public record Error(String message, Instant at) {
        public Error {
            Objects.requireNonNull(message);
            Objects.requireNonNull(at);
        }
    }

    public WriterStatus {
        Objects.requireNonNull(error);
        Objects.requireNonNull(nextTry);
    }
}
