package io.jenkins.plugins.connleak.plugin.blame;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/**
 * What the agent returns; not to be believed before it was checked.
 *
 * @param found who wrote the lines, of those where that could be told
 * @param trouble why it is not known of all; empty if it is
 */
public record BlameAnswer(Map<BlameTarget, Blame> found, String trouble) implements Serializable {
    public BlameAnswer {
        Objects.requireNonNull(trouble);
        found = Map.copyOf(found);
    }
}
