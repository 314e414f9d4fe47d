package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The names that a lowered body has in it. */
final class BodyWords {
    private BodyWords() {}

    /** Names of what it calls, makes, reads and writes, and those in the types of its registers. */
    static Set<String> of(FlowGraph graph) {
        Set<String> words = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                add(invoke.callee(), words);
            } else if (node.op() instanceof Op.Load load) {
                words.add(load.name());
                in(load.scope(), words::add);
            } else if (node.op() instanceof Op.Store store) {
                words.add(store.name());
            } else if (node.op() instanceof Op.Closure closure
                    && !closure.method().isEmpty()) {
                words.add(closure.method());
            }
        }
        for (Register register : graph.registers()) {
            if (register.kind() == Register.Kind.FIELD) {
                words.add(register.name());
            }
            in(register.type(), words::add);
        }
        return words;
    }

    private static void add(Callee callee, Set<String> words) {
        in(callee.name(), words::add);
        in(callee.scope(), words::add);
    }

    /** Hands on the identifiers of a text such as a type as it is written. */
    static void in(String text, Consumer<String> word) {
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
            if (isPart && begin < 0) {
                begin = i;
            } else if (!isPart && begin >= 0) {
                word.accept(begin == 0 && i == text.length() ? text : text.substring(begin, i));
                begin = -1;
            }
        }
    }
}
