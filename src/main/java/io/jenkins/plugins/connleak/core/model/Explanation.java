package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a finding tells its reader.
 *
 * @param message one sentence: what leaks and when
 * @param path the path on which it stays open, from the acquisition on; never empty
 * @param hint how to mend it, in a sentence or two
 */
public record Explanation(String message, List<PathStep> path, String hint) implements Serializable {
    public Explanation {
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
        path = List.copyOf(path);
    }
}
