package jenkins.model;

public abstract class TransientActionFactory<T> implements hudson.ExtensionPoint {
    public abstract Class<T> type();

    public Class<? extends hudson.model.Action> actionType() {
        throw new AssertionError("declaration");
    }

    public abstract java.util.Collection<? extends hudson.model.Action> createFor(T target);
}
