package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.rows.Known;
import java.util.Optional;

/**
 * What the index of a report takes from what is known of its leaks.
 *
 * @param facts what is known
 */
record KnownLeaks(LeakFacts facts) implements Known {
    private static final FirstSeen UNKNOWN = new FirstSeen("", 0);

    @Override
    public boolean isNew(int place) {
        return facts.history().isNew(place);
    }

    @Override
    public String firstJob(int place) {
        return facts.history().firstSeen(place, UNKNOWN).job();
    }

    @Override
    public int firstBuild(int place) {
        return facts.history().firstSeen(place, UNKNOWN).build();
    }

    @Override
    public Optional<Blame> blame(int place) {
        return Optional.ofNullable(facts.blames().get(place));
    }
}
