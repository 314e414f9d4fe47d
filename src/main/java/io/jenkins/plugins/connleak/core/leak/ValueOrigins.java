package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the values of a body were opened from, as far as the paths followed have shown: closing a parent closes its children. */
final class ValueOrigins {
    private static final Pattern OWNER_GETTER = Pattern.compile("get(\\w*Statement|Connection)");

    private final BodyFacts facts;
    private final short resource;
    private final Map<Short, Set<Short>> parents = new HashMap<>();
    private final Map<Short, Short> openers = new HashMap<>();
    private final Set<Short> acquired = new HashSet<>();

    /**
     * Knows nothing but which values are acquired.
     *
     * @param resource the value that is followed
     */
    ValueOrigins(BodyFacts facts, short resource) {
        this.facts = facts;
        this.resource = resource;
        facts.sites().forEach(site -> acquired.add(site.value()));
    }

    /** Notes that a call on a value opened another one. */
    void open(short value, short opener) {
        if (opener >= ObligationState.FIRST) {
            openers.put(value, opener);
        }
    }

    /** Whether a value stands for what an acquisition opens. */
    boolean isAcquired(short value) {
        return acquired.contains(value);
    }

    /** The values whose closing closes that one. */
    Set<Short> parentsOf(short value) {
        return parents.getOrDefault(value, Set.of());
    }

    /** Whether one value was opened from another, or lives on it. */
    boolean isFrom(short value, short origin) {
        return parentsOf(value).contains(origin) || openers.getOrDefault(value, ObligationState.UNKNOWN) == origin;
    }

    /** Rows that are opened from a statement go with it, whatever the method is called. */
    boolean isOfStatement(short value, short receiver) {
        return receiver >= ObligationState.FIRST
                && facts.kindOf(receiver)
                        .filter(kind -> kind == ResourceKind.STATEMENT)
                        .isPresent()
                && facts.kindOf(value)
                        .filter(kind -> kind == ResourceKind.RESULT_SET)
                        .isPresent();
    }

    /** Whether a call may ask rows or a statement for what they were opened from, by its name. */
    static boolean asksForOwner(Op.Invoke invoke, CallEffects effects) {
        return invoke.arguments().isEmpty()
                && OWNER_GETTER.matcher(invoke.callee().name()).matches()
                && effects.kindOf(effects.types().of(invoke.receiver()))
                        .filter(kind -> kind == ResourceKind.RESULT_SET || kind == ResourceKind.STATEMENT)
                        .isPresent();
    }

    /** Whether a call asks for something that has not been met yet and whose closing closes the resource. */
    boolean asksForParent(Op.Invoke invoke, ObligationState state) {
        return asksForStatement(invoke, state) || asksForConnection(invoke, state);
    }

    /** Whether a call asks rows for their statement: whoever closes that closes the rows. */
    private boolean asksForStatement(Op.Invoke invoke, ObligationState state) {
        return isResource(state, invoke.receiver())
                && (facts.kindOf(resource)
                                .filter(kind -> kind == ResourceKind.RESULT_SET)
                                .isPresent()
                        || isOf(ResourceKind.RESULT_SET, invoke.receiver()))
                && isOf(ResourceKind.STATEMENT, invoke.target());
    }

    /** Whether a call asks what closes the rows for its connection: whoever closes that closes them as well. */
    private boolean asksForConnection(Op.Invoke invoke, ObligationState state) {
        short receiver = state.value(invoke.receiver());
        return receiver != ObligationState.UNKNOWN
                && (state.isParent(receiver) || isResource(state, invoke.receiver()))
                && invoke.callee().name().equals("getConnection")
                && owner(invoke, receiver).isEmpty()
                && isOf(ResourceKind.CONNECTION, invoke.target());
    }

    /** Whether a register is of a type of that kind. */
    private boolean isOf(ResourceKind kind, int register) {
        return facts.effects()
                .kindOf(facts.effects().types().of(register))
                .filter(kind::equals)
                .isPresent();
    }

    private boolean isResource(ObligationState state, int register) {
        return state.isOpen() && state.value(register) == resource;
    }

    /** What something is asked for that it was opened from: rows for their statement, a statement for its connection. */
    Optional<Short> owner(Op.Invoke invoke, short receiver) {
        if (!invoke.callee().name().startsWith("get") || parentsOf(receiver).isEmpty()) {
            return Optional.empty();
        }
        Optional<ResourceKind> asked = facts.effects()
                .kindOf(facts.effects().types().of(invoke.target()))
                .filter(kind -> kind == ResourceKind.STATEMENT || kind == ResourceKind.CONNECTION);
        return asked.flatMap(kind -> parentsOf(receiver).stream()
                .filter(parent -> facts.kindOf(parent).filter(kind::equals).isPresent())
                .findFirst());
    }

    /** Notes that whoever closes one value closes the other one too. */
    void addParent(short value, short parent) {
        if (parent >= ObligationState.FIRST && value >= ObligationState.FIRST && parent != value) {
            Set<Short> known = parents.computeIfAbsent(value, key -> new TreeSet<>());
            known.add(parent);
            known.addAll(parentsOf(parent));
        }
    }
}
