package io.jenkins.plugins.connleak.core.flow;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an enclosing body that an inner body can use, and which of them it does use. */
public final class EnclosingScope implements Scope.Outer {
    private final Map<String, String> types;
    private final Set<String> closed;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * The scope at one point.
     *
     * @param types the types of its variables, by name
     * @param closed the variables that a statement around that point closes at its end
     */
    EnclosingScope(Map<String, String> types, Set<String> closed) {
        this.types = types;
        this.closed = closed;
    }

    @Override
    public Set<String> closedVariables() {
        return closed;
    }

    @Override
    public @Nullable String typeOf(String name) {
        return types.get(name);
    }

    @Override
    public Map<String, String> all() {
        return types;
    }

    @Override
    public void capture(String name) {
        used.add(name);
    }

    /** The names used so far, in the order of first use. */
    Set<String> used() {
        return used;
    }
}
