package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.ControlDependence;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Liveness;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Reachability;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.flow.WorkLimit;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What all questions about one body share: the effects of its calls, its acquisitions, and a number for each place a value comes from. */
final class BodyFacts {
    /**
     * An acquisition; copies of it in copies of a finally block are the same one.
     *
     * @param value the value that stands for what it opens
     * @param node its node, the first of the copies
     * @param acquired what it opens
     * @param field empty for an acquisition; else the field whose resource a closing method has to close, the node being the close
     */
    record Site(short value, Node node, CallEffect.Acquired acquired, String field) {}

    private static final int MAX_COPIES = 3;

    private final MethodModel method;
    private final WorkLimit limit = new WorkLimit();
    private final FlowGraph graph;
    private final CallEffects effects;
    private @Nullable Liveness read;
    private @Nullable Liveness tested;
    private final short[] initial;
    private final Map<Long, Short> valueOfPosition = new HashMap<>();
    private final Map<Long, Site> sites = new LinkedHashMap<>();
    private final Map<Short, String> setups = new HashMap<>();
    private final Map<Short, BitSet> reaching = new HashMap<>();
    private final BitSet decisive = new BitSet();
    private @Nullable BitSet owners;
    private @Nullable BitSet resources;
    private short next = ObligationState.FIRST;

    BodyFacts(MethodModel method, FlowGraph graph, CallEffects effects) {
        this.method = method;
        this.graph = graph;
        this.effects = effects;
        this.initial = new short[graph.registers().size()];
        for (int register = 0; register < graph.registers().size(); register++) {
            Register.Kind kind = graph.registers().get(register).kind();
            if (kind == Register.Kind.PARAMETER
                    || kind == Register.Kind.FIELD
                    || graph.registers().get(register).isCaptured()) {
                initial[register] = isNullAtFirst(graph.registers().get(register)) ? ObligationState.NULL : number();
            }
        }
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                call(node, invoke);
            }
        }
        numberOwners();
    }

    /** Numbers what calls return that something is opened from, although nobody knows its type. */
    private void numberOwners() {
        if (sites.isEmpty()) {
            return;
        }
        BitSet registers = new BitSet();
        for (Site site : sites.values()) {
            if (site.node().op() instanceof Op.Invoke invoke
                    && invoke.receiver() >= 0
                    && site.acquired().closedWith() == CallEffect.Acquired.RECEIVER) {
                registers.set(invoke.receiver());
            }
        }
        addSources(registers);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && invoke.target() >= 0 && registers.get(invoke.target())) {
                valueOfPosition.computeIfAbsent(node.position(), key -> number());
            }
        }
    }

    /** A constructor finds the fields of its object that have no initializer empty. */
    private boolean isNullAtFirst(Register register) {
        TypeModel.Field field = method.owner().fields().get(register.name());
        return register.kind() == Register.Kind.FIELD
                && method.signature().name().equals("<init>")
                && field != null
                && !field.isStatic()
                && !field.isInitialized()
                && !TypeNames.isPlain(field.type());
    }

    private void call(Node node, Op.Invoke invoke) {
        CallEffect effect = effects.of(node);
        if (effect.acquired().isEmpty() && effects.types().of(invoke.target()).isEmpty()) {
            return;
        }
        short value = valueOfPosition.computeIfAbsent(node.position(), key -> number());
        effect.acquired()
                .ifPresent(acquired -> sites.putIfAbsent(node.position(), new Site(value, node, acquired, "")));
    }

    /** A call that leaves something open in a field of the object, for the method to have it closed again. */
    Site setup(Node node, CallEffect.Acquired acquired, String field) {
        short value = valueOfPosition.computeIfAbsent(node.position(), key -> number());
        setups.put(value, field);
        return new Site(value, node, acquired, field);
    }

    /** The field in which a call of this object left that value; empty if it is no such value. */
    Optional<String> setupField(short value) {
        return Optional.ofNullable(setups.get(value));
    }

    private short number() {
        if (next < Short.MAX_VALUE) {
            next++;
        }
        return (short) (next - 1);
    }

    MethodModel method() {
        return method;
    }

    /** What all that follow this body may cost together. */
    WorkLimit limit() {
        return limit;
    }

    FlowGraph graph() {
        return graph;
    }

    CallEffects effects() {
        return effects;
    }

    /** Which registers may be tested: what is known of the outcome of others need not be kept. */
    Liveness tested() {
        Liveness known = tested;
        if (known == null) {
            known = new Liveness(graph, Liveness.Use.TEST);
            tested = known;
        }
        return known;
    }

    /** Which registers may be read: where others came from need not be kept. */
    Liveness read() {
        Liveness known = read;
        if (known == null) {
            known = new Liveness(graph, Liveness.Use.READ);
            read = known;
        }
        return known;
    }

    /** The nodes from which an acquisition can be reached. */
    BitSet reaching(short value) {
        return reaching.computeIfAbsent(value, key -> {
            BitSet targets = new BitSet();
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Invoke && valueOf(node) == key) {
                    targets.set(node.id());
                }
            }
            return Reachability.backwards(graph, targets);
        });
    }

    /** The registers whose values decide whether something is opened or closed, or that something is opened from. */
    BitSet decisive() {
        if (decisive.isEmpty()) {
            decisive.or(ControlDependence.registersDeciding(graph, turningPoints()));
            addSources(decisive);
            // never empty again
            decisive.set(graph.registers().size());
        }
        return decisive;
    }

    /** The values that something may be opened from, as far as the calls and copies of the body show without following it. */
    BitSet owners() {
        BitSet known = owners;
        if (known == null) {
            known = ownersAnew();
            owners = known;
        }
        return known;
    }

    private BitSet ownersAnew() {
        BitSet found = new BitSet();
        BitSet registers = new BitSet();
        for (Site site : sites.values()) {
            found.set(site.value());
            if (site.node().op() instanceof Op.Invoke invoke) {
                addOwners(invoke, site.acquired().closedWith(), registers);
            }
        }
        addSources(registers);
        registers.stream().forEach(register -> found.set(initial[register]));
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && registers.get(invoke.target())) {
                found.set(valueOf(node));
            }
        }
        found.clear(0, ObligationState.FIRST);
        return found;
    }

    private static void addOwners(Op.Invoke invoke, int closedWith, BitSet registers) {
        if (invoke.receiver() >= 0) {
            registers.set(invoke.receiver());
        }
        if (closedWith >= 0 && closedWith < invoke.arguments().size()) {
            registers.set(invoke.arguments().get(closedWith));
        }
    }

    /** The registers that may hold what the body opens. */
    BitSet resources() {
        BitSet known = resources;
        if (known == null) {
            known = new BitSet();
            for (Site site : sites.values()) {
                targets(site).forEach(known::set);
            }
            addCopies(known);
            resources = known;
        }
        return known;
    }

    /** Adds the registers that others are copied to. */
    void addCopies(BitSet registers) {
        for (int round = 0; round < MAX_COPIES; round++) {
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && copy.source() >= 0 && registers.get(copy.source())) {
                    registers.set(copy.target());
                }
            }
        }
    }

    /** Adds the registers that others are copied from. */
    private void addSources(BitSet registers) {
        for (int round = 0; round < MAX_COPIES; round++) {
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && copy.source() >= 0 && registers.get(copy.target())) {
                    registers.set(copy.source());
                }
            }
        }
    }

    private BitSet turningPoints() {
        BitSet nodes = new BitSet();
        for (Node node : graph.nodes()) {
            CallEffect effect = effects.of(node);
            boolean ends = effect.receiver() == CallEffect.ReceiverEffect.CLOSES
                    || effect.receiver() == CallEffect.ReceiverEffect.HANDS_OVER
                    || IntStream.range(0, effect.arguments()).anyMatch(i -> isEnd(effect.argument(i)));
            if (ends || effect.acquired().isPresent()) {
                nodes.set(node.id());
            }
            if (effect.acquired().isPresent() && node.op() instanceof Op.Invoke invoke && invoke.receiver() >= 0) {
                decisive.set(invoke.receiver());
            }
        }
        return nodes;
    }

    private static boolean isEnd(CallEffect.ArgumentEffect effect) {
        return effect == CallEffect.ArgumentEffect.CLOSED
                || effect == CallEffect.ArgumentEffect.CLOSED_NORMALLY
                || effect == CallEffect.ArgumentEffect.KEPT;
    }

    List<Site> sites() {
        return new ArrayList<>(sites.values());
    }

    /** The registers that get what an acquisition opens: one for each copy of it in copies of a finally block. */
    IntStream targets(Site site) {
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.Invoke && valueOf(node) == site.value())
                .mapToInt(node -> ((Op.Invoke) node.op()).target());
    }

    /** The values of the registers at the entry. */
    short[] initialValues() {
        return initial.clone();
    }

    /** The value of what a call returns. */
    short valueOf(Node node) {
        return valueOfPosition.getOrDefault(node.position(), ObligationState.UNKNOWN);
    }

    /** What the acquisition with that value opens; empty for a parameter. */
    Optional<ResourceKind> kindOf(short value) {
        return site(value).map(site -> site.acquired().kind());
    }

    /** Whether the turn of a loop reads from a database: what it goes over is a cursor and no collection. */
    boolean reads(Op.Element element) {
        return effects.kindOf(effects.types().of(element.container()))
                .filter(kind -> kind == ResourceKind.CURSOR || kind == ResourceKind.RESULT_SET)
                .isPresent();
    }

    /** Whether what the acquisition with that value opens is a stream itself. */
    boolean isStream(short value) {
        return site(value)
                .filter(site -> TypeNames.simple(TypeNames.erase(site.acquired().type()))
                        .endsWith("Stream"))
                .isPresent();
    }

    /**
     * Whether nothing but the closing of its connection closes a statement, and that may be a pool's: closing one of
     * those gives it back, and what becomes of its statements is the pool's affair.
     */
    boolean isLeftToPool(short statement, short connection) {
        Optional<Site> opened = site(statement);
        Optional<Site> from = site(connection);
        return opened.isPresent()
                && from.isPresent()
                && opened.get().acquired().kind() == ResourceKind.STATEMENT
                && from.get().acquired().kind() == ResourceKind.CONNECTION
                && from.get().acquired().mayBePooled()
                && opened.get().node().op() instanceof Op.Invoke invoke
                && !effects.isGivenBack(invoke);
    }

    private Optional<Site> site(short value) {
        return sites.values().stream().filter(site -> site.value() == value).findFirst();
    }

    Register register(int index) {
        return graph.registers().get(index);
    }

    boolean isLambda() {
        return method.is(MethodModel.Trait.LAMBDA);
    }

    boolean isConstructor() {
        return method.is(MethodModel.Trait.CONSTRUCTOR);
    }
}
