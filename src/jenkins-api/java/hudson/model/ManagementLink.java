package hudson.model;

import org.jspecify.annotations.Nullable;

public abstract class ManagementLink implements hudson.ExtensionPoint, Action {
    public ManagementLink() {}

    public abstract @Nullable String getIconFileName();

    public String getDescription() {
        throw new AssertionError("declaration");
    }

    public abstract @Nullable String getUrlName();

    public Category getCategory() {
        throw new AssertionError("declaration");
    }

    public enum Category {
        CONFIGURATION,
        SECURITY,
        STATUS,
        TROUBLESHOOTING,
        TOOLS,
        MISC,
        UNCATEGORIZED
    }
}
