package io.jenkins.plugins.connleak.core.leak;

import java.util.List;
import java.util.Set;

/** What has changed since an analysis that was kept, and the way to the rest. */
public interface ChangedFiles {
    /** The files that are new or not as they were, lowered. */
    List<LoweredFile> lowered();

    /** The paths of the files that are no longer there, or can no longer be lowered. */
    Set<String> gone();

    /**
     * Lowers a file that has not changed. Called from several threads, at most once for each file.
     *
     * @throws IllegalStateException if it has changed meanwhile or can't be read
     */
    LoweredFile lower(String path);

    /** Whether a file that has not changed has one of these words in it. */
    boolean isMentioned(Set<String> words) throws InterruptedException;
}
