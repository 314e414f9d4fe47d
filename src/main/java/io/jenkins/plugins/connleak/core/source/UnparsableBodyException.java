package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;

/** A body that was skipped turns out not to be Java that can be parsed. */
public final class UnparsableBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnparsableBodyException(List<Problem> problems) {
        super("it is not Java that can be parsed");
        this.problems = List.copyOf(problems);
    }

    /** What is wrong with the file; empty if that can't be told. */
    public List<Problem> problems() {
        return problems;
    }
}
