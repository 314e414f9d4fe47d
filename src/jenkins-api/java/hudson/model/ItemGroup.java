package hudson.model;

import org.jspecify.annotations.Nullable;

public interface ItemGroup<T extends Item> extends PersistenceRoot {
    default <T extends Item> java.util.List<T> getAllItems(Class<T> type) {
        throw new AssertionError("declaration");
    }

    @Nullable
    T getItem(String name) throws org.springframework.security.access.AccessDeniedException;
}
