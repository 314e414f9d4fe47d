package hudson.model;

import org.jspecify.annotations.Nullable;

public interface Action extends ModelObject {
    @Nullable
    String getIconFileName();

    @Nullable
    String getDisplayName();

    @Nullable
    String getUrlName();
}
