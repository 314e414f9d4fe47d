package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/** A quick look, whatever the paths: whether what a register holds may be closed, kept or returned by the body at all. */
final class Aliases {
    private final FlowGraph graph;
    private final CallEffects effects;
    private final BitSet fields = new BitSet();

    Aliases(FlowGraph graph, CallEffects effects) {
        this.graph = graph;
        this.effects = effects;
        for (int register = 0; register < graph.registers().size(); register++) {
            if (graph.registers().get(register).kind() == Register.Kind.FIELD) {
                fields.set(register);
            }
        }
    }

    boolean mayLeave(int register) {
        return reaches(register, this::leaves);
    }

    /** Whether code that can't be seen may get it. */
    boolean mayBeShown(int register) {
        return reaches(register, this::shows);
    }

    /** All registers that may hold what one does, by itself or among others. */
    BitSet names(int register) {
        BitSet names = only(register);
        spread(names, (node, all) -> false);
        return names;
    }

    /** All registers that may hold what one of these does, or something that holds it. */
    BitSet holders(BitSet registers) {
        BitSet names = (BitSet) registers.clone();
        spread(names, (node, all) -> {
            spreadToHolders(node, all);
            return false;
        });
        return names;
    }

    /** Whether the caller may get it. */
    boolean mayBeReturned(int register) {
        return reaches(register, (node, names) -> {
            spreadToHolders(node, names);
            return node.op() instanceof Op.Return result && isIn(result.source(), names);
        });
    }

    /** Whether a field may hold it in the end. */
    boolean mayReachField(int register) {
        return reaches(register, (node, names) -> {
            spreadToHolders(node, names);
            return names.intersects(fields);
        });
    }

    /** What holds it without being another name of it. */
    private static void spreadToHolders(Node node, BitSet names) {
        if (node.op() instanceof Op.Closure closure && isOneIn(closure.captured(), names)) {
            names.set(closure.target());
        } else if (node.op() instanceof Op.Store store && store.base() >= 0 && isIn(store.source(), names)) {
            names.set(store.base());
        } else if (node.op() instanceof Op.Invoke invoke
                && invoke.receiver() >= 0
                && isOneIn(invoke.arguments(), names)) {
            names.set(invoke.receiver());
        }
    }

    private boolean reaches(int register, BiPredicate<Node, BitSet> goal) {
        return spread(only(register), goal);
    }

    private static BitSet only(int register) {
        BitSet names = new BitSet();
        names.set(register);
        return names;
    }

    /** Adds the other names of what these registers hold, until all are there or a goal is met; says whether it was. */
    private boolean spread(BitSet names, BiPredicate<Node, BitSet> goal) {
        int size = 0;
        while (names.cardinality() > size) {
            size = names.cardinality();
            for (Node node : graph.nodes()) {
                if (goal.test(node, names)) {
                    return true;
                }
                spread(node, names);
            }
        }
        return false;
    }

    private boolean shows(Node node, BitSet names) {
        if (!(node.op() instanceof Op.Invoke invoke)) {
            return false;
        }
        CallEffect effect = effects.of(node);
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isIn(invoke.arguments().get(i), names)) {
                ArgumentEffect what = effect.argument(i);
                if (what == ArgumentEffect.UNSEEN || what == ArgumentEffect.WRAPPED_UNSEEN) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leaves(Node node, BitSet names) {
        Op op = node.op();
        if (op instanceof Op.Return result) {
            return isIn(result.source(), names);
        }
        if (op instanceof Op.Store store) {
            return isIn(store.source(), names);
        }
        if (op instanceof Op.ArrayStore store) {
            return isIn(store.source(), names) && isOfAnObject(store.array());
        }
        if (op instanceof Op.Copy copy) {
            return isIn(copy.source(), names) && fields.get(copy.target());
        }
        if (op instanceof Op.Closure closure) {
            return isOneIn(closure.captured(), names);
        }
        return op instanceof Op.Invoke invoke && leaves(invoke, effects.of(node), names);
    }

    /** Whether what a register holds is held by a field too. */
    private boolean isOfAnObject(int register) {
        return register >= 0
                && (fields.get(register)
                        || effects.types().definitions(register).stream().anyMatch(Op.Load.class::isInstance));
    }

    private static boolean leaves(Op.Invoke invoke, CallEffect effect, BitSet names) {
        if (isIn(invoke.receiver(), names) && effect.receiver() == ReceiverEffect.CLOSES) {
            return true;
        }
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isIn(invoke.arguments().get(i), names)) {
                ArgumentEffect what = effect.argument(i);
                if (what.closesNormally() || what == ArgumentEffect.KEPT || what == ArgumentEffect.COLLECTED) {
                    return true;
                }
            }
        }
        return false;
    }

    private void spread(Node node, BitSet names) {
        Op op = node.op();
        if (op instanceof Op.Copy copy && isIn(copy.source(), names)) {
            names.set(copy.target());
        } else if (op instanceof Op.Element element && isIn(element.container(), names)) {
            names.set(element.target());
        } else if (op instanceof Op.NewArray array && isOneIn(array.elements(), names)) {
            names.set(array.target());
        } else if (op instanceof Op.ArrayStore store && isIn(store.source(), names)) {
            names.set(store.array());
        } else if (op instanceof Op.Invoke invoke
                && ((isIn(invoke.receiver(), names) && ValueOrigins.asksForOwner(invoke, effects))
                        || isWrapped(invoke, effects.of(node), names))) {
            names.set(invoke.target());
        }
    }

    private static boolean isWrapped(Op.Invoke invoke, CallEffect effect, BitSet names) {
        if (isIn(invoke.receiver(), names) && effect.result() != CallEffect.ResultAlias.NONE) {
            return true;
        }
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isIn(invoke.arguments().get(i), names)) {
                ArgumentEffect what = effect.argument(i);
                if (what == ArgumentEffect.WRAPPED || what == ArgumentEffect.WRAPPED_UNSEEN) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In a loop of its own: every node of every body is asked several times. */
    private static boolean isOneIn(List<Integer> registers, BitSet names) {
        for (int register : registers) {
            if (isIn(register, names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(int register, BitSet names) {
        return register >= 0 && names.get(register);
    }
}
