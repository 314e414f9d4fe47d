package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalog knows of one type.
 *
 * @param name qualified name
 * @param kind what it is, if it is a resource itself
 * @param supertypes qualified names of the catalog types it extends
 * @param methods what its methods do
 * @param thrown simple name of the exception that its methods throw; empty if none is declared
 */
public record TypeSpec(
        String name, Optional<ResourceKind> kind, List<String> supertypes, MethodSpecs methods, String thrown) {
    /**
     * What a type's methods do, by name.
     *
     * @param release methods that close the object
     * @param acquire methods (or {@code new} for the constructors) that open something
     * @param fluent methods that return the object they are called on
     * @param replace methods that close what the object opened before
     * @param quiet methods that do not throw
     * @param returns methods that hand out something that is not the caller's to close, with its qualified type
     */
    public record MethodSpecs(
            Set<String> release,
            Map<String, AcquisitionSpec> acquire,
            Set<String> fluent,
            Set<String> replace,
            Set<String> quiet,
            Map<String, String> returns) {
        public MethodSpecs {
            release = Set.copyOf(release);
            acquire = Map.copyOf(acquire);
            fluent = Set.copyOf(fluent);
            replace = Set.copyOf(replace);
            quiet = Set.copyOf(quiet);
            returns = Map.copyOf(returns);
        }
    }

    public TypeSpec {
        supertypes = List.copyOf(supertypes);
    }

    /** The name without its package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
