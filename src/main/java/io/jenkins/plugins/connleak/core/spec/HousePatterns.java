package io.jenkins.plugins.connleak.core.spec;

import java.util.Optional;

/** The acquisitions and releases that a team's regex file names, asked line by line. */
public interface HousePatterns {
    /** The variable that the line acquires, if it acquires one; comments are already removed. */
    Optional<String> acquiredBy(String line);

    /** Whether the line releases that variable; comments are already removed. */
    boolean releases(String line, String variable);
}
