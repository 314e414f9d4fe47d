package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies may open something or have to close something: told by names alone, without asking what any call does. A
 * body of which this says no has no finding; one of which it says yes may turn out to have none. What the scan learns of
 * the house's own factories is added, so that those who call them are looked at as well.
 */
class Relevance {
    private static final String NEW = "new";

    private final Workspace workspace;
    private final ResourceWords words;
    /** Names of methods that open something, or whose result may be a resource. */
    private final Set<String> openers = new HashSet<>(Set.of("unwrap"));
    /** Simple names of classes whose constructors open something. */
    private final Set<String> opened = new HashSet<>();
    /** Names of methods whose result is of a type that is an argument of their class. */
    private final Set<String> generic = new HashSet<>();
    /** Names of methods that leave something open in a field. */
    private final Set<String> setups = new HashSet<>();
    /** Names of fields whose type may be a resource, or hold some. */
    private final Set<String> fields = new HashSet<>();

    Relevance(Workspace workspace) {
        this.workspace = workspace;
        this.words = new ResourceWords(workspace);
        for (TypeSpec type : workspace.catalog().types()) {
            openers.addAll(type.methods().acquire().keySet());
            type.methods().returns().forEach((name, returned) -> {
                if (words.mentions(returned)) {
                    openers.add(name);
                }
            });
            if (opensByConstructor(Optional.of(type))) {
                opened.add(type.simpleName());
            }
        }
        workspace.files().forEach(file -> file.types().forEach(this::collect));
    }

    /** What was known of an earlier state of the workspace, and what these files add to it. */
    Relevance(Workspace workspace, SavedAnalysis.Words known, List<LoweredFile> changed) {
        this.workspace = workspace;
        this.words = new ResourceWords(workspace, known.house(), changed);
        openers.addAll(known.openers());
        opened.addAll(known.opened());
        setups.addAll(known.setups());
        fields.addAll(known.fields());
        generic.addAll(known.generic());
        changed.forEach(file -> file.types().forEach(this::collect));
    }

    /** All that is known by now. */
    SavedAnalysis.Words known() {
        return new SavedAnalysis.Words(
                Set.copyOf(openers),
                Set.copyOf(opened),
                Set.copyOf(setups),
                Set.copyOf(fields),
                Set.copyOf(generic),
                words.house());
    }

    private void collect(TypeModel type) {
        for (MethodModel method : type.methods()) {
            if (words.mentions(method.signature().returnType(), type)) {
                openers.add(method.signature().name());
            } else if (type.parameters().contains(method.signature().returnType())) {
                generic.add(method.signature().name());
            }
        }
        type.fields().forEach((name, field) -> {
            if (words.mentions(field.type(), type)) {
                fields.add(name);
            }
        });
        if (opensByConstructor(workspace.spec(type.qualifiedName()))) {
            opened.add(type.simpleName());
        }
    }

    private boolean opensByConstructor(Optional<TypeSpec> type) {
        return type.filter(spec -> workspace.catalog().lineage(spec).stream()
                        .anyMatch(each -> each.methods().acquire().containsKey(NEW)))
                .isPresent();
    }

    /** Whether the result of a call of that name may be something that is opened: where not, no summary needs to be asked. */
    boolean mayOpen(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        return callee.kind() == Callee.Kind.CONSTRUCTOR
                ? opened.contains(TypeNames.simple(callee.name())) || words.mentions(callee.name())
                : openers.contains(callee.name());
    }

    /** Whether the result of a call of that name may be something that was there before: an element, what a class stands for, a cursor. */
    boolean mayHandOut(Op.Invoke invoke) {
        String name = invoke.callee().name();
        return RegisterTypes.handsOutSomething(name) || generic.contains(name) || looksLikeCursor(invoke);
    }

    /** Whether the type of a register, as it is written in a class, lets it hold a resource. */
    boolean mayHold(Register register, TypeModel context) {
        return register.kind() == Register.Kind.FIELD
                ? fields.contains(register.name())
                : words.mentions(register.type(), context);
    }

    /** Whether a type as written has the name of a resource in it. */
    boolean mentionsResource(String type) {
        return words.mentions(type);
    }

    /** Whether a type as written in a class is that of a resource, or has one among its arguments or bounds. */
    boolean mentionsResource(String type, TypeModel context) {
        return words.mentions(type, context);
    }

    /** Whether a body may open or owe something. */
    boolean matters(MethodModel method, FlowGraph graph) {
        boolean calls = false;
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke) {
                calls = true;
                if (mayOpen(invoke) || mayLeaveOpen(invoke) || looksLikeCursor(invoke)) {
                    return true;
                }
            } else if (node.op() instanceof Op.Load load && fields.contains(load.name())) {
                return true;
            }
        }
        return calls && (mentionsResource(method, graph) || hasHouseLines(method));
    }

    /** Whether what a quicker look may settle is to be looked at closely all the same. */
    boolean isThorough() {
        return false;
    }

    /** Whether a call may leave something open in a field of this object. */
    boolean mayLeaveOpen(Op.Invoke invoke) {
        Callee.Kind kind = invoke.callee().kind();
        return (kind == Callee.Kind.UNQUALIFIED || kind == Callee.Kind.SUPER)
                && setups.contains(invoke.callee().name());
    }

    private static boolean looksLikeCursor(Op.Invoke invoke) {
        return invoke.callee().name().endsWith("Cursor");
    }

    private boolean mentionsResource(MethodModel method, FlowGraph graph) {
        if (words.mentions(method.signature().returnType(), method.owner())) {
            return true;
        }
        for (Register register : graph.registers()) {
            if (mayHold(register, method.owner())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasHouseLines(MethodModel method) {
        // most teams have none: then no file is read for them
        return !workspace.catalog().housePatterns().isEmpty()
                && !workspace.fileOf(method.owner()).house().acquired().isEmpty();
    }

    /** Those of the bodies that matter as far as is known by now. */
    List<MethodModel> of(List<MethodModel> bodies) {
        ByWords byWords = new ByWords();
        return bodies.stream()
                .filter(method -> mayMatter(method, byWords) && matters(method))
                .toList();
    }

    /** One that can't be lowered matters: whoever looks at it reports it. */
    private boolean matters(MethodModel method) {
        return method.graph().map(graph -> matters(method, graph)).orElse(true);
    }

    /** Whether a body can matter as far as its words tell, without lowering it: if not, it does not. */
    boolean mayMatter(MethodModel method, ByWords byWords) {
        if (method.body().filter(MethodBody::isLowered).isPresent() || hasHouseLines(method)) {
            return true;
        }
        Signature signature = method.signature();
        if (words.mentions(signature.returnType(), method.owner())
                || signature.parameterTypes().stream().anyMatch(words::mentions)
                || hasBoundOfResource(method.owner())) {
            return true;
        }
        MethodBody body = method.body().orElseThrow();
        for (String word : body.called()) {
            if (byWords.called.computeIfAbsent(word, this::mayOpenByName)) {
                return true;
            }
        }
        for (String word : body.named()) {
            if (byWords.named.computeIfAbsent(word, this::mayNameResource)) {
                return true;
            }
        }
        return false;
    }

    /** What is known of words while nothing new is learned. One thread's own. */
    static final class ByWords {
        private final Map<String, Boolean> called = new HashMap<>();
        private final Map<String, Boolean> named = new HashMap<>();
    }

    private boolean mayOpenByName(String called) {
        return openers.contains(called) || setups.contains(called) || called.endsWith("Cursor");
    }

    private boolean mayNameResource(String word) {
        return opened.contains(word) || fields.contains(word) || word.endsWith("Cursor") || words.mentions(word);
    }

    private boolean hasBoundOfResource(TypeModel type) {
        for (@Nullable TypeModel outer = type; outer != null; outer = outer.outer()) {
            if (outer.bounds().values().stream().anyMatch(words::mentions)) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of what a method was found to do; says whether that makes calls matter that did not before. */
    boolean learn(MethodModel method, MethodSummary summary) {
        if (summary instanceof ResultEffect result && result.opened().isPresent()) {
            return openers.add(method.signature().name());
        }
        if (summary instanceof FieldEffects effects && !effects.opened().isEmpty()) {
            return method.signature().name().equals("<init>")
                    ? opened.add(method.owner().simpleName())
                    : setups.add(method.signature().name());
        }
        return false;
    }
}
