package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A place at which running programs were seen to leak, or to be refused a connection.
 *
 * @param frames the first frames of the program's own code, the acquisition first; empty if the log has no stack
 * @param sightings how often, and by whom
 */
public record EvidenceSite(List<StackFrame> frames, Sightings sightings) implements Serializable {
    /** Most frames of a site. */
    public static final int MAX_FRAMES = 4;

    public EvidenceSite {
        frames = List.copyOf(frames);
        Objects.requireNonNull(sightings);
    }
}
