package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods were analysed with whose summaries: what has to be looked at again when a summary changes. */
final class Readers {
    private final List<MethodModel> methods = new ArrayList<>();
    private final Map<MethodModel, List<MethodModel>> readers = new IdentityHashMap<>();

    Readers(Workspace workspace) {
        workspace.files().forEach(file -> file.types().forEach(type -> type.methods().stream()
                .filter(method -> method.graph().isPresent())
                .forEach(methods::add)));
    }

    /** All methods with a body, in the order of files and text. */
    List<MethodModel> methods() {
        return methods;
    }

    /** Takes note of what an analysis of a method asked for. What an earlier one asked for is kept: more than needed, and simple. */
    void note(MethodModel method, Set<MethodModel> asked) {
        for (MethodModel target : asked) {
            readers.computeIfAbsent(target, key -> new ArrayList<>(2)).add(method);
        }
    }

    /** The methods that were analysed with one of these summaries, each once. */
    Collection<MethodModel> of(Collection<MethodModel> changed) {
        Set<MethodModel> found = new HashSet<>();
        changed.forEach(target -> found.addAll(readers.getOrDefault(target, List.of())));
        return found;
    }
}
