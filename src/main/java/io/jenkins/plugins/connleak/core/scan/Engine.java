package io.jenkins.plugins.connleak.core.scan;

import java.util.Locale;

/** Which analysis looks for leaks. */
public enum Engine {
    FLOW,
    REGEX,
    BOTH;

    /** The lower-case name used in options and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the flow analysis runs. */
    public boolean usesFlow() {
        return this != REGEX;
    }

    /** Whether the pattern analysis runs. */
    public boolean usesRegex() {
        return this != FLOW;
    }
}
