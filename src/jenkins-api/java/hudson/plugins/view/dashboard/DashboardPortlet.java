package hudson.plugins.view.dashboard;

public abstract class DashboardPortlet
        implements hudson.model.ModelObject, hudson.model.Describable<DashboardPortlet>, hudson.ExtensionPoint {
    public DashboardPortlet(String name) {}

    public String getName() {
        throw new AssertionError("declaration");
    }

    @Override
    public String getDisplayName() {
        throw new AssertionError("declaration");
    }
}
