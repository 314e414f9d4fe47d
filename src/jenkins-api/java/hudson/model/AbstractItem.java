package hudson.model;

@org.kohsuke.stapler.export.ExportedBean
public abstract class AbstractItem extends Actionable implements jenkins.model.Loadable, Item {
    public ItemGroup getParent() {
        throw new AssertionError("declaration");
    }

    public java.io.File getRootDir() {
        throw new AssertionError("declaration");
    }

    public final String getFullDisplayName() {
        throw new AssertionError("declaration");
    }

    public final String getFullName() {
        throw new AssertionError("declaration");
    }

    public final String getUrl() {
        throw new AssertionError("declaration");
    }

    public hudson.security.ACL getACL() {
        throw new AssertionError("declaration");
    }
}
