package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a finding tells its reader.
 *
 * @param message one sentence: what leaks and when
 * @param path the path on which it stays open, from the acquisition on; never empty
 * @param hint how to mend it, in a sentence or two
 * @param fix the change that mends it, where one can be offered without doubt; null otherwise
 * @param confirmation what logs of running programs say of it; null if they say nothing
 */
public record Explanation(
        String message,
        List<PathStep> path,
        String hint,
        @Nullable Fix fix,
        @Nullable Confirmation confirmation) implements Serializable {
    public Explanation {
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
        path = List.copyOf(path);
    }

    /** Without a fix and without run-time evidence. */
    public Explanation(String message, List<PathStep> path, String hint) {
        this(message, path, hint, null, null);
    }

    /** The change that mends it, if one is offered; {@link Fix#diffLines()} is what a page shows of it. */
    public Optional<Fix> offeredFix() {
        return Optional.ofNullable(fix);
    }

    /** What logs of running programs say of it, if they say anything. */
    public Optional<Confirmation> runtimeEvidence() {
        return Optional.ofNullable(confirmation);
    }
}
