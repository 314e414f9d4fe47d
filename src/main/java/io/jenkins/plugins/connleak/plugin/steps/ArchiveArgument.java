package io.jenkins.plugins.connleak.plugin.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The step's argument {@code archive}, which is a truth value or a map of options. */
final class ArchiveArgument {
    private static final String ARCHIVE = "archive";
    private static final String REQUIRED = "required";

    private ArchiveArgument() {}

    /**
     * The arguments with the map's options as arguments of their own.
     *
     * @throws IllegalArgumentException if the map holds anything but {@code required} with a truth value
     */
    static Map<String, Object> unfolded(Map<String, Object> arguments) {
        if (!(arguments.get(ARCHIVE) instanceof Map<?, ?> options)) {
            return arguments;
        }
        if (!Set.of(REQUIRED).containsAll(options.keySet())
                || !(options.getOrDefault(REQUIRED, null) instanceof Boolean required)) {
            throw new IllegalArgumentException("archive: is true, false or [required: true], not " + options);
        }
        Map<String, Object> unfolded = new HashMap<>(arguments);
        unfolded.put(ARCHIVE, true);
        unfolded.put("archiveRequired", required);
        return unfolded;
    }
}
