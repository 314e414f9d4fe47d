package hudson.views;

public abstract class ListViewColumn implements hudson.ExtensionPoint, hudson.model.Describable<ListViewColumn> {
    public String getColumnCaption() {
        throw new AssertionError("declaration");
    }
}
