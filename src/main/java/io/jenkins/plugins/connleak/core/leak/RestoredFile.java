package io.jenkins.plugins.connleak.core.leak;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bodies of a file that has not changed, made from its source when one of them is asked for first. Safe from several threads. */
final class RestoredFile implements Supplier<LoweredFile> {
    private final FileOutline outline;
    private final ChangedFiles files;
    private @Nullable LoweredFile lowered;
    private volatile boolean isStale;

    RestoredFile(FileOutline outline, ChangedFiles files) {
        this.outline = outline;
        this.files = files;
    }

    @Override
    public synchronized LoweredFile get() {
        LoweredFile known = lowered;
        if (known == null) {
            try {
                known = files.lower(outline.header().path());
                if (!outline.isOf(known)) {
                    throw new IllegalStateException("not the file that was kept: " + known.path());
                }
            } catch (IllegalStateException e) {
                isStale = true;
                throw e;
            }
            lowered = known;
        }
        return known;
    }

    /** Whether it turned out to be another file than the one that was kept: all that rests on it is void. */
    boolean isStale() {
        return isStale;
    }
}
