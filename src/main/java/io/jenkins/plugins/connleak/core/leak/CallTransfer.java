package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ResultAlias;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Optional;
import java.util.Set;

/** What calls do to the resource that is followed. */
final class CallTransfer {
    /** Types of objects that hold one other. */
    private static final Set<String> HOLDERS = Set.of("Optional", "AtomicReference", "CompletableFuture");

    /** What puts elements into a collection, or takes them out. */
    private static final Set<String> CHANGES = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "clear",
            "offer",
            "pop",
            "poll",
            "pollFirst",
            "pollLast",
            "push",
            "put",
            "putAll",
            "remove",
            "removeAll",
            "removeFirst",
            "removeLast",
            "take");

    /** What a stream hands on its elements through. */
    private static final Set<String> STREAM_STEPS =
            Set.of("filter", "sorted", "distinct", "parallel", "sequential", "peek", "skip", "limit");

    private final BodyFacts facts;
    private final ObligationTransfer transfer;
    private final RegisterValues.Known noFields;
    private final ValueOrigins origins;
    private final NeverOpen neverOpen;
    private final Company company;

    CallTransfer(BodyFacts facts, ObligationTransfer transfer, ValueOrigins origins, Company company) {
        this.facts = facts;
        this.transfer = transfer;
        this.origins = origins;
        this.company = company;
        this.neverOpen = new NeverOpen(facts, transfer);
        this.noFields = (register, value) ->
                value >= ObligationState.FIRST || facts.register(register).kind() != Register.Kind.FIELD;
    }

    Optional<ObligationState> normal(Node node, Op.Invoke invoke, ObligationState state) {
        CallEffect effect = facts.effects().of(node);
        if (effect.risk().level() == Risk.Level.EXITS || effect.risk().level() == Risk.Level.ALWAYS) {
            return Optional.empty();
        }
        if (neverOpen.after(invoke, state)) {
            return Optional.empty();
        }
        ObligationState after = released(effect, invoke, state, true);
        boolean wraps = false;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            int argument = invoke.arguments().get(i);
            if (transfer.holds(after, argument)) {
                ArgumentEffect what = effect.argument(i);
                wraps |= what == ArgumentEffect.WRAPPED || what == ArgumentEffect.WRAPPED_UNSEEN;
                after = given(after, invoke, argument, what);
            } else if (isChild(after, argument) && effect.argument(i) == ArgumentEffect.KEPT) {
                after = after.with(ObligationState.CHILD_RETURNED);
            }
        }
        if (after.value(invoke.receiver()) == ObligationState.UNKNOWN) {
            after = after.with(invoke.receiver(), ObligationState.NOT_NULL);
        }
        after = forgetFields(invoke, forgetAnswers(invoke, after));
        return Optional.of(result(node, invoke, effect, after, wraps));
    }

    /** Whether a register holds something that was opened from the resource and needs it. */
    private boolean isChild(ObligationState state, int register) {
        if (register < 0 || !facts.resources().get(register)) {
            return false;
        }
        short value = state.value(register);
        return state.isOpen() && value >= ObligationState.FIRST && origins.isFrom(value, transfer.resource());
    }

    /** What a call has done to the resource when it throws: a release counts, an acquisition does not. */
    ObligationState exceptional(Node node, Op.Invoke invoke, ObligationState state) {
        if (transfer.holds(state, invoke.receiver()) && neverOpen.afterFailure(invoke)) {
            return state.done(transfer.resource());
        }
        return released(facts.effects().of(node), invoke, state, false);
    }

    /** Whether a call closes the object it is called on, or something else that the body has opened. */
    boolean closesAnother(Node node, Op.Invoke invoke, ObligationState state) {
        CallEffect effect = facts.effects().of(node);
        boolean closes = effect.receiver() == ReceiverEffect.CLOSES;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            int argument = invoke.arguments().get(i);
            if (transfer.holds(state, argument)) {
                return closes;
            }
            closes |= argument >= 0
                    && facts.resources().get(argument)
                    && effect.argument(i).closesNormally();
        }
        return closes;
    }

    /** Whether a call makes somebody else responsible for the resource. */
    boolean takes(Node node, Op.Invoke invoke, ObligationState state) {
        CallEffect effect = facts.effects().of(node);
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (transfer.holds(state, invoke.arguments().get(i))) {
                ArgumentEffect what = effect.argument(i);
                boolean isWrapped =
                        what == ArgumentEffect.WRAPPED_UNSEEN && invoke.callee().kind() == Callee.Kind.STATIC;
                if (isWrapped || what == ArgumentEffect.KEPT || what == ArgumentEffect.COLLECTED) {
                    return true;
                }
            }
        }
        return false;
    }

    private ObligationState released(CallEffect effect, Op.Invoke invoke, ObligationState state, boolean isNormal) {
        if (!state.isOpen()) {
            return state;
        }
        short receiver = state.value(invoke.receiver());
        if (closes(state, receiver) && effect.receiver() == ReceiverEffect.CLOSES) {
            return closed(state, receiver);
        }
        if (receiver == transfer.resource() && effect.receiver() == ReceiverEffect.HANDS_OVER) {
            return transfer.handedOver(state);
        }
        if (state.isParent(receiver) && effect.receiver() == ReceiverEffect.REPLACES) {
            return isOpenedFromStatement(receiver) ? transfer.closed(state) : state;
        }
        ObligationState after = releasedArguments(effect, invoke, state, isNormal);
        return after.isOpen() && closesField(effect, after) ? transfer.closed(after) : after;
    }

    private ObligationState releasedArguments(
            CallEffect effect, Op.Invoke invoke, ObligationState state, boolean isNormal) {
        ObligationState after = state;
        for (int i = 0; i < invoke.arguments().size() && after.isOpen(); i++) {
            short argument = state.value(invoke.arguments().get(i));
            if (!closes(state, argument)) {
                continue;
            }
            ArgumentEffect what = effect.argument(i);
            if (isNormal ? what.closesNormally() : what.closes() || company.isAlone(what, invoke, i)) {
                boolean isLeft = what == ArgumentEffect.HANDED_BACK
                        && argument != transfer.resource()
                        && !after.has(ObligationState.OVERWRITTEN);
                after = isLeft ? after.with(ObligationState.LEFT_TO_POOL) : closed(after, argument);
            }
        }
        return after;
    }

    private boolean closes(ObligationState state, short value) {
        return value == transfer.resource() || (value != ObligationState.UNKNOWN && state.isParent(value));
    }

    private ObligationState closed(ObligationState state, short value) {
        if (value == transfer.resource()) {
            return transfer.closed(state);
        }
        if (isPiledUp(state)) {
            return state.with(ObligationState.PILED_UP);
        }
        return state.has(ObligationState.NAMED) && facts.isLeftToPool(transfer.resource(), value)
                ? state.with(ObligationState.LEFT_TO_POOL)
                : transfer.closed(state);
    }

    /** Statements that a loop opens turn by turn are not closed in time by closing their connection behind the loop. */
    private boolean isPiledUp(ObligationState state) {
        return state.has(ObligationState.REPEATED)
                && facts.kindOf(transfer.resource())
                        .filter(kind -> kind == ResourceKind.STATEMENT)
                        .isPresent();
    }

    /** A statement that is executed again closes its result set; a connection's statements stay open. */
    private boolean isOpenedFromStatement(short receiver) {
        return origins.parentsOf(transfer.resource()).contains(receiver);
    }

    private boolean closesField(CallEffect effect, ObligationState state) {
        if (effect.closedFields().isEmpty()) {
            return false;
        }
        if (facts.setupField(transfer.resource())
                .filter(effect.closedFields()::contains)
                .isPresent()) {
            return true;
        }
        for (int i = 0; i < state.values().size(); i++) {
            Register place = facts.register(state.values().register(i));
            if (place.kind() == Register.Kind.FIELD
                    && effect.closedFields().contains(place.name())
                    && closes(state, state.values().entry(i))) {
                return true;
            }
        }
        return false;
    }

    private ObligationState given(ObligationState state, Op.Invoke invoke, int argument, ArgumentEffect what) {
        return switch (what) {
            case LENT, CLOSED, CLOSED_NORMALLY, CLOSED_ALONE, HANDED_BACK, WRAPPED -> state;
            case KEPT -> transfer.handedOver(state);
            case COLLECTED ->
                isGivenToOthers(invoke)
                        ? transfer.handedOver(state)
                        : transfer.collected(state, invoke.receiver(), argument);
            case WRAPPED_UNSEEN, UNSEEN -> state.with(ObligationState.SHOWN);
        };
    }

    /** Whether a call puts something into what a getter shows or a field holds too. A setter may as well fill what it is given. */
    private boolean isGivenToOthers(Op.Invoke invoke) {
        return invoke.receiver() >= 0
                && (!invoke.callee().name().startsWith("set")
                        || !facts.register(invoke.receiver()).isNamed())
                && facts.effects().types().definitions(invoke.receiver()).stream()
                        .anyMatch(op -> op instanceof Op.Copy copy
                                ? facts.register(copy.source()).kind() == Register.Kind.FIELD
                                        || facts.effects().types().definitions(copy.source()).stream()
                                                .anyMatch(CallTransfer::isGetter)
                                : isGetter(op));
    }

    private static boolean isGetter(Op op) {
        return op instanceof Op.Invoke invoke
                && invoke.callee().name().startsWith("get")
                && !ElementAccess.isNamedSo(invoke.callee().name());
    }

    private ObligationState result(
            Node node, Op.Invoke invoke, CallEffect effect, ObligationState state, boolean wraps) {
        short value = facts.valueOf(node);
        boolean isOfHolder = effect.result() == ResultAlias.ELEMENT && transfer.holds(state, invoke.receiver());
        if (effect.acquired().isPresent() && !isOfHolder) {
            return acquired(invoke, effect, state, value);
        }
        if (value == transfer.resource() && !state.isOpen()) {
            return transfer.write(setUp(state), invoke.target(), value);
        }
        if (wraps
                || (transfer.holds(state, invoke.receiver())
                        && (effect.result() == ResultAlias.RECEIVER || isHeld(invoke, effect)))) {
            return transfer.write(state, invoke.target(), transfer.resource());
        }
        if (effect.result() == ResultAlias.ELEMENT
                && transfer.holds(state, invoke.receiver())
                && (state.has(ObligationState.COLLECTED) || isStreamOfAll(invoke))) {
            boolean isView = ElementAccess.handsOutView(invoke);
            ObligationState after = isView ? state : state.with(ObligationState.ITERATED);
            return transfer.write(after, invoke.target(), transfer.resource());
        }
        if (transfer.holds(state, invoke.receiver()) && isPassedThrough(invoke)) {
            return transfer.write(state, invoke.target(), transfer.resource());
        }
        if (effect.result() == ResultAlias.RECEIVER || (effect.result() == ResultAlias.ELEMENT && isHolder(invoke))) {
            return transfer.write(state, invoke.target(), state.value(invoke.receiver()));
        }
        if (origins.asksForParent(invoke, state)) {
            return transfer.write(state.withParent(value), invoke.target(), value);
        }
        Optional<Short> owner = origins.owner(invoke, state.value(invoke.receiver()));
        if (owner.isPresent()) {
            return transfer.write(state, invoke.target(), owner.get());
        }
        if (effect.result() == ResultAlias.PART) {
            origins.addParent(value, state.value(invoke.receiver()));
        }
        if (value == ObligationState.UNKNOWN && invoke.callee().kind() == Callee.Kind.CONSTRUCTOR) {
            value = ObligationState.NOT_NULL;
        }
        return transfer.write(state, invoke.target(), value);
    }

    /** Whether an object shows the resource that it holds. */
    private boolean isHeld(Op.Invoke invoke, CallEffect effect) {
        return effect.acquired().isEmpty()
                && invoke.arguments().isEmpty()
                && Holders.isHolder(facts, invoke.receiver())
                && Holders.shows(facts, invoke, transfer.resource());
    }

    /** Whether a call makes a stream of a collection, or a collection of a stream. */
    private boolean isStreamOfAll(Op.Invoke invoke) {
        if (facts.isStream(transfer.resource())) {
            return false;
        }
        String type = TypeNames.simple(TypeNames.erase(facts.effects().types().ownerType(invoke)));
        return switch (invoke.callee().name()) {
            case "stream" -> type.equals("List") || type.equals("Collection") || type.equals("Set");
            case "collect", "toList" -> type.isEmpty() || type.equals("Stream");
            default -> false;
        };
    }

    /** Whether a stream goes on with its elements, or with what holders of them answer. */
    private boolean isPassedThrough(Op.Invoke invoke) {
        if (facts.isStream(transfer.resource())) {
            return false;
        }
        String name = invoke.callee().name();
        String type = TypeNames.simple(TypeNames.erase(facts.effects().types().ownerType(invoke)));
        return (type.isEmpty() || type.equals("Stream"))
                && (STREAM_STEPS.contains(name)
                        || (name.equals("map")
                                && invoke.arguments().stream()
                                        .flatMap(argument -> facts.effects().types().definitions(argument).stream())
                                        .anyMatch(op -> op instanceof Op.Closure closure
                                                && closure.method().startsWith("get"))));
    }

    /** Whether a call is made on something that stands for the one object in it. */
    private boolean isHolder(Op.Invoke invoke) {
        String type = facts.effects().types().ownerType(invoke);
        return HOLDERS.contains(TypeNames.simple(TypeNames.erase(type)));
    }

    private ObligationState acquired(Op.Invoke invoke, CallEffect effect, ObligationState state, short value) {
        int closedWith = effect.acquired().map(CallEffect.Acquired::closedWith).orElse(CallEffect.Acquired.ALONE);
        origins.open(value, state.value(invoke.receiver()));
        if (closedWith == CallEffect.Acquired.RECEIVER
                || origins.isOfStatement(value, state.value(invoke.receiver()))) {
            origins.addParent(value, state.value(invoke.receiver()));
        } else if (closedWith >= 0 && closedWith < invoke.arguments().size()) {
            origins.addParent(value, state.value(invoke.arguments().get(closedWith)));
        }
        if (value != transfer.resource()) {
            return transfer.write(state, invoke.target(), value);
        }
        if (state.isOpen()) {
            // opened again while the first one is followed: that one stays the one that is followed
            return transfer.write(state.with(ObligationState.REPEATED), invoke.target(), ObligationState.NOT_NULL);
        }
        Set<Short> known = origins.parentsOf(value);
        short[] all = new short[known.size()];
        int i = 0;
        for (short parent : known) {
            all[i++] = parent;
        }
        return transfer.write(state.opened(all), invoke.target(), value);
    }

    /** A call of this object has opened what one of its fields holds now. */
    private ObligationState setUp(ObligationState state) {
        ObligationState after = state.opened(new short[0]).with(ObligationState.NAMED);
        String field = facts.setupField(transfer.resource()).orElse("");
        for (int register = 0; register < facts.graph().registers().size(); register++) {
            Register place = facts.register(register);
            if (place.kind() == Register.Kind.FIELD && place.name().equals(field)) {
                after = after.with(register, transfer.resource());
            }
        }
        return after;
    }

    /** What was asked of a collection may be answered otherwise when an element was put in or taken out. */
    private ObligationState forgetAnswers(Op.Invoke invoke, ObligationState state) {
        if (invoke.receiver() < 0 || !CHANGES.contains(invoke.callee().name())) {
            return state;
        }
        ObligationState after = state;
        for (int condition : facts.graph().conditionUses().get(invoke.receiver())) {
            after = after.with(condition, ObligationState.UNKNOWN);
        }
        return after;
    }

    /** A method of this object may change its fields; what the followed resource is held by stays. */
    private ObligationState forgetFields(Op.Invoke invoke, ObligationState state) {
        Callee.Kind kind = invoke.callee().kind();
        if (kind != Callee.Kind.UNQUALIFIED && kind != Callee.Kind.SUPER && kind != Callee.Kind.DELEGATION) {
            return state;
        }
        return state.keeping(noFields);
    }
}
