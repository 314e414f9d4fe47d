package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Reachability;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a body does to the fields of its object. */
final class FieldUse {
    private FieldUse() {}

    /** What the method closes and what it leaves open in fields: by itself, and by the methods that it calls. */
    static FieldEffects effects(List<SiteResult> sites, FlowGraph graph, CallEffects effects) {
        Set<String> closed = closedFields(graph, effects);
        Map<String, Opened> opened = new TreeMap<>();
        Set<String> within = new TreeSet<>();
        for (Node node : graph.nodes()) {
            opened.putAll(effects.of(node).fields().opened());
            within.addAll(effects.of(node).fields().within());
        }
        within.addAll(opened.keySet());
        within.retainAll(closed);
        opened.keySet().removeAll(closed);
        for (SiteResult site : sites) {
            if (isInOneMode(site, sites, effects)) {
                continue;
            }
            CallEffect.Acquired acquired = site.site().acquired();
            site.fate()
                    .kept()
                    .forEach(field -> opened.put(
                            field,
                            new Opened(
                                    acquired.type(),
                                    acquired.kind(),
                                    acquired.certainty(),
                                    CallEffect.Acquired.ALONE,
                                    acquired.mayBePooled())));
        }
        return new FieldEffects(closed, opened, within);
    }

    /** Whether a constructor opens what it keeps in a field only on some of its ways: its object has another mode. */
    private static boolean isInOneMode(SiteResult site, List<SiteResult> sites, CallEffects effects) {
        if (!effects.method.is(MethodModel.Trait.CONSTRUCTOR)) {
            return false;
        }
        BitSet opening = new BitSet();
        for (SiteResult other : sites) {
            if (!Collections.disjoint(other.fate().kept(), site.fate().kept())) {
                effects.graph.nodes().stream()
                        .filter(node -> node.position() == other.site().node().position())
                        .forEach(node -> opening.set(node.id()));
            }
        }
        return Reachability.isBypassed(effects.graph, opening);
    }

    private static Set<String> closedFields(FlowGraph graph, CallEffects effects) {
        Set<String> fields = new TreeSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                CallEffect effect = effects.of(node);
                fields.addAll(effect.closedFields());
                Set<String> on = fieldsBehind(graph, effects, invoke.receiver());
                if (!on.isEmpty() && effect.receiver() == ReceiverEffect.CLOSES) {
                    fields.addAll(on);
                }
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    Set<String> given =
                            fieldsBehind(graph, effects, invoke.arguments().get(i));
                    if (!given.isEmpty() && effect.argument(i).closesNormally()) {
                        fields.addAll(given);
                    }
                }
            }
        }
        return fields;
    }

    /** The fields whose value, or an element of it, a register may hold. */
    private static Set<String> fieldsBehind(FlowGraph graph, CallEffects effects, int register) {
        Set<String> found = new TreeSet<>();
        addField(graph, effects, register, found, 0);
        return found;
    }

    private static void addField(FlowGraph graph, CallEffects effects, int register, Set<String> fields, int depth) {
        if (register < 0 || depth > 4) {
            return;
        }
        Register place = graph.registers().get(register);
        if (place.kind() == Register.Kind.FIELD) {
            fields.add(place.name());
            return;
        }
        for (Op op : effects.types().definitions(register)) {
            if (op instanceof Op.Copy copy) {
                addField(graph, effects, copy.source(), fields, depth + 1);
            } else if (op instanceof Op.Element element) {
                addField(graph, effects, element.container(), fields, depth + 1);
            } else if (op instanceof Op.NewArray array) {
                array.elements().forEach(element -> addField(graph, effects, element, fields, depth + 1));
            } else if (op instanceof Op.Invoke invoke && ElementAccess.handsOut(invoke)) {
                addField(graph, effects, invoke.receiver(), fields, depth + 1);
            } else if (op instanceof Op.Invoke invoke
                    && effects.named(CallNames.Group.WRAPPING, invoke.callee().name())) {
                invoke.arguments().forEach(argument -> addField(graph, effects, argument, fields, depth + 1));
            }
        }
    }
}
