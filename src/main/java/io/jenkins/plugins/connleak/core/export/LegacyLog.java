package io.jenkins.plugins.connleak.core.export;

import java.util.List;
import java.util.Objects;

/**
 * A leak log in the legacy text form, as it was read.
 *
 * @param leaks the leaks in the order of the log, doubles included
 * @param statedTotal the sum of the totals that the log states, or {@link #NO_TOTAL}
 * @param warnings what is odd about the log, such as a total that does not fit
 */
public record LegacyLog(List<Leak> leaks, long statedTotal, List<String> warnings) {
    /** Stands for a total that the log does not state. */
    public static final long NO_TOTAL = -1;

    public LegacyLog {
        leaks = List.copyOf(leaks);
        warnings = List.copyOf(warnings);
    }

    /**
     * One leak of the log.
     *
     * @param file simple name of the file, such as {@code TaskHelper.java}
     * @param method the method line, trimmed
     */
    public record Leak(String file, String method) {
        public Leak {
            Objects.requireNonNull(file);
            Objects.requireNonNull(method);
        }
    }
}
