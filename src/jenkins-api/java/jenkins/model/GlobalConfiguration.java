package jenkins.model;

public abstract class GlobalConfiguration extends hudson.model.Descriptor<GlobalConfiguration>
        implements hudson.ExtensionPoint, hudson.model.Describable<GlobalConfiguration> {
    protected GlobalConfiguration() {}

    public final hudson.model.Descriptor<GlobalConfiguration> getDescriptor() {
        throw new AssertionError("declaration");
    }
}
