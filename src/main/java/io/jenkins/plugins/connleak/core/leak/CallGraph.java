package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may call whom, by simple names: coarse, and good enough to know what to look at again. */
final class CallGraph {
    private final List<MethodModel> methods = new ArrayList<>();
    private final Map<String, List<MethodModel>> callers = new HashMap<>();

    CallGraph(Workspace workspace) {
        for (LoweredFile file : workspace.files()) {
            for (TypeModel type : file.types()) {
                for (MethodModel method : type.methods()) {
                    method.graph().ifPresent(graph -> {
                        methods.add(method);
                        Set<String> names = new LinkedHashSet<>();
                        for (Node node : graph.nodes()) {
                            if (node.op() instanceof Op.Invoke invoke) {
                                names.addAll(named(invoke, type));
                            }
                        }
                        names.forEach(name -> callers.computeIfAbsent(name, key -> new ArrayList<>(2))
                                .add(method));
                    });
                }
            }
        }
    }

    /** The names of the methods that a call may mean. */
    private static List<String> named(Op.Invoke invoke, TypeModel type) {
        if (invoke.callee().kind() != Callee.Kind.DELEGATION) {
            return List.of(TypeNames.simple(invoke.callee().name()));
        }
        return invoke.callee().name().equals("this")
                ? List.of(type.simpleName())
                : type.supertypes().stream().map(TypeNames::simple).toList();
    }

    /** All methods with a body, in the order of files and text. */
    List<MethodModel> methods() {
        return methods;
    }

    /** The name by which calls of a method know it: its own, or its class's for a constructor. */
    static String nameOf(MethodModel method) {
        return method.signature().name().equals("<init>")
                ? method.owner().simpleName()
                : method.signature().name();
    }

    Collection<MethodModel> callersOf(Set<String> names) {
        Set<MethodModel> found = new LinkedHashSet<>();
        for (String name : names.stream().sorted().toList()) {
            found.addAll(callers.getOrDefault(name, List.of()));
        }
        return found;
    }
}
