package hudson.model;

import org.jspecify.annotations.Nullable;

public abstract class InvisibleAction implements Action {
    public final @Nullable String getIconFileName() {
        throw new AssertionError("declaration");
    }

    public final @Nullable String getDisplayName() {
        throw new AssertionError("declaration");
    }

    public @Nullable String getUrlName() {
        throw new AssertionError("declaration");
    }
}
