package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known about a scan beside its counts.
 *
 * @param id id of the scan within the build
 * @param name its name on the pages; empty for the usual one
 * @param tag what it is filed under
 * @param engine id of the engine
 * @param finishedAt when it ended
 * @param durationMillis how long it took, in milliseconds
 */
public record ScanFacts(String id, String name, BuildTag tag, String engine, Instant finishedAt, long durationMillis) {
    public ScanFacts {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(engine);
        Objects.requireNonNull(finishedAt);
    }
}
