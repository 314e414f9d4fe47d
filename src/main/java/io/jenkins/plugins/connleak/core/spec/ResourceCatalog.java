package io.jenkins.plugins.connleak.core.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What acquires, releases and owns: library knowledge as data. A type that can't be resolved to a qualified name is
 * looked up by its simple name.
 */
public final class ResourceCatalog {
    private static final String BUILT_IN = "catalog.yml";

    private final CatalogContent content;
    private final Map<String, TypeSpec> types = new LinkedHashMap<>();
    private final Map<String, TypeSpec> bySimpleName = new HashMap<>();
    private final Map<String, List<TypeSpec>> lineages = new ConcurrentHashMap<>();
    private final Map<String, List<AcquisitionSpec>> openers = new HashMap<>();
    private final Set<String> ofTeam;
    private final Optional<HousePatterns> house;

    private ResourceCatalog(CatalogContent content, Set<String> ofTeam, Optional<HousePatterns> house) {
        this.content = content;
        for (TypeSpec type : content.types()) {
            types.put(type.name(), type);
            bySimpleName.putIfAbsent(type.simpleName(), type);
            type.methods().acquire().forEach((method, spec) -> openers.computeIfAbsent(method, key -> new ArrayList<>())
                    .add(spec));
        }
        this.ofTeam = Set.copyOf(ofTeam);
        this.house = Objects.requireNonNull(house);
    }

    /** The catalog that comes with connleak. */
    public static ResourceCatalog builtIn() {
        try (InputStream in = ResourceCatalog.class.getResourceAsStream(BUILT_IN)) {
            Reader reader = new InputStreamReader(Objects.requireNonNull(in, BUILT_IN), StandardCharsets.UTF_8);
            CatalogContent content = new CatalogReader(BUILT_IN).read(reader);
            return new ResourceCatalog(content, Set.of(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CatalogException e) {
            throw new IllegalStateException("the catalog that comes with connleak can't be read", e);
        }
    }

    /** A catalog as it was when it was kept. */
    public static ResourceCatalog of(KeptCatalog kept) {
        return new ResourceCatalog(kept.content(), kept.ofTeam(), Optional.empty());
    }

    /** All of it that comes from catalog files. */
    public KeptCatalog kept() {
        return KeptCatalog.of(content, ofTeam);
    }

    /** The file that {@link #builtIn()} reads. */
    public static byte[] builtInFile() {
        try (InputStream in = ResourceCatalog.class.getResourceAsStream(BUILT_IN)) {
            return Objects.requireNonNull(in, BUILT_IN).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This catalog, and what a team's file says, which holds where both say something. */
    ResourceCatalog with(CatalogContent team) {
        Set<String> names = team.types().stream().map(TypeSpec::name).collect(Collectors.toSet());
        return new ResourceCatalog(content.with(team), CatalogContent.union(ofTeam, names), house);
    }

    /** This catalog, and the acquisitions and releases that a team's regex file names. */
    public ResourceCatalog withHousePatterns(HousePatterns patterns) {
        return new ResourceCatalog(content, ofTeam, Optional.of(patterns));
    }

    /** The patterns of the team's regex file, if there is one. */
    public Optional<HousePatterns> housePatterns() {
        return house;
    }

    /** What is known of methods by their names alone. */
    public CallNames callNames() {
        return content.callNames();
    }

    /** All types, in the order in which they were given. */
    public Collection<TypeSpec> types() {
        return types.values();
    }

    /** What methods of that name open, whichever type has them. */
    public List<AcquisitionSpec> opening(String method) {
        return List.copyOf(openers.getOrDefault(method, List.of()));
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
        return content.endings().entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()) && !simple.equals(ending.getKey()))
                .max(Comparator.comparingInt(ending -> ending.getKey().length()))
                .flatMap(ending -> Optional.ofNullable(types.get(ending.getValue())));
    }

    /** Whether a team's file has an entry for the type of that qualified name: then it holds even where the code is seen. */
    public boolean isOfTeam(String qualifiedName) {
        return !ofTeam.isEmpty() && ofTeam.contains(qualifiedName);
    }

    /** The simple name of what an exception extends, if it is known. */
    public Optional<String> exceptionParent(String simpleName) {
        return Optional.ofNullable(content.exceptions().get(simpleName));
    }

    /** Whether there is a type of that qualified name. */
    public boolean knows(String qualifiedName) {
        return types.containsKey(qualifiedName);
    }

    /** The type and all that it extends, nearest first. */
    public List<TypeSpec> lineage(TypeSpec type) {
        List<TypeSpec> known = lineages.get(type.name());
        if (known == null) {
            known = lineageAnew(type);
            lineages.put(type.name(), known);
        }
        return known;
    }

    private List<TypeSpec> lineageAnew(TypeSpec type) {
        List<TypeSpec> found = new ArrayList<>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            for (String name : found.get(i).supertypes()) {
                TypeSpec parent = types.get(name);
                if (parent != null && !found.contains(parent)) {
                    found.add(parent);
                }
            }
        }
        return List.copyOf(found);
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
