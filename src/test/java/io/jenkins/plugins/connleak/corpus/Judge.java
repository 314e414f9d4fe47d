package io.jenkins.plugins.connleak.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what an engine reports with what the markers expect. */
final class Judge {
    private Judge() {}

    /** What disagrees, sorted; empty if the engine does exactly what the markers say. */
    static List<String> complaints(Collection<Marker> markers, Collection<Leak> reported) {
        Map<Leak, Marker> expected = new HashMap<>();
        Set<String> complaints = new TreeSet<>();
        for (Marker marker : markers) {
            if (expected.put(marker.leak(), marker) != null) {
                complaints.add(marker.leak() + " is marked twice");
            }
        }
        Set<Leak> seen = new HashSet<>(reported);
        for (Marker marker : markers) {
            if (marker.kind().isReported() != seen.contains(marker.leak())) {
                complaints.add(marker.leak() + reason(marker.kind()));
            }
        }
        for (Leak leak : seen) {
            if (!expected.containsKey(leak)) {
                complaints.add(leak + " is reported and not marked");
            }
        }
        return new ArrayList<>(complaints);
    }

    private static String reason(Marker.Kind kind) {
        return switch (kind) {
            case LEAK -> " is not reported";
            case FN -> " is marked FN and is found now: make it LEAK";
            case FP -> " is marked FP and is gone now: take the marker away";
        };
    }
}
