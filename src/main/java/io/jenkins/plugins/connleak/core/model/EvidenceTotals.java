package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much run-time evidence there is.
 *
 * @param files logs read
 * @param leaks connections that pools and drivers reported as leaked, without those that came back
 * @param returned connections that were reported and came back later
 * @param exhaustions requests that got no connection
 * @param confirmed leaks of the report that the logs confirm
 * @param unmatched places in the logs of which the report has no leak
 */
public record EvidenceTotals(int files, int leaks, int returned, int exhaustions, int confirmed, int unmatched)
        implements Serializable {
    /** No log was read. */
    public static final EvidenceTotals NONE = new EvidenceTotals(0, 0, 0, 0, 0, 0);

    /** The counts by name, in the order above; empty if no log was read. */
    public Map<String, Integer> byName() {
        if (files == 0) {
            return Map.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("files", files);
        counts.put("leaks", leaks);
        counts.put("returned", returned);
        counts.put("exhaustions", exhaustions);
        counts.put("confirmed", confirmed);
        counts.put("unmatched", unmatched);
        return Collections.unmodifiableMap(counts);
    }
}
