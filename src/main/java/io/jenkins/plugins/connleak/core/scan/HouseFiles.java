package io.jenkins.plugins.connleak.core.scan;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The team's own files, as paths on the machine that scans.
 *
 * @param regexFile regex file; null for none (regex mode then uses the original's defaults)
 * @param ignoreFile ignore list; null for none
 * @param catalogFiles catalogs, the later holding before the earlier and all of them before {@code .connleak.yml} of a root
 */
public record HouseFiles(
        @Nullable String regexFile, @Nullable String ignoreFile, List<String> catalogFiles) implements Serializable {
    /** None. */
    public static final HouseFiles NONE = new HouseFiles(null, null);

    public HouseFiles {
        catalogFiles = List.copyOf(catalogFiles);
    }

    /** Without catalogs. */
    public HouseFiles(@Nullable String regexFile, @Nullable String ignoreFile) {
        this(regexFile, ignoreFile, List.of());
    }
}
