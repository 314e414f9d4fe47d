package io.jenkins.plugins.connleak.runtime;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reports of a tool that names all leaked connections again at every check. Those of the last two checks are still
 * open; of the others, which are no longer named, it says by that that they have come back. Of the last two and not of
 * the last one alone, as the log may end in the midst of it.
 */
final class LeakRounds {
    private final Map<String, LeakReport> latest = new LinkedHashMap<>();
    private Set<String> before = new LinkedHashSet<>();
    private Set<String> current = new LinkedHashSet<>();
    private int returned;

    void add(LeakReport report) {
        String name = report.head().pool() + "\n" + report.head().connection();
        if (current.contains(name)) {
            before.removeAll(current);
            before.forEach(latest::remove);
            returned += before.size();
            before = current;
            current = new LinkedHashSet<>();
        }
        if (latest.size() < EvidenceCollector.MAX_REMEMBERED || latest.containsKey(name)) {
            current.add(name);
            LeakReport earlier = latest.get(name);
            boolean isLess = earlier != null && report.frames().isEmpty();
            latest.put(name, isLess ? earlier : report);
        }
    }

    /** The connections that are still open. */
    List<LeakReport> open() {
        return List.copyOf(latest.values());
    }

    /** Number of connections that came back. */
    int returned() {
        return returned;
    }
}
