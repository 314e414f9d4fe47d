package io.jenkins.plugins.connleak.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files under a root that some include pattern matches and no exclude pattern does. Symbolic links are
 * followed as long as they stay within the root; each folder is entered at most once through links, so loops end, and
 * no file is found twice. What is not a regular file (a pipe, a device) is never found.
 */
public final class SourceFinder {
    private static final List<String> DEFAULT_INCLUDES = List.of("**/*.java");

    private final List<PathPattern> includes;
    private final List<PathPattern> excludes;

    /** Finds what those Ant-style patterns select; no include at all means every Java file. */
    public SourceFinder(List<String> includes, List<String> excludes) {
        this.includes = (includes.isEmpty() ? DEFAULT_INCLUDES : includes)
                .stream().map(PathPattern::of).toList();
        this.excludes = excludes.stream().map(PathPattern::of).toList();
    }

    /**
     * Searches the tree under {@code root}.
     *
     * @throws IOException if the root itself does not exist or can't be resolved
     * @throws InterruptedException if the calling thread is interrupted
     */
    public FoundFiles find(Path root) throws IOException, InterruptedException {
        return new TreeWalk(root.toRealPath(), this).walk();
    }

    boolean selects(String path) {
        return anyMatches(includes, path) && !anyMatches(excludes, path);
    }

    /** A plain loop: this is asked of every entry of a tree. */
    private static boolean anyMatches(List<PathPattern> patterns, String path) {
        for (PathPattern pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    boolean mayHoldSelected(String folder) {
        for (PathPattern pattern : excludes) {
            if (pattern.matchesAllBelow(folder)) {
                return false;
            }
        }
        for (PathPattern pattern : includes) {
            if (pattern.couldMatchBelow(folder)) {
                return true;
            }
        }
        return false;
    }
}
