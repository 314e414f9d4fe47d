package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import java.util.List;

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
    record Import(String name, boolean isStatic, boolean isStar) {}

    FileHeader(String path, String packageName, List<Import> imports) {
        this(path, packageName, Later.of(List.copyOf(imports)));
    }

    /** Its imports, in their order. */
    List<Import> imports() {
        return declared.get();
    }
}
