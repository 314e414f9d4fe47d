package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is known of a report's leaks beside the report. Leaks go by their place in it, from 0.
 *
 * @param history what other builds tell
 * @param blames who wrote the line of the acquisition, where that is known
 */
public record LeakFacts(LeakHistory history, Map<Integer, Blame> blames) {
    public LeakFacts {
        Objects.requireNonNull(history);
        blames = Collections.unmodifiableMap(new TreeMap<>(blames));
    }
}
