package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.source.UnreadBody;
import io.jenkins.plugins.connleak.core.source.WordSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the bodies with a call that may mean one of some methods, by their names and classes. Safe from several threads. */
final class Callers {
    private final Set<String> names = new HashSet<>();
    private final Set<String> classes = new HashSet<>();

    Callers(Collection<MethodModel> targets) {
        for (MethodModel target : targets) {
            String name = target.signature().name();
            if (name.equals("<init>")) {
                classes.add(target.owner().simpleName());
            } else {
                names.add(name);
            }
        }
    }

    /** Those of the bodies that have such a call. */
    List<MethodModel> among(List<MethodModel> bodies) {
        List<MethodModel> found = new ArrayList<>();
        WordSearch search = new WordSearch(word -> names.contains(word) || classes.contains(word));
        for (MethodModel method : bodies) {
            if (mayCall(method.body().orElseThrow(), search) && calls(method.graph())) {
                found.add(method);
            }
        }
        return found;
    }

    /** Whether one of the names may be in a body, without lowering it. */
    private boolean mayCall(MethodBody body, WordSearch search) {
        Optional<UnreadBody> unread = body.unread();
        if (unread.isPresent()) {
            return search.finds(unread.get());
        }
        if (body.isLowered()) {
            return true;
        }
        for (String word : body.words()) {
            if (names.contains(word) || classes.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean calls(Optional<FlowGraph> graph) {
        if (graph.isEmpty()) {
            return false;
        }
        for (Node node : graph.get().nodes()) {
            if (node.op() instanceof Op.Invoke invoke && isMeant(invoke.callee())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(Callee callee) {
        return callee.kind() == Callee.Kind.CONSTRUCTOR
                ? classes.contains(TypeNames.simple(callee.name()))
                : names.contains(callee.name());
    }
}
