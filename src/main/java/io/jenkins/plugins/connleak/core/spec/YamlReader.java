package io.jenkins.plugins.connleak.core.spec;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML as nodes, so that every error names its line. Nothing but plain lists, mappings and texts is taken: no
 * tags, no references to what stands elsewhere, no deep nesting.
 */
final class YamlReader {
    /** Levels of lists and mappings in one another; a catalog has six. */
    private static final int MAX_DEPTH = 20;

    /** Characters of a regular expression. */
    private static final int MAX_PATTERN = 2000;

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN =
            Set.of("map", "seq", "str", "int", "float", "bool", "null", "timestamp", "value", "merge");

    private final String file;

    YamlReader(String file) {
        this.file = file;
    }

    Optional<Node> compose(Reader reader) throws CatalogException {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(CatalogFiles.MAX_BYTES);
        try {
            return Optional.ofNullable(new Yaml(new SafeConstructor(limits)).compose(reader));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new CatalogException(
                    file + ":" + line + ": not YAML: " + e.getProblem() + "; write plain lists and mappings", e);
        } catch (YAMLException e) {
            throw new CatalogException(
                    file + ": not YAML that a catalog may hold: " + e.getMessage()
                            + "; write plain lists and mappings, as in the built-in catalog",
                    e);
        }
    }

    CatalogException error(Node at, String message) {
        return new CatalogException(file + ":" + (at.getStartMark().getLine() + 1) + ": " + message);
    }

    Map<String, Node> map(Node node, Set<String> allowed) throws CatalogException {
        Map<String, Node> map = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples(node)) {
            String key = text(tuple.getKeyNode());
            if (!allowed.contains(key)) {
                throw error(tuple.getKeyNode(), "unknown key '" + key + "'; known are " + sorted(allowed));
            }
            put(map, key, tuple);
        }
        return map;
    }

    Map<String, Node> map(Node node) throws CatalogException {
        Map<String, Node> map = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples(node)) {
            put(map, text(tuple.getKeyNode()), tuple);
        }
        return map;
    }

    private void put(Map<String, Node> map, String key, NodeTuple tuple) throws CatalogException {
        if (map.put(key, tuple.getValueNode()) != null) {
            throw error(tuple.getKeyNode(), "'" + key + "' is given twice; write it once with both values");
        }
    }

    static String sorted(Set<String> texts) {
        return String.join(", ", texts.stream().sorted().toList());
    }

    private List<NodeTuple> tuples(Node node) throws CatalogException {
        if (!(plain(node) instanceof MappingNode mapping)) {
            throw error(node, "a mapping is expected here; write it as 'key: value'");
        }
        return mapping.getValue();
    }

    List<Node> list(Node node) throws CatalogException {
        if (!(plain(node) instanceof SequenceNode sequence)) {
            throw error(node, "a list is expected here; write it as [a, b] or with '- ' before each item");
        }
        return sequence.getValue();
    }

    String text(Node node) throws CatalogException {
        if (!(plain(node) instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw error(node, "a text is expected here; write one, in quotes if it has special characters");
        }
        return scalar.getValue();
    }

    boolean truth(Node node) throws CatalogException {
        return switch (text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(node, "true or false is expected here, not '" + text(node) + "'");
        };
    }

    Pattern pattern(Node node) throws CatalogException {
        String text = text(node);
        if (text.length() > MAX_PATTERN) {
            throw error(node, "the pattern has more than " + MAX_PATTERN + " characters; write a shorter one");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw error(
                    node,
                    "not a regular expression: " + e.getDescription()
                            + "; write one for the whole name, such as '^giveBack.*'");
        } catch (StackOverflowError e) {
            throw error(node, "the pattern is nested too deeply; write a simpler one");
        }
    }

    private Node plain(Node node) throws CatalogException {
        String tag = node.getTag().getValue();
        if (!tag.startsWith(STANDARD_TAG) || !PLAIN.contains(tag.substring(STANDARD_TAG.length()))) {
            throw error(node, "the tag '" + tag + "' is not taken; remove it and write plain text, lists and mappings");
        }
        return node;
    }
}
