package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalog file. Every error names the file and the line, and what to write there. */
final class CatalogReader {
    private static final String CLOSING_KEY = "try-with-resources";
    private static final Set<String> TOP_KEYS = Set.of("types", "endings", "names", "exceptions");
    private static final Set<String> TYPE_KEYS = Stream.concat(
                    Stream.of("type", "kind", "extends", "acquire", "returns", "throws", "replaces-known", CLOSING_KEY),
                    Arrays.stream(TypeSpec.Role.values()).map(TypeSpec.Role::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NAME_KEYS = Stream.concat(
                    Stream.of("exits"), Arrays.stream(CallNames.Group.values()).map(CallNames.Group::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CLOSING_KEYS = Set.of("throws", "again");
    private static final Set<String> ACQUIRE_KEYS = Set.of("methods", "type", "closed-with-receiver");

    private final YamlReader yaml;
    private final CatalogNames names;
    private final Set<String> replacing = new HashSet<>();

    CatalogReader(String file) {
        this.yaml = new YamlReader(file);
        this.names = new CatalogNames(yaml);
    }

    /** What the file says, its references checked together with what is known before. */
    CatalogContent read(Reader reader, ResourceCatalog known) throws CatalogException {
        CatalogContent content = read(reader);
        names.check(known.with(content));
        return content;
    }

    /** What the file says. */
    CatalogContent read(Reader reader) throws CatalogException {
        Optional<Node> root = yaml.compose(reader);
        if (root.isEmpty()) {
            return CatalogContent.EMPTY;
        }
        Map<String, Node> top = yaml.map(root.get(), TOP_KEYS);
        return new CatalogContent(
                types(top.get("types")),
                replacing,
                endings(top.get("endings")),
                callNames(top.get("names")),
                exceptions(top.get("exceptions")));
    }

    private List<TypeSpec> types(@Nullable Node node) throws CatalogException {
        Map<String, TypeSpec> types = new LinkedHashMap<>();
        if (node != null) {
            for (Node item : yaml.list(node)) {
                TypeSpec type = type(item);
                if (types.put(type.name(), type) != null) {
                    throw yaml.error(item, "'" + type.name() + "' has an entry above; put both into one");
                }
            }
        }
        return new ArrayList<>(types.values());
    }

    private TypeSpec type(Node node) throws CatalogException {
        Map<String, Node> keys = yaml.map(node, TYPE_KEYS);
        Node nameNode = keys.get("type");
        if (nameNode == null) {
            throw yaml.error(node, "'type' is missing: write the qualified name of the class");
        }
        String name = names.qualified(nameNode);
        if (keys.containsKey("replaces-known") && yaml.truth(keys.get("replaces-known"))) {
            replacing.add(name);
        }
        if (keys.containsKey("release")) {
            names.needsKind(keys.get("release"), name);
        }
        TypeSpec.MethodSpecs methods =
                new TypeSpec.MethodSpecs(roles(keys), acquisitions(keys.get("acquire")), returns(keys.get("returns")));
        return new TypeSpec(
                name,
                keys.containsKey("kind") ? Optional.of(kind(keys.get("kind"))) : Optional.empty(),
                keys.containsKey("extends") ? supertypes(keys.get("extends")) : List.of(),
                methods,
                keys.containsKey("throws") ? names.simple(keys.get("throws")) : "",
                keys.containsKey(CLOSING_KEY) ? Optional.of(closing(keys.get(CLOSING_KEY))) : Optional.empty());
    }

    private TypeSpec.Closing closing(Node node) throws CatalogException {
        Map<String, Node> keys = yaml.map(node, CLOSING_KEYS);
        return new TypeSpec.Closing(
                keys.containsKey("throws") ? names.simple(keys.get("throws")) : "",
                keys.containsKey("again") && yaml.truth(keys.get("again")));
    }

    private List<String> supertypes(Node node) throws CatalogException {
        List<String> supertypes = new ArrayList<>();
        for (Node item : yaml.list(node)) {
            supertypes.add(names.knownType(item));
        }
        return supertypes;
    }

    private ResourceKind kind(Node node) throws CatalogException {
        String id = yaml.text(node);
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        String known =
                Arrays.stream(ResourceKind.values()).map(ResourceKind::id).collect(Collectors.joining(", "));
        throw yaml.error(node, "unknown kind '" + id + "'; known are " + known);
    }

    private Map<TypeSpec.Role, Set<String>> roles(Map<String, Node> keys) throws CatalogException {
        Map<TypeSpec.Role, Set<String>> roles = new EnumMap<>(TypeSpec.Role.class);
        for (TypeSpec.Role role : TypeSpec.Role.values()) {
            Node node = keys.get(role.key());
            if (node != null) {
                roles.put(role, Set.copyOf(names.methods(node)));
            }
        }
        return roles;
    }

    private Map<String, AcquisitionSpec> acquisitions(@Nullable Node node) throws CatalogException {
        Map<String, AcquisitionSpec> all = new HashMap<>();
        if (node != null) {
            for (Node item : yaml.list(node)) {
                acquisition(item, all);
            }
        }
        return all;
    }

    private void acquisition(Node item, Map<String, AcquisitionSpec> all) throws CatalogException {
        Map<String, Node> keys = yaml.map(item, ACQUIRE_KEYS);
        Node methods = keys.get("methods");
        Node type = keys.get("type");
        if (methods == null || type == null) {
            throw yaml.error(
                    item,
                    "'methods' and 'type' are needed; write which methods open what, such as"
                            + " {methods: [open], type: java.sql.Connection}");
        }
        boolean closedWithReceiver =
                keys.containsKey("closed-with-receiver") && yaml.truth(keys.get("closed-with-receiver"));
        AcquisitionSpec spec = new AcquisitionSpec(names.resourceType(type), closedWithReceiver);
        for (String method : names.methods(methods)) {
            all.put(method, spec);
        }
    }

    private Map<String, String> returns(@Nullable Node node) throws CatalogException {
        Map<String, String> all = new HashMap<>();
        if (node != null) {
            for (Map.Entry<String, Node> entry : yaml.map(node).entrySet()) {
                all.put(names.method(entry.getKey(), entry.getValue()), names.qualified(entry.getValue()));
            }
        }
        return all;
    }

    private Map<String, String> endings(@Nullable Node node) throws CatalogException {
        Map<String, String> all = new HashMap<>();
        if (node != null) {
            for (Map.Entry<String, Node> entry : yaml.map(node).entrySet()) {
                all.put(entry.getKey(), names.knownType(entry.getValue()));
            }
        }
        return all;
    }

    private Map<String, String> exceptions(@Nullable Node node) throws CatalogException {
        Map<String, String> all = new HashMap<>();
        if (node != null) {
            for (Map.Entry<String, Node> entry : yaml.map(node).entrySet()) {
                all.put(entry.getKey(), names.simple(entry.getValue()));
                names.needsNoCycle(entry.getValue(), entry.getKey());
            }
        }
        return all;
    }

    private CallNames callNames(@Nullable Node node) throws CatalogException {
        Map<CallNames.Group, List<Pattern>> patterns = new EnumMap<>(CallNames.Group.class);
        Map<String, Node> keys = node == null ? Map.of() : yaml.map(node, NAME_KEYS);
        for (CallNames.Group group : CallNames.Group.values()) {
            Node pattern = keys.get(group.key());
            if (pattern != null) {
                patterns.put(group, List.of(yaml.pattern(pattern)));
            }
        }
        Node exits = keys.get("exits");
        return new CallNames(patterns, exits == null ? Set.of() : Set.copyOf(names.exits(exits)));
    }
}
