package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Handling;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Analyses one body with the summaries of the others: once for each acquisition and each parameter that may be closed in it. */
final class MethodAnalysis {
    private static final Set<String> LOOSE_TYPES = Set.of("AutoCloseable", "Closeable", "Object", "Wrapper");

    private static final Set<String> ITERATORS = Set.of("Iterator", "ListIterator", "Spliterator");

    private static final int MAX_COPIES = 3;

    private final Workspace workspace;
    private final ExceptionTypes exceptions;
    private final SummaryTable summaries;

    MethodAnalysis(Workspace workspace, ExceptionTypes exceptions, SummaryTable summaries) {
        this.workspace = workspace;
        this.exceptions = exceptions;
        this.summaries = summaries;
    }

    /** Looks at a method that has a body. */
    Look look(MethodModel method, BodyShapes.Shape shape) {
        return new Look(method, shape);
    }

    /** One look at one body: each question about it is answered by itself, with as little of the rest as it takes. */
    final class Look {
        private final MethodModel method;
        private final FlowGraph graph;
        private final CallEffects effects;
        private final Aliases aliases;
        private @Nullable BodyFacts facts;

        private Look(MethodModel method, BodyShapes.Shape shape) {
            this.method = method;
            this.graph = shape.graph();
            this.effects = new CallEffects(workspace, summaries, method, shape);
            this.aliases = new Aliases(graph, effects);
        }

        MethodSummary answer(Question question) {
            return switch (question.part()) {
                case THROWING -> Throws.of(method, graph, effects, exceptions);
                case RESULT -> result();
                case FIELDS ->
                    FieldUse.effects(
                            leaving(aliases::mayReachField).stream()
                                    .map(paths()::follow)
                                    .toList(),
                            graph,
                            effects);
                case PARAMETER -> parameter(question.parameter());
                case DUTIES -> duties();
                case HANDLING -> handles() ? Handling.HANDLES : Handling.NONE;
                case CARE -> new OwnersGiven(facts(), aliases, paths()::follow, this::parameter).find();
            };
        }

        private BodyFacts facts() {
            BodyFacts known = facts;
            if (known == null) {
                known = new BodyFacts(method, graph, effects);
                facts = known;
            }
            return known;
        }

        private ResourcePaths paths() {
            return new ResourcePaths(facts(), exceptions, summaries.relevance().isThorough());
        }

        private boolean acquires() {
            return summaries.relevance().matters(method, graph)
                    && graph.nodes().stream()
                            .anyMatch(node -> effects.of(node).acquired().isPresent());
        }

        /** The acquisitions whose result may go where it matters. */
        private List<BodyFacts.Site> leaving(IntPredicate goes) {
            return acquires()
                    ? facts().sites().stream()
                            .filter(site -> facts().targets(site).anyMatch(goes))
                            .toList()
                    : List.of();
        }

        private ResultEffect result() {
            String type = method.signature().returnType();
            if (type.isEmpty() || TypeNames.isPlain(type) || isBareIterator(type)) {
                return ResultEffect.UNKNOWN;
            }
            for (BodyFacts.Site acquisition : leaving(aliases::mayBeReturned)) {
                SiteResult site = paths().followClosely(acquisition);
                if (site.fate().isReturned()) {
                    CallEffect.Acquired acquired = site.site().acquired();
                    return new ResultEffect(
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

        /** Whether a result is nothing but an iterator over plain values: whoever gets it has nothing to close. */
        private boolean isBareIterator(String type) {
            return ITERATORS.contains(TypeNames.simple(TypeNames.erase(type)))
                    && workspace.type(workspace.qualify(type, method.owner())).isEmpty()
                    && !summaries.relevance().mentionsResource(type, method.owner());
        }

        private ParameterEffect parameter(int index) {
            ParameterEffect effect =
                    isInteresting(index) ? paths().parameter(index) : lentParameter(method, index, effects, aliases);
            return effect == ParameterEffect.KEPT && method.is(MethodModel.Trait.CONSTRUCTOR) && handsItselfOn()
                    ? ParameterEffect.KEPT_BY_OTHERS
                    : effect;
        }

        /** Whether a constructor gives its object to others, who have it then whatever its maker does with it. */
        private boolean handsItselfOn() {
            return graph.nodes().stream()
                    .anyMatch(node -> node.op() instanceof Op.Invoke invoke
                            && isToOthers(invoke.callee())
                            && invoke.arguments().stream()
                                    .flatMap(argument -> effects.types().definitions(argument).stream())
                                    .anyMatch(op ->
                                            op instanceof Op.Constant constant && constant.value() == Op.Value.THIS));
        }

        private static boolean isToOthers(Callee callee) {
            return callee.kind() == Callee.Kind.VIRTUAL
                    || (callee.kind() == Callee.Kind.CONSTRUCTOR
                            && TypeNames.simple(callee.name()).equals("Thread"));
        }

        private Duties duties() {
            if (!acquires() && !owesToFields()) {
                return Duties.NONE;
            }
            effects.judgeAll(aliases.holders(resources()));
            return Duties.OWES;
        }

        private boolean handles() {
            return acquires()
                    || owesToFields()
                    || IntStream.range(0, method.signature().parameterTypes().size())
                            .anyMatch(this::isInteresting);
        }

        /** The registers that get what is opened, and those that it is opened from; of an object its fields. */
        private BitSet resources() {
            BitSet found = new BitSet();
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Invoke invoke
                        && effects.of(node).acquired().isPresent()) {
                    found.set(invoke.target());
                    if (invoke.receiver() >= 0) {
                        found.set(invoke.receiver());
                    }
                    invoke.arguments().forEach(found::set);
                }
            }
            if (owesToFields()) {
                for (int register = 0; register < graph.registers().size(); register++) {
                    if (graph.registers().get(register).kind() == Register.Kind.FIELD) {
                        found.set(register);
                    }
                }
            }
            return found;
        }

        private boolean isInteresting(int index) {
            return !method.is(MethodModel.Trait.LAMBDA)
                    && index < graph.parameters()
                    && mayHoldResource(
                            effects.types().of(index),
                            graph.registers().get(index).type())
                    && aliases.mayLeave(index);
        }

        private boolean owesToFields() {
            return new ClosingDuty(workspace, exceptions, method, graph, effects).isOwed()
                    || new SetupDuty(workspace, exceptions, method, graph, effects, summaries).isOwed();
        }

        /** What becomes of all that the method owes. */
        MethodResult follow() {
            List<SiteResult> sites = new ArrayList<>();
            LeftToCallers callers = new LeftToCallers(workspace, summaries, facts(), aliases);
            for (BodyFacts.Site site : facts().sites()) {
                callers.judge(paths().follow(site)).ifPresent(sites::add);
            }
            sites.addAll(new ClosingDuty(workspace, exceptions, method, graph, effects).check(facts()));
            sites.addAll(new SetupDuty(workspace, exceptions, method, graph, effects, summaries).check(facts()));
            return new MethodResult(facts(), new LeftToTearDown(workspace, summaries, facts()).others(sites));
        }
    }

    private ResultEffect lent(FlowGraph graph, CallEffects effects) {
        boolean isLent = graph.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Return result && isLent(graph, effects, result.source(), 0));
        return isLent ? ResultEffect.LENT : ResultEffect.UNKNOWN;
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
                            .anyMatch(target -> summaries.result(target).isLent())) {
                return true;
            }
        }
        return false;
    }

    // parameters

    /** What becomes of a parameter that the body neither closes nor keeps: the caller's still, unless unseen code gets it. */
    private ParameterEffect lentParameter(MethodModel method, int index, CallEffects effects, Aliases aliases) {
        boolean isResource = workspace
                .spec(effects.types().of(index))
                .filter(spec -> spec.kind().isPresent())
                .isPresent();
        if (isResource) {
            return aliases.mayBeShown(index) ? ParameterEffect.SHOWN : ParameterEffect.LENT;
        }
        return ofHolder(method.signature().parameterTypes().get(index), index, aliases);
    }

    /** What becomes of an object that is no resource but may hold one: it is kept with it, or may be taken apart. */
    private static ParameterEffect ofHolder(String type, int parameter, Aliases aliases) {
        if (TypeNames.isPlain(type)) {
            return ParameterEffect.LENT;
        }
        return aliases.mayLeave(parameter) ? ParameterEffect.KEPT : ParameterEffect.SHOWN;
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
}
