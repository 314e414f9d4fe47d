package hudson.model;

import org.jspecify.annotations.Nullable;

public abstract class Descriptor<T extends Describable<T>> implements jenkins.model.Loadable, Saveable {
    protected Descriptor() {}

    public String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public @Nullable String getHelpFile(@Nullable String fieldName) {
        throw new AssertionError("declaration");
    }

    public synchronized void save() {
        throw new AssertionError("declaration");
    }

    public synchronized void load() {
        throw new AssertionError("declaration");
    }
}
