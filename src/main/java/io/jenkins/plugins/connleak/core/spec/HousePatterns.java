package io.jenkins.plugins.connleak.core.spec;

import java.util.Objects;
import java.util.Optional;

/** The acquisitions and releases that a team's regex file names, asked line by line. */
public interface HousePatterns {
    /**
     * What the acquisition pattern says of a line.
     *
     * @param variable the variable that the line acquires, if it acquires one
     * @param complaint why the pattern was given up on the line, if it was; there is no variable then
     */
    record Acquisition(Optional<String> variable, Optional<String> complaint) {
        /** The line acquires nothing. */
        public static final Acquisition NONE = new Acquisition(Optional.empty(), Optional.empty());

        public Acquisition {
            Objects.requireNonNull(variable);
            Objects.requireNonNull(complaint);
        }
    }

    /** What the line acquires; what stands in its comments does not count. */
    Acquisition acquiredBy(String line);

    /** Whether the line releases that variable; what stands in its comments does not count. */
    boolean releases(String line, String variable);
}
