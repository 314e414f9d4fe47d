package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import io.jenkins.plugins.connleak.core.flow.Handler;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.leak.CallEffect.Risk;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges how a call may throw. */
final class RiskJudge extends CallJudge {
    /** What says of a method that it keeps failures to itself. */
    private static final Pattern SWALLOWS = Pattern.compile("(?i)safe|quiet|silent|ignor|swallow");

    private static final String RUNTIME = "RuntimeException";

    /** What takes exceptions of both sorts. */
    private static final Set<String> ANY = Set.of("Exception", "Throwable");

    private static final int MAX_HELPERS = 3;

    private final ExceptionTypes exceptions;
    private final Map<Integer, Boolean> explained = new HashMap<>();
    private final @Nullable Risk[] risks;

    RiskJudge(CallJudge body) {
        super(body);
        this.exceptions = new ExceptionTypes(workspace);
        this.risks = new Risk[graph.nodes().size()];
    }

    private Risk of(Op.Invoke invoke, List<MethodModel> visible) {
        boolean implemented = visible.stream().anyMatch(MethodModel::hasBody);
        for (MethodModel target : visible) {
            if (implemented && !target.hasBody()) {
                // those that implement it are in sight
                continue;
            }
            if (!target.signature().thrown().isEmpty() && mayThrow(target)) {
                boolean always = summaries.throwing(target) == MethodSummary.Throwing.ALWAYS;
                return new Risk(
                        always ? Risk.Level.ALWAYS : Risk.Level.LOUD,
                        TypeNames.simple(target.signature().thrown().get(0)));
            }
            if (summaries.throwing(target) == MethodSummary.Throwing.ALWAYS) {
                return new Risk(Risk.Level.ALWAYS, RUNTIME);
            }
            if (summaries.throwing(target) == MethodSummary.Throwing.LOUD) {
                return new Risk(Risk.Level.LOUD, ExceptionTypes.UNKNOWN);
            }
        }
        if (!visible.isEmpty()) {
            return isCallback(invoke, visible) && !isQuiet(invoke) ? Risk.UNSEEN : Risk.NONE;
        }
        String name = invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                ? "new"
                : invoke.callee().name();
        Optional<TypeSpec> spec = ownerSpec(invoke).filter(known -> !isOfQuietConstructor(invoke));
        if (spec.isPresent()) {
            boolean quiet = workspace.catalog().is(spec.get(), Role.QUIET, name)
                    || (workspace.catalog().is(spec.get(), Role.RELEASE, name) && closesQuietly(spec.get()))
                    || isUnseenConstructor(invoke, spec.get())
                    || isImplementedHere(invoke)
                    || isReadFromMemory(invoke);
            if (quiet || isQuestion(name) || name.equals("unwrap")) {
                return Risk.NONE;
            }
            if (!spec.get().thrown().isEmpty()) {
                return new Risk(Risk.Level.LOUD, spec.get().thrown());
            }
            if (isOfTeam(spec.get()) && argumentRole(invoke).isPresent()) {
                return Risk.NONE;
            }
        }
        return isQuiet(invoke) || isOnlySaid(invoke, 0) ? Risk.NONE : Risk.UNSEEN;
    }

    /** Whether what a call steps through was not opened, but handed out by something that has it in memory. */
    private boolean isReadFromMemory(Op.Invoke invoke) {
        List<Op> made = types.definitions(invoke.receiver()).stream()
                .flatMap(op -> op instanceof Op.Copy copy ? types.definitions(copy.source()).stream() : Stream.of(op))
                .filter(op -> !(op instanceof Op.Declare))
                .toList();
        return endsWithFailure(invoke)
                && !made.isEmpty()
                && made.stream()
                        .allMatch(op -> op instanceof Op.Invoke getter
                                && ownerSpec(getter)
                                        .filter(spec -> spec.methods()
                                                .returns()
                                                .containsKey(getter.callee().name()))
                                        .isPresent());
    }

    /** Whether an unseen helper without resources only makes what a logger is told. */
    private boolean isOnlySaid(Op.Invoke invoke, int depth) {
        List<Node> users = uses.calls(invoke.target());
        return invoke.callee().kind() == Callee.Kind.STATIC
                && depth < MAX_HELPERS
                && !users.isEmpty()
                && uses.copies(invoke.target()).isEmpty()
                && !uses.isReturned(invoke.target())
                && invoke.arguments().stream()
                        .noneMatch(argument -> kindOf(types.of(argument)).isPresent())
                && users.stream()
                        .allMatch(user -> user.op() instanceof Op.Invoke outer
                                && (isQuietScope(outer) || isOnlySaid(outer, depth + 1)));
    }

    /** An assertion of the house in a test: where it fails the test has, which is what it is for. */
    private boolean isHouseAssertion(Node node, Op.Invoke invoke, List<MethodModel> visible) {
        return !visible.isEmpty()
                && node.handlers().stream().allMatch(Handler::takesAll)
                && (invoke.callee().name().startsWith("assert")
                        || invoke.callee().name().startsWith("verify"))
                && workspace.isTest(method.owner());
    }

    /** The superclass's part of a constructor that declares no exception. */
    private boolean isOfQuietConstructor(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.DELEGATION
                && method.signature().thrown().isEmpty();
    }

    /** Closing something fails in earnest only where it declares that it may. */
    private boolean closesQuietly(TypeSpec spec) {
        return workspace
                .catalog()
                .inherited(spec, TypeSpec::closing)
                .map(closing -> closing.thrown().isEmpty())
                .orElseGet(() -> isUnchecked(spec.thrown()));
    }

    private boolean isUnchecked(String exception) {
        return !exception.isEmpty() && exceptions.isA(exception, RUNTIME);
    }

    /**
     * A constructor that can't be seen: what a class of the workspace has without showing it declares no exception, and
     * nothing is known of one of a class that is only named like those of a library.
     */
    private boolean isUnseenConstructor(Op.Invoke invoke, TypeSpec spec) {
        String type = types.ownerType(invoke);
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                && (workspace.type(type).isPresent() || !spec.name().equals(TypeNames.erase(type)));
    }

    /** An anonymous class whose superclass gets nothing: an interface most of the time. */
    private boolean isImplementedHere(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                && invoke.arguments().isEmpty()
                && types.definitions(invoke.target()).stream().anyMatch(Op.Closure.class::isInstance);
    }

    /** Whether a call may throw something whose type is known, which is what counts for callers of callers. */
    boolean mayNameException(Op.Invoke invoke) {
        List<MethodModel> visible = types.visible(invoke);
        return visible.isEmpty()
                ? ownerSpec(invoke).filter(spec -> !spec.thrown().isEmpty()).isPresent()
                : visible.stream()
                        .anyMatch(target -> !target.signature().thrown().isEmpty());
    }

    /** Whether a method that declares an exception can throw one, as far as its body and those that override it show. */
    private boolean mayThrow(MethodModel target) {
        if (!target.hasBody() || summaries.throwing(target) != MethodSummary.Throwing.QUIET) {
            return true;
        }
        return workspace.overriding(target).stream()
                .anyMatch(other -> !other.signature().thrown().isEmpty()
                        && summaries.throwing(other) != MethodSummary.Throwing.QUIET);
    }

    /** Whether a call runs code that the caller handed in: whatever implements the type. */
    private boolean isCallback(Op.Invoke invoke, List<MethodModel> visible) {
        return invoke.callee().kind() == Callee.Kind.VIRTUAL
                && graph.registers().get(invoke.receiver()).kind() == Register.Kind.PARAMETER
                && visible.stream().anyMatch(target -> !target.hasBody());
    }

    /**
     * How a call may throw, by itself and by what is written around it: whoever writes a catch for an exception expects
     * it, and where nothing else in the try throws it is an accessor that does after all.
     */
    Risk of(Node node, Op.Invoke invoke) {
        Risk risk = own(node, invoke);
        if (risk.level() == Risk.Level.LOUD && !isAllowed(risk.exception(), node)) {
            return isOfGuessedType(invoke) && !isQuiet(invoke) ? Risk.UNSEEN : Risk.NONE;
        }
        if (risk.equals(Risk.UNSEEN) && isUncheckedOnly(node)) {
            return new Risk(Risk.Level.UNSEEN, RUNTIME);
        }
        if (risk.level() != Risk.Level.NONE || !isUnseenAccessor(invoke)) {
            return risk;
        }
        return node.handlers().stream()
                .filter(handler -> isExpected(handler) && !isExplained(handler.target()))
                .findFirst()
                .map(handler -> new Risk(
                        Risk.Level.UNSEEN, TypeNames.simple(handler.types().get(0))))
                .orElse(risk);
    }

    /** Whether the compiler lets a method throw that at a node: a checked exception has to be caught or declared. */
    private boolean isAllowed(String exception, Node node) {
        List<String> declared = method.signature().thrown();
        if (mayTake(exception, declared)) {
            return true;
        }
        for (Handler handler : node.handlers()) {
            if (mayTake(exception, handler.types())) {
                return true;
            }
        }
        return !isChecked(exception) || method.is(MethodModel.Trait.LAMBDA) || hidesExceptions();
    }

    /** Whether a handler takes all that the compiler lets a node throw: exceptions that need no declaration. */
    private boolean isUncheckedOnly(Node node) {
        boolean takesAll = false;
        for (Handler handler : node.handlers()) {
            for (String type : handler.types()) {
                String name = TypeNames.simple(type);
                takesAll |= name.equals(RUNTIME);
                if (!isUnchecked(name) && !exceptions.isA(name, "Error") && !ANY.contains(name)) {
                    return false;
                }
            }
        }
        return takesAll
                && method.signature().thrown().stream().map(TypeNames::simple).allMatch(this::isUnchecked)
                && !method.is(MethodModel.Trait.LAMBDA)
                && !hidesExceptions();
    }

    /** Whether one of the types may be that of the exception, or of one that it extends. */
    private boolean mayTake(String exception, List<String> types) {
        for (String type : types) {
            String name = TypeNames.simple(type);
            if (name.equals(exception)
                    || name.equals("Exception")
                    || !exceptions.isA(name, "Throwable")
                    || exceptions.match(exception, List.of(name)) != ExceptionMatch.NO) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call is made on a type that can't be seen and is taken for a known one by its name: nobody knows what it throws. */
    private boolean isOfGuessedType(Op.Invoke invoke) {
        return types.visible(invoke).isEmpty()
                && ownerSpec(invoke)
                        .filter(spec -> !spec.name().equals(TypeNames.erase(types.ownerType(invoke))))
                        .isPresent();
    }

    private boolean isChecked(String exception) {
        return exceptions.isA(exception, "Exception") && !exceptions.isA(exception, RUNTIME);
    }

    /** Whether something that generates code may let methods throw what they do not declare, or the body is no method's. */
    private boolean hidesExceptions() {
        String name = method.signature().name();
        return (name.startsWith("<") && !name.equals("<init>"))
                || method.owner().file().imports().stream()
                        .anyMatch(entry -> entry.name().startsWith("lombok"));
    }

    /** Whether something in a try throws what it expects, accessors aside. */
    private boolean isExplained(int target) {
        Boolean known = explained.get(target);
        if (known == null) {
            known = graph.nodes().stream().anyMatch(node -> explains(node, target));
            explained.put(target, known);
        }
        return known;
    }

    private boolean explains(Node node, int target) {
        boolean isGuarded =
                node.handlers().stream().anyMatch(handler -> handler.target() == target && isExpected(handler));
        return isGuarded
                && !(node.op() instanceof Op.Element)
                && (!(node.op() instanceof Op.Invoke invoke)
                        || own(node, invoke).level() != Risk.Level.NONE);
    }

    private Risk own(Node node, Op.Invoke invoke) {
        Risk known = risks[node.id()];
        if (known == null) {
            List<MethodModel> visible = types.visible(invoke);
            known = isHouseAssertion(node, invoke, visible) ? Risk.NONE : of(invoke, visible);
            risks[node.id()] = known;
        }
        return known;
    }

    private static boolean isExpected(Handler handler) {
        return !handler.types().isEmpty()
                && handler.types().stream()
                        .map(TypeNames::simple)
                        .noneMatch(Set.of("Exception", "Throwable", RUNTIME, "Error")::contains);
    }

    private boolean isUnseenAccessor(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.VIRTUAL
                && isAccessor(invoke.callee().name())
                && ownerSpec(invoke).isEmpty()
                && types.visible(invoke).isEmpty();
    }

    private boolean isQuiet(Op.Invoke invoke) {
        Callee callee = invoke.callee();
        return callee.kind() == Callee.Kind.CONSTRUCTOR
                || callee.kind() == Callee.Kind.DELEGATION
                || isEndOfSuperclass(callee)
                || callee.kind() == Callee.Kind.IMPLICIT_CLOSE
                || named(CallNames.Group.QUIET, callee.name())
                || named(CallNames.Group.WRAPPING, callee.name())
                || isQuietScope(invoke)
                || callee.name().equals("unwrap")
                || named(CallNames.Group.QUIET_TYPES, TypeNames.erase(types.ownerType(invoke)))
                || isAccessor(callee.name())
                || isCloser(invoke);
    }

    /** Ends what a superclass has, in a method that ends its own and may not throw more than that. */
    private boolean isEndOfSuperclass(Callee callee) {
        return callee.kind() == Callee.Kind.SUPER
                && callee.name().equals(method.signature().name())
                && (method.signature().thrown().isEmpty() || workspace.isTest(method.owner()))
                && ClosingDuty.isCloser(workspace, callee.name());
    }

    /** A helper that closes what it is given: those that can't be seen are taken for the usual ones, which swallow. */
    private boolean isCloser(Op.Invoke invoke) {
        String name = invoke.callee().name();
        return !invoke.arguments().isEmpty()
                && named(CallNames.Group.CLOSING, name)
                && (invoke.callee().kind() != Callee.Kind.VIRTUAL
                        || SWALLOWS.matcher(name).find());
    }

    /** Whether the object or type that a method is called on is one that neither throws nor keeps anything, such as a logger. */
    boolean isQuietScope(Op.Invoke invoke) {
        String scope = invoke.receiver() >= 0
                ? graph.registers().get(invoke.receiver()).name()
                : invoke.callee().scope();
        return named(CallNames.Group.QUIET_SCOPES, scope)
                || named(CallNames.Group.QUIET_SCOPES, TypeNames.simple(types.ownerType(invoke)))
                || isStandardStream(invoke.receiver())
                || isOfLoggers(invoke.receiver());
    }

    /** Whether a register holds what a class shows that is named for loggers, as {@code Logs.SQL}. */
    private boolean isOfLoggers(int register) {
        return types.definitions(register).stream()
                .anyMatch(op -> op instanceof Op.Load load
                        && load.base() < 0
                        && named(CallNames.Group.QUIET_SCOPES, load.scope()));
    }

    private boolean isStandardStream(int register) {
        return types.definitions(register).stream()
                .anyMatch(op -> op instanceof Op.Load load
                        && load.base() < 0
                        && (load.name().equals("out") || load.name().equals("err")));
    }

    private static boolean isQuestion(String name) {
        return name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
    }

    private static boolean isAccessor(String name) {
        for (String prefix : List.of("get", "is", "has", "set")) {
            if (name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return true;
            }
        }
        return false;
    }
}
