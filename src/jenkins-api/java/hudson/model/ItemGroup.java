package hudson.model;

import org.jspecify.annotations.Nullable;

public interface ItemGroup<T extends Item> extends PersistenceRoot {
    @Nullable
    T getItem(String name) throws org.springframework.security.access.AccessDeniedException;
}
