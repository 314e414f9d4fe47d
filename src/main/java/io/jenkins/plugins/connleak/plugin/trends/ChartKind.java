package io.jenkins.plugins.connleak.plugin.trends;

import io.jenkins.plugins.connleak.plugin.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a trend chart shows. The names are those that users write. */
public enum ChartKind {
    /** All leaks, definite and possible ones apart. */
    CERTAINTY,
    /** What came and what went. */
    NEW_FIXED,
    /** Leaks by rule. */
    RULES,
    /** Leaks of the packages that have most. */
    PACKAGES,
    /** How long the scans took. */
    DURATION,
    /** What logs of running programs say. */
    EVIDENCE;

    /** What it is called, in the language of the reader. */
    public String title() {
        return switch (this) {
            case CERTAINTY -> Messages.ChartKind_certainty();
            case NEW_FIXED -> Messages.ChartKind_newFixed();
            case RULES -> Messages.ChartKind_rules();
            case PACKAGES -> Messages.ChartKind_packages();
            case DURATION -> Messages.ChartKind_duration();
            case EVIDENCE -> Messages.ChartKind_evidence();
        };
    }

    /** The kind of that name in any case, or empty if there is none. */
    public static Optional<ChartKind> ofName(String name) {
        String wanted = name.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst();
    }
}
