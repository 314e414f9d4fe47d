package io.jenkins.plugins.connleak.core.baseline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a tripped gate means, the least first. The names are those that users write. */
public enum Criticality {
    /** It is said, and nothing else happens. */
    NOTE,
    /** The stage and the build are unstable. */
    UNSTABLE,
    /** The stage failed, and the build is unstable. */
    ERROR,
    /** The stage and the build failed. */
    FAILURE;

    /** The criticality of that name in any case, or empty if there is none. */
    public static Optional<Criticality> ofName(String name) {
        String wanted = name.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(criticality -> criticality.name().equals(wanted))
                .findFirst();
    }
}
