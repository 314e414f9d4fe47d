package jenkins.model;

import org.jspecify.annotations.Nullable;

@org.kohsuke.stapler.export.ExportedBean
public class Jenkins extends hudson.model.AbstractCIBase
        implements hudson.model.ItemGroup<hudson.model.TopLevelItem>, hudson.security.AccessControlled {
    public static Jenkins get() throws IllegalStateException {
        throw new AssertionError("declaration");
    }

    @SuppressWarnings("rawtypes")
    public hudson.model.Descriptor getDescriptorOrDie(Class<? extends hudson.model.Describable> type) {
        throw new AssertionError("declaration");
    }

    public <T extends hudson.model.Item> @Nullable T getItemByFullName(String fullName, Class<T> type)
            throws org.springframework.security.access.AccessDeniedException {
        throw new AssertionError("declaration");
    }

    public hudson.model.@Nullable TopLevelItem getItem(String name)
            throws org.springframework.security.access.AccessDeniedException {
        throw new AssertionError("declaration");
    }

    public @Nullable String getRootUrl() throws IllegalStateException {
        throw new AssertionError("declaration");
    }

    public String getLegacyInstanceId() {
        throw new AssertionError("declaration");
    }

    public java.io.File getRootDir() {
        throw new AssertionError("declaration");
    }

    public void save() throws java.io.IOException {
        throw new AssertionError("declaration");
    }

    public hudson.security.ACL getACL() {
        throw new AssertionError("declaration");
    }

    public static final hudson.security.Permission ADMINISTER = hudson.model.Declared.value();
}
