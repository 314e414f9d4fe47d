package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One point of a trend: the totals of one scan of one build.
 *
 * @param tag job, release and build number
 * @param finishedAt when the scan ended
 * @param total number of leaks
 * @param byRule number of leaks by rule id
 * @param byCertainty number of leaks by certainty id
 */
public record HistoryEntry(
        BuildTag tag, Instant finishedAt, int total, Map<String, Integer> byRule, Map<String, Integer> byCertainty)
        implements Serializable {
    public HistoryEntry {
        Objects.requireNonNull(tag);
        Objects.requireNonNull(finishedAt);
        byRule = Collections.unmodifiableMap(new TreeMap<>(byRule));
        byCertainty = Collections.unmodifiableMap(new TreeMap<>(byCertainty));
    }
}
