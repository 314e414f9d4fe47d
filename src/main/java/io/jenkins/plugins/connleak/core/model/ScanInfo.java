package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What made a report.
 *
 * @param toolVersion version of connleak
 * @param engine id of the engine: {@code flow}, {@code regex} or {@code both}
 * @param tag what the result is filed under
 * @param options options that change results, by name, as text
 */
public record ScanInfo(String toolVersion, String engine, BuildTag tag, Map<String, String> options)
        implements Serializable {
    public ScanInfo {
        Objects.requireNonNull(toolVersion);
        Objects.requireNonNull(engine);
        Objects.requireNonNull(tag);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
