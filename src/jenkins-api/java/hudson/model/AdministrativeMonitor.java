package hudson.model;

public abstract class AdministrativeMonitor extends AbstractModelObject
        implements hudson.ExtensionPoint, org.kohsuke.stapler.StaplerProxy {
    protected AdministrativeMonitor() {}

    public String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public abstract boolean isActivated();

    public Object getTarget() {
        throw new AssertionError("declaration");
    }
}
