package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a result is filed under; strings as given, empty where not given.
 *
 * @param job full name of the job
 * @param release release number, such as {@code 4.5.0}
 * @param buildNumber build number as the team counts, such as {@code 19}
 */
public record BuildTag(String job, String release, String buildNumber) implements Serializable {
    /** No tag at all. */
    public static final BuildTag NONE = new BuildTag("", "", "");

    public BuildTag {
        Objects.requireNonNull(job);
        Objects.requireNonNull(release);
        Objects.requireNonNull(buildNumber);
    }
}
