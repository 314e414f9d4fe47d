package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import java.io.Serializable;
import java.util.Objects;

/**
 * All a scan needs to know; travels to the agent.
 *
 * @param engine which analysis looks for leaks
 * @param sources which files
 * @param house the team's own files
 * @param minimum findings less certain than this are dropped
 * @param threads number of threads; 0 means one per core
 * @param tag what the result is filed under
 */
public record ScanOptions(
        Engine engine, SourceSelection sources, HouseFiles house, Certainty minimum, int threads, BuildTag tag)
        implements Serializable {
    /** Flow analysis of everything that is Java. */
    public static final ScanOptions DEFAULT = new ScanOptions(
            Engine.FLOW, SourceSelection.DEFAULT, HouseFiles.NONE, Certainty.POSSIBLE, 0, BuildTag.NONE);

    public ScanOptions {
        Objects.requireNonNull(engine);
        Objects.requireNonNull(sources);
        Objects.requireNonNull(house);
        Objects.requireNonNull(minimum);
        Objects.requireNonNull(tag);
    }
}
