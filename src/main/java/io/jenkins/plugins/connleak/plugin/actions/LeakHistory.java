package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a report's leaks from other builds. Leaks go by their place in the report, from 0.
 *
 * @param added places of the leaks that the reference does not have
 * @param firstSeen the build that had the leak first, by place
 * @param fixed leaks of the reference that are gone, as it has them
 */
public record LeakHistory(SortedSet<Integer> added, List<FirstSeen> firstSeen, List<Finding> fixed) {
    /** Nothing is known. */
    public static final LeakHistory UNKNOWN = new LeakHistory(new TreeSet<>(), List.of(), List.of());

    public LeakHistory {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        firstSeen = List.copyOf(firstSeen);
        fixed = List.copyOf(fixed);
    }

    /** Whether the leak at that place is new. */
    public boolean isNew(int place) {
        return added.contains(place);
    }

    /** The build that had the leak at that place first; {@code otherwise} if nothing is known of it. */
    public FirstSeen firstSeen(int place, FirstSeen otherwise) {
        return place < firstSeen.size() ? firstSeen.get(place) : otherwise;
    }
}
