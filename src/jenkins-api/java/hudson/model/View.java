package hudson.model;

@org.kohsuke.stapler.export.ExportedBean
public abstract class View extends AbstractModelObject
        implements hudson.security.AccessControlled, Describable<View>, hudson.ExtensionPoint, Saveable {
    public abstract java.util.Collection<TopLevelItem> getItems();

    public String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public String getUrl() {
        throw new AssertionError("declaration");
    }

    public hudson.security.ACL getACL() {
        throw new AssertionError("declaration");
    }

    public void save() throws java.io.IOException {
        throw new AssertionError("declaration");
    }
}
