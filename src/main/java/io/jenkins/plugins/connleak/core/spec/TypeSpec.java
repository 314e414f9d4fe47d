package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
 * @param closing how a try-with-resources statement closes it, if one may
 */
public record TypeSpec(
        String name,
        Optional<ResourceKind> kind,
        List<String> supertypes,
        MethodSpecs methods,
        String thrown,
        Optional<Closing> closing) {
    /** What a method does to the object it is called on, or to what it is given. */
    public enum Role {
        /** Closes it. */
        RELEASE,
        /** Returns it. */
        FLUENT,
        /** Closes what it opened before. */
        REPLACE,
        /** Does not throw. */
        QUIET,
        /** Answers for closing what it is given. */
        KEEP,
        /** Neither closes nor keeps what it is given. */
        BORROWS,
        /** Makes it go with what it opened. */
        HAND_OVER,
        /** Closes it where it fails, or answers that there is no more. */
        ENDS,
        /** Closes what it is given. */
        CLOSES,
        /** Returns something that is closed instead of what it is given. */
        WRAPS;

        /** The roles that are about what a method is given. */
        public static final Set<Role> OF_ARGUMENTS = Set.of(CLOSES, WRAPS, KEEP, BORROWS);

        /** The key in a catalog file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a type's methods do, by name.
     *
     * @param roles the methods of each role
     * @param acquire methods (or {@code new} for the constructors) that open something
     * @param returns methods that hand out something that is not the caller's to close, with its qualified type
     */
    public record MethodSpecs(
            Map<Role, Set<String>> roles, Map<String, AcquisitionSpec> acquire, Map<String, String> returns) {
        public MethodSpecs {
            roles = Map.copyOf(roles);
            acquire = Map.copyOf(acquire);
            returns = Map.copyOf(returns);
        }

        /** Whether a method has a role. */
        public boolean is(Role role, String method) {
            return roles.getOrDefault(role, Set.of()).contains(method);
        }
    }

    /**
     * What {@code close()} of an {@link AutoCloseable} does.
     *
     * @param thrown simple name of the checked exception that it declares; empty if it declares none
     * @param again whether it may be called again on what is closed
     */
    public record Closing(String thrown, boolean again) {}

    public TypeSpec {
        supertypes = List.copyOf(supertypes);
    }

    /** This, and what a later entry adds or says otherwise. */
    TypeSpec extendedBy(TypeSpec more) {
        Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Set<String> all = CatalogContent.union(
                    methods.roles().getOrDefault(role, Set.of()),
                    more.methods.roles().getOrDefault(role, Set.of()));
            if (!all.isEmpty()) {
                roles.put(role, all);
            }
        }
        MethodSpecs all = new MethodSpecs(
                roles,
                CatalogContent.union(methods.acquire(), more.methods.acquire()),
                CatalogContent.union(methods.returns(), more.methods.returns()));
        return new TypeSpec(
                name,
                more.kind.or(() -> kind),
                List.copyOf(
                        CatalogContent.union(new LinkedHashSet<>(supertypes), new LinkedHashSet<>(more.supertypes))),
                all,
                more.thrown.isEmpty() ? thrown : more.thrown,
                more.closing.or(() -> closing));
    }

    /** The name without its package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
