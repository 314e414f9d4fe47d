package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a file says about names.
 *
 * @param path the file, relative to the scanned root
 * @param packageName its package; empty for the default package
 * @param declared its imports
 */
record FileHeader(String path, String packageName, Later<List<Import>> declared) {
    /**
     * An import.
     *
     * @param name the name without {@code .*}
     * @param isStatic whether it imports members
     * @param isStar whether it imports everything in there
     */
    record Import(String name, boolean isStatic, boolean isStar) {
        // written out: what Java makes of a record by itself costs each start a while
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Import each
                    && isStatic == each.isStatic
                    && isStar == each.isStar
                    && name.equals(each.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    FileHeader(String path, String packageName, List<Import> imports) {
        this(path, packageName, Later.of(List.copyOf(imports)));
    }

    /** Its imports, in their order. */
    List<Import> imports() {
        return declared.get();
    }
}
