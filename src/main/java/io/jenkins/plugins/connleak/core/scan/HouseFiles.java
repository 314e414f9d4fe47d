package io.jenkins.plugins.connleak.core.scan;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The team's own files, as paths on the machine that scans.
 *
 * @param regexFile regex file; null for none (regex mode then uses the original's defaults)
 * @param ignoreFile ignore list; null for none
 */
public record HouseFiles(
        @Nullable String regexFile, @Nullable String ignoreFile) implements Serializable {
    /** None. */
    public static final HouseFiles NONE = new HouseFiles(null, null);
}
