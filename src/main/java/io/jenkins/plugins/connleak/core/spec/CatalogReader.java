package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalog file. Every error names the file and the line. */
final class CatalogReader {
    private static final Set<String> TOP_KEYS = Set.of("types", "endings", "names");
    private static final Set<String> TYPE_KEYS = Set.of(
            "type",
            "kind",
            "extends",
            "release",
            "acquire",
            "fluent",
            "replace",
            "quiet",
            "borrows",
            "hand-over",
            "keep",
            "returns",
            "throws");
    private static final Set<String> ACQUIRE_KEYS = Set.of("methods", "type", "closed-with-receiver");

    private final YamlReader yaml;

    CatalogReader(String file) {
        this.yaml = new YamlReader(file);
    }

    ResourceCatalog read(Reader reader) throws CatalogException {
        Optional<Node> root = yaml.compose(reader);
        if (root.isEmpty()) {
            return new ResourceCatalog(List.of(), Map.of(), names(Map.of()), Optional.empty());
        }
        Map<String, Node> top = yaml.map(root.get(), TOP_KEYS);
        List<TypeSpec> types = new ArrayList<>();
        if (top.containsKey("types")) {
            for (Node node : yaml.list(top.get("types"))) {
                types.add(type(node));
            }
        }
        return new ResourceCatalog(
                types,
                texts(top.get("endings")),
                names(top.containsKey("names") ? yaml.map(top.get("names")) : Map.of()),
                Optional.empty());
    }

    private CallNames names(Map<String, Node> nodes) throws CatalogException {
        Map<String, Node> left = new HashMap<>(nodes);
        Map<CallNames.Group, Pattern> patterns = new EnumMap<>(CallNames.Group.class);
        for (CallNames.Group group : CallNames.Group.values()) {
            Node node = left.remove(group.key());
            if (node != null) {
                patterns.put(group, yaml.pattern(node));
            }
        }
        Node exits = left.remove("exits");
        for (Map.Entry<String, Node> unknown : left.entrySet()) {
            throw yaml.error(unknown.getValue(), "unknown key '" + unknown.getKey() + "'");
        }
        return new CallNames(patterns, exits == null ? Set.of() : new HashSet<>(yaml.texts(exits)));
    }

    private TypeSpec type(Node node) throws CatalogException {
        Map<String, Node> keys = yaml.map(node, TYPE_KEYS);
        Node name = keys.get("type");
        if (name == null) {
            throw yaml.error(node, "'type' is missing: the qualified name of the class");
        }
        Optional<ResourceKind> kind = keys.containsKey("kind") ? Optional.of(kind(keys.get("kind"))) : Optional.empty();
        TypeSpec.MethodSpecs methods =
                new TypeSpec.MethodSpecs(roles(keys), acquisitions(keys.get("acquire")), texts(keys.get("returns")));
        return new TypeSpec(
                yaml.text(name),
                kind,
                keys.containsKey("extends") ? yaml.texts(keys.get("extends")) : List.of(),
                methods,
                keys.containsKey("throws") ? yaml.text(keys.get("throws")) : "");
    }

    private ResourceKind kind(Node node) throws CatalogException {
        String id = yaml.text(node);
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw yaml.error(
                node,
                "unknown kind '" + id + "'; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(ResourceKind.values())
                                        .map(ResourceKind::id)
                                        .toList()));
    }

    private Map<TypeSpec.Role, Set<String>> roles(Map<String, Node> keys) throws CatalogException {
        Map<TypeSpec.Role, Set<String>> roles = new EnumMap<>(TypeSpec.Role.class);
        for (TypeSpec.Role role : TypeSpec.Role.values()) {
            Node node = keys.get(role.key());
            if (node != null) {
                roles.put(role, Set.copyOf(yaml.texts(node)));
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
            throw yaml.error(item, "'methods' and 'type' are needed: which methods open what");
        }
        boolean closedWithReceiver = keys.containsKey("closed-with-receiver")
                && Boolean.parseBoolean(yaml.text(keys.get("closed-with-receiver")));
        AcquisitionSpec spec = new AcquisitionSpec(yaml.text(type), closedWithReceiver);
        for (String method : yaml.texts(methods)) {
            all.put(method, spec);
        }
    }

    private Map<String, String> texts(@Nullable Node node) throws CatalogException {
        Map<String, String> all = new HashMap<>();
        if (node != null) {
            for (Map.Entry<String, Node> entry : yaml.map(node).entrySet()) {
                all.put(entry.getKey(), yaml.text(entry.getValue()));
            }
        }
        return all;
    }
}
