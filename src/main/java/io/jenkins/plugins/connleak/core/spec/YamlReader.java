package io.jenkins.plugins.connleak.core.spec;

import java.io.Reader;
import java.util.ArrayList;
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

/** Reads YAML as nodes, so that every error names its line. */
final class YamlReader {
    private final String file;

    YamlReader(String file) {
        this.file = file;
    }

    Optional<Node> compose(Reader reader) throws CatalogException {
        try {
            return Optional.ofNullable(new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new CatalogException(file + ":" + line + ": not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new CatalogException(file + ": not YAML: " + e.getMessage(), e);
        }
    }

    CatalogException error(Node at, String message) {
        return new CatalogException(file + ":" + (at.getStartMark().getLine() + 1) + ": " + message);
    }

    Map<String, Node> map(Node node, Set<String> allowed) throws CatalogException {
        Map<String, Node> map = map(node);
        for (Map.Entry<String, Node> entry : map.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw error(
                        entry.getValue(),
                        "unknown key '" + entry.getKey() + "'; known are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        return map;
    }

    Map<String, Node> map(Node node) throws CatalogException {
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "a mapping (key: value) is expected here");
        }
        Map<String, Node> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (map.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "'" + key + "' is given twice");
            }
        }
        return map;
    }

    List<Node> list(Node node) throws CatalogException {
        if (!(node instanceof SequenceNode sequence)) {
            throw error(node, "a list is expected here");
        }
        return sequence.getValue();
    }

    String text(Node node) throws CatalogException {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw error(node, "a text is expected here");
        }
        return scalar.getValue();
    }

    List<String> texts(Node node) throws CatalogException {
        List<String> texts = new ArrayList<>();
        for (Node item : list(node)) {
            texts.add(text(item));
        }
        return texts;
    }

    Pattern pattern(Node node) throws CatalogException {
        try {
            return Pattern.compile(text(node));
        } catch (PatternSyntaxException e) {
            throw error(node, "not a regular expression: " + e.getDescription());
        }
    }
}
