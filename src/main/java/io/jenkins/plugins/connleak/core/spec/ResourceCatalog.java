package io.jenkins.plugins.connleak.core.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What acquires, releases and owns: library knowledge as data. A type that can't be resolved to a qualified name is
 * looked up by its simple name.
 */
public final class ResourceCatalog {
    private static final String BUILT_IN = "catalog.yml";

    private final Map<String, TypeSpec> types;
    private final Map<String, TypeSpec> bySimpleName = new HashMap<>();
    private final Map<String, String> endings;
    private final CallNames callNames;
    private final Optional<HousePatterns> house;

    ResourceCatalog(
            Collection<TypeSpec> types,
            Map<String, String> endings,
            CallNames callNames,
            Optional<HousePatterns> house) {
        this.types = new LinkedHashMap<>();
        for (TypeSpec type : types) {
            this.types.put(type.name(), type);
            bySimpleName.putIfAbsent(type.simpleName(), type);
        }
        this.endings = Map.copyOf(endings);
        this.callNames = Objects.requireNonNull(callNames);
        this.house = Objects.requireNonNull(house);
    }

    /** The catalog that comes with connleak. */
    public static ResourceCatalog builtIn() {
        try (InputStream in = ResourceCatalog.class.getResourceAsStream(BUILT_IN)) {
            return new CatalogReader(BUILT_IN)
                    .read(new InputStreamReader(Objects.requireNonNull(in, BUILT_IN), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CatalogException e) {
            throw new IllegalStateException("the catalog that comes with connleak can't be read", e);
        }
    }

    /** This catalog, and the acquisitions and releases that a team's regex file names. */
    public ResourceCatalog withHousePatterns(HousePatterns patterns) {
        return new ResourceCatalog(types.values(), endings, callNames, Optional.of(patterns));
    }

    /** The patterns of the team's regex file, if there is one. */
    public Optional<HousePatterns> housePatterns() {
        return house;
    }

    /** What is known of methods by their names alone. */
    public CallNames callNames() {
        return callNames;
    }

    /** All types, in the order in which they were given. */
    public Collection<TypeSpec> types() {
        return types.values();
    }

    /** The type of that name: qualified, or simple if it could not be resolved; type arguments are ignored. */
    public Optional<TypeSpec> type(String name) {
        String erased = erase(name);
        TypeSpec type = types.get(erased);
        if (type == null && erased.indexOf('.') < 0) {
            type = bySimpleName.get(erased);
        }
        return type != null ? Optional.of(type) : byEnding(erased);
    }

    /** By what the simple name ends in, if it has more to it. */
    private Optional<TypeSpec> byEnding(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return endings.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()) && !simple.equals(ending.getKey()))
                .max(Comparator.comparingInt(ending -> ending.getKey().length()))
                .flatMap(ending -> Optional.ofNullable(types.get(ending.getValue())));
    }

    /** Whether there is a type of that qualified name. */
    public boolean knows(String qualifiedName) {
        return types.containsKey(qualifiedName);
    }

    /** The type and all that it extends, nearest first. */
    public List<TypeSpec> lineage(TypeSpec type) {
        List<TypeSpec> found = new ArrayList<>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            for (String name : found.get(i).supertypes()) {
                TypeSpec parent = types.get(name);
                if (parent != null && !found.contains(parent)) {
                    found.add(parent);
                }
            }
        }
        return found;
    }

    /** The first answer that the type or one that it extends gives. */
    public <T> Optional<T> inherited(TypeSpec type, Function<TypeSpec, Optional<T>> question) {
        return lineage(type).stream().map(question).flatMap(Optional::stream).findFirst();
    }

    /** Whether a method of the type, or of one that it extends, has a role. */
    public boolean is(TypeSpec type, TypeSpec.Role role, String method) {
        return lineage(type).stream().anyMatch(spec -> spec.methods().is(role, method));
    }

    private static String erase(String name) {
        int arguments = name.indexOf('<');
        return arguments < 0 ? name : name.substring(0, arguments);
    }
}
