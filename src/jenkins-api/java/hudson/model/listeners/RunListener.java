package hudson.model.listeners;

public abstract class RunListener<R extends hudson.model.Run> implements hudson.ExtensionPoint {
    protected RunListener() {}

    public void onDeleted(R r) {
        throw new AssertionError("declaration");
    }
}
