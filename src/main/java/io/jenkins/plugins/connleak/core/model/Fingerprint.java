package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a finding is recognised by in another build; neither part holds a line number.
 *
 * @param exact rule, method, resource and text of the acquisition, hashed; unique within a report; lower-case hex
 * @param context the acquisition and the lines around it, hashed, without the names of file, class, method and variable: survives moves and renames; lower-case hex
 */
public record Fingerprint(String exact, String context) implements Serializable {
    /** Not computed yet. */
    public static final Fingerprint NONE = new Fingerprint("", "");

    public Fingerprint {
        Objects.requireNonNull(exact);
        Objects.requireNonNull(context);
    }
}
