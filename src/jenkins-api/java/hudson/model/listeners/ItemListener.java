package hudson.model.listeners;

public class ItemListener implements hudson.ExtensionPoint {
    public ItemListener() {}

    public void onLoaded() {
        throw new AssertionError("declaration");
    }

    public void onDeleted(hudson.model.Item item) {
        throw new AssertionError("declaration");
    }

    public void onBeforeShutdown() {
        throw new AssertionError("declaration");
    }
}
