package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.plugin.rows.Known;

/**
 * What the index of a report takes from the history of its leaks.
 *
 * @param history the history
 */
record KnownLeaks(LeakHistory history) implements Known {
    private static final FirstSeen UNKNOWN = new FirstSeen("", 0);

    @Override
    public boolean isNew(int place) {
        return history.isNew(place);
    }

    @Override
    public String firstJob(int place) {
        return history.firstSeen(place, UNKNOWN).job();
    }

    @Override
    public int firstBuild(int place) {
        return history.firstSeen(place, UNKNOWN).build();
    }
}
