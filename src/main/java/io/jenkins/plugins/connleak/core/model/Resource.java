package io.jenkins.plugins.connleak.core.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * The thing that leaks.
 *
 * @param kind the sort of resource
 * @param type its type as far as it is known, qualified where it could be resolved, such as {@code java.sql.Connection}; may be empty
 * @param variable the local variable or field that holds it; empty for a temporary
 */
public record Resource(ResourceKind kind, String type, String variable) implements Serializable {
    public Resource {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(type);
        Objects.requireNonNull(variable);
    }
}
