package hudson.views;

public abstract class ListViewColumnDescriptor extends hudson.model.Descriptor<ListViewColumn> {
    public boolean shownByDefault() {
        throw new AssertionError("declaration");
    }
}
