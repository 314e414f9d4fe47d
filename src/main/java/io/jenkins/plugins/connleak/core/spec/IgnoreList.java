package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A team's ignore list: methods whose leaks are not to be seen, each named by its file and its first line.
 *
 * @param methods by simple file name, such as {@code Dao.java}: the methods' first lines, comments removed and trimmed
 */
public record IgnoreList(Map<String, Set<String>> methods) {
    /** Ignores nothing. */
    public static final IgnoreList EMPTY = new IgnoreList(Map.of());

    private static final String WHAT = "ignore list";
    private static final String SEPARATOR = "#";

    public IgnoreList {
        methods = methods.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /**
     * Reads an ignore list: a properties file with simple file names as keys and first lines joined by {@code #} as values.
     *
     * @throws ConfigurationException if it can't be read, or an entry names no file or no method; the message names file, key and reason
     */
    public static IgnoreList read(Path file) throws ConfigurationException {
        Properties properties = HouseProperties.read(file, WHAT);
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(key, "");
            if (key.isBlank()) {
                throw new ConfigurationException(
                        "The " + WHAT + " " + file + " can't be used: an entry names no file, only " + value);
            }
            if (value.replace(SEPARATOR, "").isBlank()) {
                throw new ConfigurationException("The " + WHAT + " " + file + " can't be used: key " + key
                        + " names no method; give the methods' first lines, joined by #");
            }
            methods.put(key, Arrays.stream(value.split(SEPARATOR, 0)).collect(Collectors.toSet()));
        }
        return new IgnoreList(methods);
    }

    /** Whether the list says anything of a file; only the last part of its path counts. */
    public boolean concerns(String path) {
        return methods.containsKey(simpleName(path));
    }

    /**
     * Whether a method is on the list.
     *
     * @param path path of its file; only its last part counts
     * @param methodLine its first line, comments removed and trimmed
     */
    public boolean names(String path, String methodLine) {
        return methods.getOrDefault(simpleName(path), Set.of()).contains(methodLine);
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
