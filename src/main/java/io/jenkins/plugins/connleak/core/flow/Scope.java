package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The local names that can be seen at one point of a body, and through {@link #parent} those of the enclosing body. */
final class Scope {
    private final Deque<Map<String, Integer>> blocks = new ArrayDeque<>();
    private final @Nullable Outer parent;
    private final Deque<String> closing = new ArrayDeque<>();
    private final Map<String, Integer> captured = new LinkedHashMap<>();

    /** What an inner body sees of the enclosing one: names and types at the point where it stands. */
    interface Outer {
        /** The type of the enclosing body's variable of that name, or null if there is none. */
        @Nullable
        String typeOf(String name);

        /** The types of all the enclosing body's variables, by name. */
        Map<String, String> all();

        /** The names of those that a statement around closes at its end. */
        Set<String> closedVariables();

        /** Told that the inner body uses that variable. */
        void capture(String name);
    }

    Scope(@Nullable Outer parent) {
        this.parent = parent;
        blocks.push(new HashMap<>());
    }

    void open() {
        blocks.push(new HashMap<>());
    }

    void close() {
        blocks.pop();
    }

    void declare(String name, int register) {
        blocks.getFirst().put(name, register);
    }

    /** Does some work at whose end a variable is closed. */
    void closing(String name, Runnable work) {
        closing.push(name);
        work.run();
        closing.pop();
    }

    /** The names of the variables that a statement around closes at its end, those of the enclosing body among them. */
    Set<String> closedVariables() {
        Set<String> names = new HashSet<>(closing);
        if (parent != null) {
            names.addAll(parent.closedVariables());
        }
        return names;
    }

    /** Whether a statement of the enclosing body closes its variable of that name at the end. */
    boolean isClosedAround(String name) {
        return parent != null && parent.closedVariables().contains(name);
    }

    OptionalInt find(String name) {
        for (Map<String, Integer> block : blocks) {
            Integer register = block.get(name);
            if (register != null) {
                return OptionalInt.of(register);
            }
        }
        Integer register = captured.get(name);
        return register == null ? OptionalInt.empty() : OptionalInt.of(register);
    }

    /** The types of all variables that can be seen here, by name. */
    Map<String, String> visibleTypes(GraphBuilder graph) {
        Map<String, String> types = new HashMap<>();
        if (parent != null) {
            types.putAll(parent.all());
        }
        captured.forEach(
                (name, register) -> types.put(name, graph.describe(register).type()));
        blocks.descendingIterator()
                .forEachRemaining(block -> block.forEach((name, register) ->
                        types.put(name, graph.describe(register).type())));
        return types;
    }

    @Nullable
    String outerType(String name) {
        return parent == null ? null : parent.typeOf(name);
    }

    void capture(String name, int register) {
        captured.put(name, register);
        if (parent != null) {
            parent.capture(name);
        }
    }
}
