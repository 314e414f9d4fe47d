package io.jenkins.plugins.connleak.plugin.trends;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The builds that were deleted of late, in the memory of this process: while an index is made again, a build may be
 * deleted of which a point was collected before. Bounded: what is long past is forgotten.
 */
final class Deletions {
    private static final int MAX_REMEMBERED = 10_000;

    /**
     * A point that was taken away.
     *
     * @param index file of the index
     * @param number number of the build
     */
    private record Deletion(Path index, int number) {}

    private final Set<Deletion> known = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Deletion, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    synchronized void remember(Path index, int number) {
        known.add(new Deletion(index, number));
    }

    /** There is a build of that number again. */
    synchronized void forget(Path index, int number) {
        known.remove(new Deletion(index, number));
    }

    synchronized boolean isKnown(Path index, int number) {
        return known.contains(new Deletion(index, number));
    }
}
