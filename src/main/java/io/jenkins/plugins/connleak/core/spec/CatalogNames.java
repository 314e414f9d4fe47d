package io.jenkins.plugins.connleak.core.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** The names in a catalog file: their form, checked at once, and what they refer to, checked when all is read. */
final class CatalogNames {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern QUALIFIED = Pattern.compile("(" + IDENTIFIER + "\\.)+" + IDENTIFIER);
    private static final Pattern MEMBER = Pattern.compile(IDENTIFIER + "\\." + IDENTIFIER);

    private final YamlReader yaml;
    private final List<Check> checks = new ArrayList<>();

    /** Something that shows when the whole file is known. */
    private interface Check {
        void run(ResourceCatalog whole) throws CatalogException;
    }

    CatalogNames(YamlReader yaml) {
        this.yaml = yaml;
    }

    /** Fails with the first reference that leads nowhere in the whole of what is known. */
    void check(ResourceCatalog whole) throws CatalogException {
        for (Check check : checks) {
            check.run(whole);
        }
    }

    String qualified(Node node) throws CatalogException {
        String name = yaml.text(node);
        if (!QUALIFIED.matcher(name).matches()) {
            throw yaml.error(
                    node, "'" + name + "' is no qualified name of a class; write one such as com.example.Database");
        }
        return name;
    }

    String simple(Node node) throws CatalogException {
        String name = yaml.text(node);
        if (!IDENTIFIER.matcher(name).matches()) {
            throw yaml.error(node, "'" + name + "' is no simple name of an exception; write one such as SQLException");
        }
        return name;
    }

    List<String> methods(Node node) throws CatalogException {
        List<String> methods = new ArrayList<>();
        for (Node item : yaml.list(node)) {
            methods.add(method(yaml.text(item), item));
        }
        return methods;
    }

    String method(String name, Node at) throws CatalogException {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw yaml.error(
                    at,
                    "'" + name + "' is no name of a method; write the name alone, without class and parentheses,"
                            + " or new for constructors");
        }
        return name;
    }

    List<String> exits(Node node) throws CatalogException {
        List<String> exits = new ArrayList<>();
        for (Node item : yaml.list(node)) {
            String name = yaml.text(item);
            if (!MEMBER.matcher(name).matches()) {
                throw yaml.error(
                        item, "'" + name + "' is no call that ends it all; write Class.method, as System.exit");
            }
            exits.add(name);
        }
        return exits;
    }

    /** The name of a type that has an entry. */
    String knownType(Node node) throws CatalogException {
        String name = qualified(node);
        checks.add(whole -> {
            if (!whole.knows(name)) {
                throw yaml.error(node, "there is no type '" + name + "' in the catalog; give it an entry under types");
            }
        });
        return name;
    }

    /** The name of a type that has an entry with a kind. */
    String resourceType(Node node) throws CatalogException {
        String name = knownType(node);
        checks.add(whole -> kindOf(whole, name, node));
        return name;
    }

    /** Notes that releases make sense only for a resource. */
    void needsKind(Node node, String type) {
        checks.add(whole -> kindOf(whole, type, node));
    }

    private void kindOf(ResourceCatalog whole, String name, Node node) throws CatalogException {
        Optional<TypeSpec> type = whole.type(name);
        if (type.isEmpty() || type.get().kind().isEmpty()) {
            throw yaml.error(node, "'" + name + "' is no resource; give its entry a kind, such as kind: connection");
        }
    }

    /** Notes that an exception can't extend itself, directly or by others. */
    void needsNoCycle(Node node, String exception) {
        checks.add(whole -> {
            Set<String> seen = new HashSet<>();
            Optional<String> next = Optional.of(exception);
            while (next.isPresent()) {
                if (!seen.add(next.get())) {
                    throw yaml.error(node, "'" + exception + "' extends itself here; write what it really extends");
                }
                next = whole.exceptionParent(next.get());
            }
        });
    }
}
