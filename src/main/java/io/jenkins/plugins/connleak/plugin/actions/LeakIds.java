package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids by which addresses refer to the leaks of a report: the fingerprint, so that a link holds for the same leak of
 * another build, or, where a report of another tool or version has none or has it twice, the place in the report.
 */
final class LeakIds {
    private final List<String> ids;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    LeakIds(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            String fingerprint = findings.get(i).fingerprint().exact();
            String id = fingerprint.isEmpty() || places.containsKey(fingerprint) ? "n" + (i + 1) : fingerprint;
            places.put(id, i);
        }
        this.ids = List.copyOf(places.keySet());
    }

    /** The id of the leak at that place of the report, from 0. */
    String at(int place) {
        return ids.get(place);
    }

    /** The place of the leak with that id, from 0, or empty if there is none. */
    Optional<Integer> placeOf(String id) {
        return Optional.ofNullable(places.get(id));
    }
}
