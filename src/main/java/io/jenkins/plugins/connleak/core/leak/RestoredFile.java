package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that has not changed. What is in its types is made of what was kept, and its bodies of its source, when one of
 * them is asked for first. Safe from several threads.
 */
final class RestoredFile {
    private final KeptFile kept;
    private final ChangedFiles files;
    private final IntFunction<String> names;
    private final LoweredFile file;
    private @Nullable LoweredFile source;
    private volatile boolean isStale;

    /**
     * The file that this was.
     *
     * @param names tells the names that bodies mention
     */
    RestoredFile(KeptFile kept, ChangedFiles files, IntFunction<String> names) {
        this.kept = kept;
        this.files = files;
        this.names = names;
        FileHeader header = new FileHeader(
                kept.path(),
                kept.packageName(),
                Later.by(() -> checked(() -> kept.outline().get().header().imports())));
        List<TypeModel> types = new ArrayList<>(kept.types().size());
        for (KeptFile.Type type : kept.types()) {
            int index = types.size();
            TypeModel outer = type.outer() < 0 ? null : types.get(type.outer());
            types.add(new TypeModel(header, type, outer, kept::mayDeclare, model -> content(index, model)));
        }
        this.file = new LoweredFile(header, types, () -> source().house(), kept.problems());
    }

    /** The file as others see it. */
    LoweredFile file() {
        return file;
    }

    /** What was kept of it. */
    KeptFile kept() {
        return kept;
    }

    private TypeModel.Content content(int type, TypeModel model) {
        return checked(() -> kept.outline().get().content(type, model, this::source, names));
    }

    private synchronized LoweredFile source() {
        LoweredFile known = source;
        if (known == null) {
            known = checked(this::read);
            source = known;
        }
        return known;
    }

    private LoweredFile read() {
        LoweredFile read = files.lower(kept.path());
        if (!kept.outline().get().isOf(read)) {
            throw new IllegalStateException("not the file that was kept: " + kept.path());
        }
        return read;
    }

    private <T> T checked(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalStateException e) {
            isStale = true;
            throw e;
        }
    }

    /** Whether it turned out to be another file than the one that was kept: all that rests on it is void. */
    boolean isStale() {
        return isStale;
    }
}
