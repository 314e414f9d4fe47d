package io.jenkins.plugins.connleak.plugin.steps;

import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What the agent returns; not to be believed before {@link AnswerLimits#check} has seen it.
 *
 * @param outcome the report and the source lines its pages show
 * @param millis how long the scan took, in milliseconds
 * @param notes what else the build's log says of it
 */
record ScanAnswer(ScanOutcome outcome, long millis, List<String> notes) implements Serializable {
    ScanAnswer {
        Objects.requireNonNull(outcome);
        notes = List.copyOf(notes);
    }
}
