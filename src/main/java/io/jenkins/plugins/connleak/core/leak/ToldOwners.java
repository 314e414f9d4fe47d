package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Condition;
import io.jenkins.plugins.connleak.core.flow.Edge;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Reachability;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The conditions on which a body leaves its release of a resource out on purpose: whoever opened the resource, or was
 * given it, was told of what the condition tests, as a flag or a transaction, and answers for the resource then. A
 * return before the release is not on purpose, and the catalog's methods answer for nothing.
 */
final class ToldOwners {
    /** Steps from a condition to the release that depends on it. */
    private static final int MAX_STEPS = 12;

    private final FlowGraph graph;
    private final CallEffects effects;
    private final BodyFacts facts;
    private final BodyFacts.Site site;
    private final BitSet names = new BitSet();
    private final BitSet told = new BitSet();

    private ToldOwners(BodyFacts facts, BodyFacts.Site site) {
        this.facts = facts;
        this.graph = facts.graph();
        this.effects = facts.effects();
        this.site = site;
        facts.targets(site).forEach(names::set);
        facts.addCopies(names);
        graph.nodes().forEach(this::askHolder);
        facts.addCopies(names);
    }

    /**
     * Where an object holds the resource, what it shows of that kind is the resource, and what else it answers tells who
     * is to close it.
     */
    private void askHolder(Node node) {
        if (node.op() instanceof Op.Invoke invoke
                && isIn(invoke.receiver(), names)
                && invoke.arguments().isEmpty()
                && Holders.isHolder(facts, invoke.receiver())) {
            (Holders.shows(facts, invoke, site.value()) ? names : told).set(invoke.target());
        }
    }

    /** The conditions under which somebody else answers for what an acquisition opens. */
    static Set<Condition> conditions(BodyFacts facts, BodyFacts.Site site) {
        return new ToldOwners(facts, site).find();
    }

    private Set<Condition> find() {
        graph.nodes().forEach(this::tell);
        if (told.isEmpty()) {
            return Set.of();
        }
        addAnswers();
        facts.addCopies(told);
        addTests();
        Set<Condition> found = new HashSet<>();
        for (Node node : graph.nodes()) {
            for (Edge edge : node.next()) {
                if (tests(edge.condition()) && leavesReleaseOut(node, edge)) {
                    found.add(edge.condition());
                }
            }
        }
        return found;
    }

    /** Adds what those who are told of answer when they are asked. */
    private void addAnswers() {
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke
                    && invoke.receiver() >= 0
                    && invoke.arguments().isEmpty()
                    && told.get(invoke.receiver())) {
                told.set(invoke.target());
            }
        }
    }

    /** Adds the outcomes of tests of what somebody is told. */
    private void addTests() {
        BitSet tested = (BitSet) told.clone();
        tested.stream().forEach(register -> graph.conditionUses().get(register).forEach(told::set));
    }

    private void tell(Node node) {
        if (!(node.op() instanceof Op.Invoke invoke)) {
            return;
        }
        boolean isInformed = facts.valueOf(node) == site.value() ? !isOfCatalog(invoke) : isGiven(node, invoke);
        if (isInformed) {
            invoke.arguments().stream()
                    .filter(argument -> argument >= 0 && !names.get(argument))
                    .forEach(told::set);
        }
    }

    private boolean isOfCatalog(Op.Invoke invoke) {
        return effects.types().visible(invoke).isEmpty()
                && effects.ownerSpec(invoke).isPresent();
    }

    /** Whether a call gets the resource and may keep it. */
    private boolean isGiven(Node node, Op.Invoke invoke) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isIn(invoke.arguments().get(i), names)) {
                ArgumentEffect what = effects.of(node).argument(i);
                return what != ArgumentEffect.LENT && !what.closesNormally();
            }
        }
        return false;
    }

    /** Whether a condition tests what somebody was told, and what nothing changes on the way. */
    private boolean tests(Condition condition) {
        return condition.register() >= 0
                && !names.get(condition.register())
                && !isIn(condition.other(), names)
                && (isTold(condition.register()) || isTold(condition.other()));
    }

    private boolean isTold(int register) {
        return isIn(register, told)
                && effects.types().definitions(register).stream()
                                .filter(op -> !(op instanceof Op.Declare))
                                .count()
                        <= 1;
    }

    /** Whether one way on from a node misses nothing but a release that the other way leads to. */
    @SuppressWarnings("ReferenceEquality")
    private boolean leavesReleaseOut(Node node, Edge edge) {
        for (Edge other : node.next()) {
            OptionalInt release = other == edge ? OptionalInt.empty() : releaseBehind(other.target());
            if (release.isPresent()) {
                BitSet target = new BitSet();
                target.set(behindBranches(edge.target()));
                return Reachability.backwards(graph, target).get(release.getAsInt());
            }
        }
        return false;
    }

    /** The first node from one on that is not only there for a negated condition. */
    private int behindBranches(int start) {
        int id = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            Node node = graph.nodes().get(id);
            if (!(node.op() instanceof Op.Nop nop)
                    || nop.point() != Op.Point.BRANCH
                    || node.next().size() != 1) {
                return id;
            }
            id = node.next().get(0).target();
        }
        return id;
    }

    /** The release that is the first thing done from a node on, other releases aside. */
    private OptionalInt releaseBehind(int start) {
        Deque<Integer> work = new ArrayDeque<>(List.of(start));
        List<Integer> seen = new ArrayList<>();
        while (!work.isEmpty() && seen.size() < MAX_STEPS) {
            int id = work.removeFirst();
            Node node = graph.nodes().get(id);
            if (seen.contains(id)) {
                continue;
            }
            seen.add(id);
            if (node.op() instanceof Op.Invoke invoke) {
                if (releases(node, invoke, names)) {
                    return OptionalInt.of(id);
                }
                if (!isGetter(invoke) && !isIn(invoke.target(), names) && !releases(node, invoke, facts.resources())) {
                    continue;
                }
            }
            node.next().forEach(next -> work.add(next.target()));
        }
        return OptionalInt.empty();
    }

    private boolean releases(Node node, Op.Invoke invoke, BitSet held) {
        CallEffect effect = effects.of(node);
        if (isIn(invoke.receiver(), held) && effect.receiver() == CallEffect.ReceiverEffect.CLOSES) {
            return true;
        }
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isIn(invoke.arguments().get(i), held) && effect.argument(i).closesNormally()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call may only get what closes. */
    private static boolean isGetter(Op.Invoke invoke) {
        return invoke.arguments().isEmpty() && invoke.callee().name().startsWith("get");
    }

    private static boolean isIn(int register, BitSet registers) {
        return register >= 0 && registers.get(register);
    }
}
