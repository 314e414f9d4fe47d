package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Condition;
import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.flow.Transfer;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows one resource through a body: one that an acquisition opens, or one that a parameter brings in. Everything
 * else that is tracked (nulls, booleans, which value a variable holds) only serves to leave infeasible paths out and to
 * know what closing closes it.
 */
final class ObligationTransfer implements Transfer<ObligationState> {
    private static final BitSet NOTHING = new BitSet();

    private static final String UNCHECKED = "RuntimeException";

    private final BodyFacts facts;
    private final ExceptionTypes exceptions;
    private final ValueOrigins origins;
    private final Company company;
    private final CallTransfer calls;
    private final Assumptions assumptions;
    private final short resource;
    private final Phase start;
    private final BitSet sources;
    private final LiveValues live;
    private final OwnObjects own;
    private final Set<Condition> leftToOthers;
    private boolean released;
    private boolean releasedWithoutFailure;
    private boolean transferred;

    /** Follows what the value stands for with all that is known; from the entry on if {@code start} is open. */
    ObligationTransfer(BodyFacts facts, ExceptionTypes exceptions, short resource, Phase start) {
        this(facts, exceptions, resource, start, Knowledge.FULL, Set.of());
    }

    /** Follows it from the acquisition on; from the entry on if it comes in alone. */
    ObligationTransfer(BodyFacts facts, ExceptionTypes exceptions, short resource, Knowledge knowledge) {
        this(
                facts,
                exceptions,
                resource,
                knowledge == Knowledge.ALONE ? Phase.OPEN : Phase.BEFORE,
                knowledge,
                Set.of());
    }

    /** Follows it from the acquisition on with all that is known, up to conditions under which it is somebody else's. */
    ObligationTransfer(BodyFacts facts, ExceptionTypes exceptions, short resource, Set<Condition> leftToOthers) {
        this(facts, exceptions, resource, Phase.BEFORE, Knowledge.FULL, leftToOthers);
    }

    private ObligationTransfer(
            BodyFacts facts,
            ExceptionTypes exceptions,
            short resource,
            Phase start,
            Knowledge knowledge,
            Set<Condition> leftToOthers) {
        this.leftToOthers = leftToOthers;
        this.facts = facts;
        this.exceptions = exceptions;
        this.resource = resource;
        this.start = start;
        this.sources = start == Phase.BEFORE ? facts.reaching(resource) : new BitSet();
        this.live = new LiveValues(facts, resource, knowledge);
        this.own = new OwnObjects(facts);
        this.origins = new ValueOrigins(facts, resource);
        this.company = new Company(facts, resource, knowledge);
        this.calls = new CallTransfer(facts, this, origins, company);
        this.assumptions = new Assumptions(new StateQuestions(facts), origins, this);
    }

    short resource() {
        return resource;
    }

    /** Whether some path closes it. */
    boolean isReleased() {
        return released;
    }

    /** Whether it is closed on some way without a failure. */
    boolean isReleasedWithoutFailure() {
        return releasedWithoutFailure;
    }

    /**
     * Whether it is meant to stay open, for what was opened from it or for code that can't be seen: only a failure
     * closes it.
     */
    boolean isGivenAway(ObligationState exit) {
        return released
                && !releasedWithoutFailure
                && !exit.has(ObligationState.THREW)
                && (exit.has(ObligationState.CHILD_KEPT)
                        || exit.has(ObligationState.CHILD_RETURNED)
                        || exit.has(ObligationState.SHOWN));
    }

    /** Whether some path hands it to somebody else. */
    boolean isTransferred() {
        return transferred;
    }

    /** The values whose closing closes it, as far as the paths followed have shown. */
    Set<Short> parents() {
        return origins.parentsOf(resource);
    }

    @Override
    public ObligationState initial() {
        return ObligationState.initial(company.initialValues(), start, start == Phase.OPEN ? ObligationState.NAMED : 0);
    }

    @Override
    public Optional<ObligationState> normal(Node node, ObligationState state) {
        Optional<ObligationState> after = step(node, state);
        if (after.isEmpty()) {
            return after;
        }
        ObligationState known = after.get();
        return matters(node, known) ? Optional.of(forgetDead(node, known)) : Optional.empty();
    }

    /** Whether the resource is open, or may yet be opened. */
    private boolean matters(Node node, ObligationState state) {
        return state.isOpen() || (start == Phase.BEFORE && sources.get(node.id()));
    }

    private Optional<ObligationState> step(Node node, ObligationState state) {
        Op op = node.op();
        if (op instanceof Op.Copy copy) {
            return Optional.of(write(keepsChild(state, copy), copy.target(), state.value(copy.source())));
        }
        if (op instanceof Op.Declare declare) {
            return Optional.of(state.with(declare.target(), ObligationState.UNKNOWN));
        }
        if (op instanceof Op.Constant constant) {
            return Optional.of(write(state, constant.target(), valueOf(constant.value())));
        }
        if (op instanceof Op.Invoke invoke) {
            return calls.normal(node, invoke, state);
        }
        if (op instanceof Op.Return result) {
            return Optional.of(returned(state, result.source()));
        }
        if (op instanceof Op.Caught caught) {
            return Optional.of(write(state.throwing(""), caught.target(), ObligationState.NOT_NULL));
        }
        if (op instanceof Op.Throw || op instanceof Op.Rethrow) {
            return Optional.empty();
        }
        return Optional.of(memory(op, state));
    }

    private static short valueOf(Op.Value value) {
        return switch (value) {
            case NULL -> ObligationState.NULL;
            case TRUE -> ObligationState.TRUE;
            case FALSE -> ObligationState.FALSE;
            case THIS -> ObligationState.NOT_NULL;
            case OTHER, SHUTDOWN -> ObligationState.UNKNOWN;
        };
    }

    private ObligationState memory(Op op, ObligationState state) {
        if (op instanceof Op.Load load) {
            return write(state, load.target(), ObligationState.UNKNOWN);
        }
        if (op instanceof Op.Store store) {
            return stored(state, store.base(), store.source());
        }
        if (op instanceof Op.NewArray array) {
            boolean holds = holdsOneOf(state, array.elements());
            ObligationState after = write(state, array.target(), holds ? resource : ObligationState.NOT_NULL);
            return holds ? after.with(ObligationState.COLLECTED) : after;
        }
        if (op instanceof Op.ArrayStore store) {
            return collected(state, store.array(), store.source());
        }
        if (op instanceof Op.Element element) {
            boolean holds = holds(state, element.container());
            ObligationState after = holds ? state.with(ObligationState.ITERATED) : state;
            return write(after, element.target(), holds ? resource : ObligationState.UNKNOWN);
        }
        return op instanceof Op.Closure closure ? closure(state, closure) : state;
    }

    // holding

    boolean holds(ObligationState state, int register) {
        return state.isOpen() && state.value(register) == resource;
    }

    private boolean holdsOneOf(ObligationState state, List<Integer> registers) {
        for (int register : registers) {
            if (holds(state, register)) {
                return true;
            }
        }
        return false;
    }

    ObligationState write(ObligationState state, int target, short value) {
        if (target < 0) {
            return state;
        }
        ObligationState after = state;
        if (holds(state, target) && value != resource && isLastName(state, target)) {
            after = after.with(ObligationState.OVERWRITTEN);
        }
        after = after.with(target, value);
        if (after.isOpen() && value == resource && facts.register(target).isNamed()) {
            after = after.with(ObligationState.NAMED);
        }
        List<Integer> conditions = facts.graph().conditionUses().get(target);
        for (int i = 0; i < conditions.size(); i++) {
            after = after.with(conditions.get(i), ObligationState.UNKNOWN);
        }
        return after;
    }

    private boolean isLastName(ObligationState state, int target) {
        if (!facts.register(target).isNamed()) {
            return false;
        }
        for (int i = 0; i < state.values().size(); i++) {
            if (state.values().register(i) != target
                    && state.values().entry(i) == resource
                    && facts.register(state.values().register(i)).isNamed()) {
                return false;
            }
        }
        return true;
    }

    private ObligationState keepsChild(ObligationState state, Op.Copy copy) {
        return state.isOpen()
                        && facts.register(copy.target()).kind() == Register.Kind.FIELD
                        && opensFrom(state, copy.source())
                ? state.with(ObligationState.CHILD_KEPT)
                : state;
    }

    ObligationState closed(ObligationState state) {
        released = true;
        releasedWithoutFailure |= !state.has(ObligationState.THREW);
        return state.done(resource);
    }

    ObligationState handedOver(ObligationState state) {
        transferred = true;
        return state.done(resource);
    }

    private ObligationState returned(ObligationState state, int source) {
        if (!state.isOpen() || source < 0) {
            return state;
        }
        if (holds(state, source)) {
            return state.with(ObligationState.RETURNED);
        }
        if (state.isParent(state.value(source))) {
            // whoever closes what is returned closes it too
            return handedOver(state);
        }
        return facts.effects().types().of(source).isEmpty() || !opensFrom(state, source)
                ? state
                : state.with(ObligationState.CHILD_RETURNED);
    }

    /** Whether what a register holds was opened from the resource. */
    private boolean opensFrom(ObligationState state, int register) {
        return origins.isFrom(state.value(register), resource);
    }

    private ObligationState stored(ObligationState state, int base, int source) {
        if (!holds(state, source)) {
            return state;
        }
        return own.is(base) ? write(state, base, resource) : handedOver(state);
    }

    ObligationState collected(ObligationState state, int container, int source) {
        if (!holds(state, source)) {
            return state;
        }
        int holder = own.holder(container);
        return own.is(holder) ? write(state, holder, resource).with(ObligationState.COLLECTED) : handedOver(state);
    }

    private ObligationState closure(ObligationState state, Op.Closure closure) {
        if (!holdsOneOf(state, closure.captured())) {
            return write(state, closure.target(), ObligationState.NOT_NULL);
        }
        if (new ClosureBodies(facts.effects()).mayRelease(closure, facts, state, resource)) {
            return handedOver(state);
        }
        return write(state.with(ObligationState.SHOWN), closure.target(), resource);
    }

    // exceptions

    @Override
    public List<Thrown<ObligationState>> thrown(Node node, ObligationState state) {
        if (node.op() instanceof Op.Throw thrown) {
            String type = thrown.type().isEmpty() ? ExceptionTypes.UNKNOWN : TypeNames.simple(thrown.type());
            return List.of(exception(type, state));
        }
        if (node.op() instanceof Op.Rethrow) {
            return List.of(exception(state.exception(), state));
        }
        if (node.op() instanceof Op.Element element) {
            return state.isOpen() && facts.reads(element) ? List.of(exception(UNCHECKED, state)) : List.of();
        }
        if (!(node.op() instanceof Op.Invoke invoke)) {
            return List.of();
        }
        Risk risk = facts.effects().of(node).risk();
        if (risk.level() == Risk.Level.NONE || risk.level() == Risk.Level.EXITS) {
            return List.of();
        }
        if (risk.level() == Risk.Level.UNSEEN && calls.takes(node, invoke, state)) {
            // what can't be seen answers for what it is given, whether it fails or not
            return List.of();
        }
        ObligationState after = calls.exceptional(node, invoke, state);
        boolean isUnsure = risk.level() == Risk.Level.UNSEEN || risk.exception().equals(ExceptionTypes.UNKNOWN);
        boolean isClosing = after.isOpen() && calls.closesAnother(node, invoke, state);
        if (after.isOpen() && isClosing && (isClosedSoon() || after.has(ObligationState.THREW))) {
            // one failure is a path to show; that closing another resource fails on top of it is not
            return List.of();
        }
        if (after.isOpen() && (isUnsure || isClosing)) {
            after = after.with(ObligationState.UNSEEN_THROW);
        }
        return matters(node, after) ? List.of(exception(risk.exception(), after)) : List.of();
    }

    /**
     * Statements and result sets are closed with their connection: that the closing of another one throws before it is
     * their turn is no leak that anybody mends.
     */
    private boolean isClosedSoon() {
        return facts.kindOf(resource)
                .filter(kind -> kind == ResourceKind.STATEMENT || kind == ResourceKind.RESULT_SET)
                .isPresent();
    }

    private static Thrown<ObligationState> exception(String type, ObligationState state) {
        ObligationState after = state.isOpen() ? state.with(ObligationState.THREW) : state;
        return new Thrown<>(type, after.throwing(type));
    }

    @Override
    public ExceptionMatch match(String exception, List<String> handlerTypes) {
        return exceptions.match(exception, handlerTypes);
    }

    @Override
    public Optional<ObligationState> assume(Condition condition, ObligationState state) {
        Optional<ObligationState> assumed = assumptions.of(condition, state);
        return leftToOthers.contains(condition)
                ? assumed.map(after -> after.isOpen() ? handedOver(after) : after)
                : assumed;
    }

    // size

    private ObligationState forgetDead(Node node, ObligationState state) {
        live.behind(node);
        return state.keeping(live);
    }

    @Override
    public ObligationState widen(ObligationState state, Detail detail) {
        BitSet decisive = detail == Detail.DECISIVE ? facts.decisive() : NOTHING;
        return state.keeping((register, value) -> value == resource || state.isParent(value) || decisive.get(register));
    }
}
