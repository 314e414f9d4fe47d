package io.jenkins.plugins.connleak.runtime;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import java.util.List;

/** Takes what a log says, in its order. */
interface EvidenceSink {
    /** A leak is reported. */
    void leaked(LeakReport report);

    /** A connection that was reported came back; {@code head} names it. */
    void returned(LeakHead head, LogPlace at);

    /** A request got no connection; {@code frames} are the first of the program's own code, if the log has them. */
    void exhausted(ExhaustionHead head, LogPlace at, List<StackFrame> frames);

    /** So many connections are open at the end, of which no more is known. */
    void leftOpen(Tool tool, int count, LogPlace at);
}
