package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * A finding that somebody decided not to see.
 *
 * @param finding the finding
 * @param by what silences it
 * @param reason the reason given beside it; may be empty
 */
public record SilencedFinding(Finding finding, By by, String reason) implements Serializable {
    /** The means by which a finding is silenced. */
    public enum By {
        IGNORE_LIST("ignore-list"),
        ANNOTATION("annotation"),
        COMMENT("comment");

        private final String id;

        By(String id) {
            this.id = id;
        }

        /** The name used in reports and documents. */
        public String id() {
            return id;
        }
    }

    public SilencedFinding {
        Objects.requireNonNull(finding);
        Objects.requireNonNull(by);
        Objects.requireNonNull(reason);
    }
}
