package hudson.model;

public abstract class Descriptor<T extends Describable<T>> implements jenkins.model.Loadable, Saveable {
    protected Descriptor() {}

    public String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public synchronized void save() {
        throw new AssertionError("declaration");
    }

    public synchronized void load() {
        throw new AssertionError("declaration");
    }
}
