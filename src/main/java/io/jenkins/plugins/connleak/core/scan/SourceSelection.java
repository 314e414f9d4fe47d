package io.jenkins.plugins.connleak.core.scan;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files are looked at, and how they are decoded.
 *
 * @param includes Ant-style patterns relative to a root; empty means {@code **}{@code /*.java}
 * @param excludes Ant-style patterns of what is left out
 * @param encoding name of the encoding; null means UTF-8 with a reported fallback
 * @param maxFileBytes larger files are left out and reported
 */
public record SourceSelection(
        List<String> includes,
        List<String> excludes,
        @Nullable String encoding,
        long maxFileBytes) implements Serializable {
    /** Everything that is Java. */
    public static final SourceSelection DEFAULT = new SourceSelection(List.of(), List.of(), null, 10L * 1024 * 1024);

    public SourceSelection {
        includes = includes.isEmpty() ? List.of("**/*.java") : List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }
}
