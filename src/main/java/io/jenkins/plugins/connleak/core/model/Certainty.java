package io.jenkins.plugins.connleak.core.model;

import java.util.Locale;

/** How sure a finding is; {@link #DEFINITE} comes before {@link #POSSIBLE} wherever findings are ordered. */
public enum Certainty {
    /** Some feasible path leaks, whatever code that was not seen does. */
    DEFINITE,
    /** It leaks if code that was not seen behaves as its names suggest. */
    POSSIBLE;

    /** The lower-case name used in reports, options and documents. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a finding of this certainty is shown when {@code minimum} is asked for. */
    public boolean isAtLeast(Certainty minimum) {
        return compareTo(minimum) <= 0;
    }
}
