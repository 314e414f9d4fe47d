package io.jenkins.plugins.connleak.core.spec;

/** What acquires, releases, wraps and owns: library knowledge as data. */
public final class ResourceCatalog {
    private ResourceCatalog() {}

    /** The catalog that comes with connleak. */
    public static ResourceCatalog builtIn() {
        return new ResourceCatalog();
    }
}
