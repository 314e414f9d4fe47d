package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.List;

/**
 * One report of a leak in a log.
 *
 * @param head its first line
 * @param at where in the log that is
 * @param frames the first frames of the program's own code; empty if there is no stack
 * @param isConnection whether a connection leaked, and not a statement or a result of one
 */
record LeakReport(LeakHead head, LogPlace at, List<StackFrame> frames, boolean isConnection) {
    LeakReport {
        frames = List.copyOf(frames);
    }
}
