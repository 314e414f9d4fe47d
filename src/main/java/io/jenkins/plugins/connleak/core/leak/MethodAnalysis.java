package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.PathSolver;
import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ArgumentEffect;
import io.jenkins.plugins.connleak.core.leak.CallEffect.ReceiverEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import io.jenkins.plugins.connleak.core.leak.ObligationState.Phase;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Analyses one body with the summaries of the others: once for each acquisition and each parameter that may be closed in it. */
final class MethodAnalysis {
    private static final Set<String> LOOSE_TYPES = Set.of("AutoCloseable", "Closeable", "Object", "Wrapper");

    private static final int MAX_COPIES = 3;

    private final Workspace workspace;
    private final ExceptionTypes exceptions;
    private final SummaryTable summaries;

    MethodAnalysis(Workspace workspace, ExceptionTypes exceptions, SummaryTable summaries) {
        this.workspace = workspace;
        this.exceptions = exceptions;
        this.summaries = summaries;
    }

    /** Analyses a method that has a body. */
    MethodResult analyse(MethodModel method, FlowGraph graph) {
        CallEffects effects = new CallEffects(workspace, summaries, method, graph);
        Aliases aliases = new Aliases(graph, effects);
        Set<Integer> parameters = interestingParameters(method, graph, effects, aliases);
        Set<String> closedFields = closedFields(graph, effects);
        Throwing throwing = Throws.of(graph, effects, exceptions);
        boolean acquires = graph.nodes().stream()
                .anyMatch(node -> effects.of(node).acquired().isPresent());
        ClosingDuty duty = new ClosingDuty(workspace, exceptions, method, graph, effects);
        SetupDuty setup = new SetupDuty(exceptions, method, graph, effects, summaries);
        if (!acquires && parameters.isEmpty() && !duty.isOwed() && !setup.isOwed()) {
            MethodSummary summary = new MethodSummary(
                    lentParameters(method, effects, aliases),
                    lent(graph, effects),
                    fieldEffects(List.of(), graph, effects, closedFields),
                    throwing);
            return new MethodResult(Optional.empty(), summary, List.of());
        }
        BodyFacts facts = new BodyFacts(method, graph, effects);
        List<SiteResult> sites = new ArrayList<>();
        for (BodyFacts.Site site : facts.sites()) {
            sites.add(follow(facts, site));
        }
        List<SiteResult> duties = new ArrayList<>(duty.check(facts));
        duties.addAll(setup.check(facts));
        List<ParameterEffect> effectsOfParameters = lentParameters(method, effects, aliases);
        parameters.forEach(i -> effectsOfParameters.set(i, parameterEffect(facts, i)));
        return new MethodResult(
                Optional.of(facts),
                new MethodSummary(
                        effectsOfParameters,
                        result(sites, graph, effects),
                        fieldEffects(sites, graph, effects, closedFields),
                        throwing),
                Stream.concat(sites.stream(), duties.stream()).toList());
    }

    // acquisitions

    private SiteResult follow(BodyFacts facts, BodyFacts.Site site) {
        ObligationTransfer transfer = new ObligationTransfer(facts, exceptions, site.value(), Phase.BEFORE);
        List<Visit<ObligationState>> leaks = new ArrayList<>();
        Set<String> fields = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        List<Visit<ObligationState>> held = new ArrayList<>();
        boolean returned = false;
        List<Visit<ObligationState>> exits = PathSolver.solve(facts.graph(), transfer, facts.limit());
        for (Visit<ObligationState> exit : exits) {
            boolean isNormal = exit.node().id() == facts.graph().normalExit();
            if (!exit.state().isOpen() || (isNormal && transfer.isGivenAway(exit.state()))) {
                continue;
            }
            Set<String> holders = fieldsHolding(facts, exit.state(), site.value());
            if (isNormal && exit.state().has(ObligationState.RETURNED) && holders.isEmpty()) {
                returned = true;
            } else if (!holders.isEmpty() && (isNormal || !facts.isConstructor())) {
                fields.addAll(holders);
                if (isNormal) {
                    kept.addAll(holders);
                } else {
                    held.add(exit);
                }
            } else {
                leaks.add(exit);
            }
        }
        int parameter = parentParameter(facts, transfer.parents());
        if (parameter >= 0 && facts.isLambda() && site.acquired().kind() == ResourceKind.RESULT_SET) {
            // whoever calls a lambda closes what it hands in
            leaks.clear();
        }
        SiteResult.Fate fate =
                new SiteResult.Fate(transfer.isReleased(), transfer.isTransferred(), returned, parameter, kept);
        boolean isClosedHere = transfer.isReleased() && kept.isEmpty();
        return new SiteResult(site, leaks, fate, fields, parentFields(facts, site), isClosedHere ? held : List.of());
    }

    private static Set<String> fieldsHolding(BodyFacts facts, ObligationState state, short value) {
        Set<String> fields = new TreeSet<>();
        for (int register = 0; register < state.size(); register++) {
            if (state.value(register) == value && facts.register(register).kind() == Register.Kind.FIELD) {
                fields.add(facts.register(register).name());
            }
        }
        return fields;
    }

    private static Set<String> parentFields(BodyFacts facts, BodyFacts.Site site) {
        Set<String> fields = new TreeSet<>();
        if (site.node().op() instanceof Op.Invoke invoke && invoke.receiver() >= 0) {
            Register receiver = facts.register(invoke.receiver());
            if (receiver.kind() == Register.Kind.FIELD) {
                fields.add(receiver.name());
            }
        }
        return fields;
    }

    private static int parentParameter(BodyFacts facts, Set<Short> parents) {
        short[] initial = facts.initialValues();
        for (int i = 0; i < facts.graph().parameters(); i++) {
            if (parents.contains(initial[i])) {
                return i;
            }
        }
        return -1;
    }

    private ResultEffect result(List<SiteResult> sites, FlowGraph graph, CallEffects effects) {
        for (SiteResult site : sites) {
            if (site.fate().isReturned()) {
                CallEffect.Acquired acquired = site.site().acquired();
                return new ResultEffect(
                        false,
                        false,
                        Optional.of(new Opened(
                                acquired.type(),
                                acquired.kind(),
                                acquired.certainty(),
                                site.fate().parameter(),
                                acquired.mayBePooled())));
            }
        }
        return lent(graph, effects);
    }

    private ResultEffect lent(FlowGraph graph, CallEffects effects) {
        boolean isLent = graph.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Return result && isLent(graph, effects, result.source(), 0));
        if (isLent) {
            return ResultEffect.LENT;
        }
        boolean isThis = graph.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Return result && result.source() == Op.Return.THIS);
        return isThis ? ResultEffect.THIS : ResultEffect.UNKNOWN;
    }

    /** Whether a register may hold what a field holds, or what another method lends. */
    private boolean isLent(FlowGraph graph, CallEffects effects, int register, int depth) {
        if (register < 0 || depth > MAX_COPIES) {
            return false;
        }
        if (graph.registers().get(register).kind() == Register.Kind.FIELD) {
            return true;
        }
        for (Op op : effects.types().definitions(register)) {
            if (op instanceof Op.Copy copy && isLent(graph, effects, copy.source(), depth + 1)) {
                return true;
            }
            if (op instanceof Op.Invoke invoke
                    && effects.types().visible(invoke).stream()
                            .anyMatch(target -> summaries.of(target).result().isLent())) {
                return true;
            }
        }
        return false;
    }

    // parameters

    /** What becomes of parameters that the body neither closes nor keeps: the caller's still, unless unseen code gets them. */
    private List<ParameterEffect> lentParameters(MethodModel method, CallEffects effects, Aliases aliases) {
        List<ParameterEffect> found = new ArrayList<>();
        for (int i = 0; i < method.signature().parameterTypes().size(); i++) {
            boolean isResource = workspace
                    .spec(effects.types().of(i))
                    .filter(spec -> spec.kind().isPresent())
                    .isPresent();
            if (isResource) {
                found.add(aliases.mayBeShown(i) ? ParameterEffect.SHOWN : ParameterEffect.LENT);
            } else {
                found.add(ofHolder(method.signature().parameterTypes().get(i), i, aliases));
            }
        }
        return found;
    }

    /** What becomes of an object that is no resource but may hold one: it is kept with it, or may be taken apart. */
    private static ParameterEffect ofHolder(String type, int parameter, Aliases aliases) {
        if (TypeNames.isPlain(type)) {
            return ParameterEffect.LENT;
        }
        return aliases.mayLeave(parameter) ? ParameterEffect.KEPT : ParameterEffect.SHOWN;
    }

    private Set<Integer> interestingParameters(
            MethodModel method, FlowGraph graph, CallEffects effects, Aliases aliases) {
        Set<Integer> found = new HashSet<>();
        if (method.is(MethodModel.Trait.LAMBDA)) {
            return found;
        }
        for (int i = 0; i < graph.parameters(); i++) {
            if (mayHoldResource(effects.types().of(i), graph.registers().get(i).type()) && aliases.mayLeave(i)) {
                found.add(i);
            }
        }
        return found;
    }

    /** Whether a resource of the catalog can come in through a parameter of that type. */
    private boolean mayHoldResource(String type, String written) {
        String erased = TypeNames.erase(type);
        while (TypeNames.isArray(erased)) {
            erased = TypeNames.element(erased);
        }
        String simple = TypeNames.simple(erased);
        if (simple.length() == 1 || LOOSE_TYPES.contains(simple)) {
            return true;
        }
        if (workspace.spec(erased).filter(spec -> spec.kind().isPresent()).isPresent()
                || workspace
                        .type(erased)
                        .filter(model -> !workspace.methods(model, "close", 0).isEmpty())
                        .isPresent()) {
            return true;
        }
        String element = TypeNames.element(written);
        return !element.isEmpty() && !element.equals(written) && mayHoldResource(element, element);
    }

    private ParameterEffect parameterEffect(BodyFacts facts, int parameter) {
        short value = facts.initialValues()[parameter];
        ObligationTransfer transfer = new ObligationTransfer(facts, exceptions, value, Phase.OPEN);
        boolean openNormally = false;
        boolean openOnException = false;
        boolean kept = false;
        boolean returned = false;
        boolean shown = false;
        for (Visit<ObligationState> exit : PathSolver.solve(facts.graph(), transfer, facts.limit())) {
            if (exit.state().isOpen()) {
                boolean isNormal = exit.node().id() == facts.graph().normalExit();
                kept |= isNormal && !fieldsHolding(facts, exit.state(), value).isEmpty();
                returned |= isNormal && exit.state().has(ObligationState.RETURNED);
                shown |= isNormal && exit.state().has(ObligationState.SHOWN);
                openNormally |= isNormal;
                openOnException |= !isNormal;
            }
        }
        if (transfer.isReleased()) {
            return openNormally || openOnException ? ParameterEffect.CLOSED_NORMALLY : ParameterEffect.CLOSED;
        }
        if (returned) {
            return ParameterEffect.RETURNED;
        }
        if (kept || transfer.isTransferred()) {
            return ParameterEffect.KEPT;
        }
        return shown ? ParameterEffect.SHOWN : ParameterEffect.LENT;
    }

    // the object itself

    /** What the method closes and what it leaves open in fields: by itself, and by the methods that it calls. */
    private static FieldEffects fieldEffects(
            List<SiteResult> sites, FlowGraph graph, CallEffects effects, Set<String> closed) {
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

    private static Set<String> closedFields(FlowGraph graph, CallEffects effects) {
        Set<String> fields = new TreeSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                CallEffect effect = effects.of(node);
                fields.addAll(effect.closedFields());
                if (effect.receiver() == ReceiverEffect.CLOSES) {
                    addField(graph, effects, invoke.receiver(), fields, 0);
                }
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    ArgumentEffect what = effect.argument(i);
                    if (what.closesNormally()) {
                        addField(graph, effects, invoke.arguments().get(i), fields, 0);
                    }
                }
            }
        }
        return fields;
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
            } else if (op instanceof Op.Invoke invoke && CallEffects.handsOutElement(invoke)) {
                addField(graph, effects, invoke.receiver(), fields, depth + 1);
            } else if (op instanceof Op.Invoke invoke
                    && effects.named(CallNames.Group.WRAPPING, invoke.callee().name())) {
                invoke.arguments().forEach(argument -> addField(graph, effects, argument, fields, depth + 1));
            }
        }
    }
}
