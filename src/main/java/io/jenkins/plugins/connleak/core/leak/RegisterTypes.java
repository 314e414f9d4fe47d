package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Operands;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The static types of a body's registers: qualified where names could be resolved, with type arguments, empty where nothing is known. */
final class RegisterTypes {
    private static final int MAX_DEPTH = 40;
    /** They return what they are given first. */
    private static final Set<String> ASSERTIONS = Set.of("requireNonNull", "requireNonNullElse", "checkNotNull");

    private static final Set<String> STATEMENT_OPENERS = Set.of("createStatement", "prepareStatement", "prepareCall");
    private static final String UNWRAP = "unwrap";
    private static final Set<String> ELEMENT_GETTERS = Set.of(
            "get",
            "next",
            "remove",
            "poll",
            "pop",
            "peek",
            "orElse",
            "orElseThrow",
            "getFirst",
            "getLast",
            "getValue",
            "call");
    private static final String STATEMENT = "Statement";

    private static final Set<String> VIEWS = Set.of("iterator", "listIterator", "values", "stream");

    private final Workspace workspace;
    private final TypeModel context;
    private final FlowGraph graph;
    private final RegisterUses uses;
    private final @Nullable List<Op>[] definitions;
    private final @Nullable String[] known;
    /** By the register that a call writes: no two calls write the same. */
    private final @Nullable List<MethodModel>[] visible;

    @SuppressWarnings({"unchecked", "rawtypes"})
    RegisterTypes(Workspace workspace, TypeModel context, FlowGraph graph, RegisterUses uses) {
        this.workspace = workspace;
        this.context = context;
        this.graph = graph;
        this.uses = uses;
        int registers = graph.registers().size();
        this.definitions = new List[registers];
        this.known = new String[registers];
        this.visible = new List[registers];
        for (Node node : graph.nodes()) {
            int written = Operands.writtenBy(node.op());
            if (written >= 0) {
                List<Op> writers = definitions[written];
                if (writers == null) {
                    writers = new ArrayList<>(1);
                    definitions[written] = writers;
                }
                writers.add(node.op());
            }
        }
    }

    /** The type of a register. */
    String of(int register) {
        return of(register, 0);
    }

    /** The operations that write a register. */
    List<Op> definitions(int register) {
        List<Op> writers = register < 0 ? null : definitions[register];
        return writers == null ? List.of() : writers;
    }

    private String of(int register, int depth) {
        if (register < 0 || depth > MAX_DEPTH) {
            return "";
        }
        String type = known[register];
        if (type == null) {
            type = compute(register, depth);
            known[register] = type;
        }
        return type;
    }

    private String compute(int register, int depth) {
        Register place = graph.registers().get(register);
        if (place.kind() == Register.Kind.FIELD) {
            return workspace
                    .field(place.name(), context)
                    .map(field -> workspace.qualify(field.field().type(), field.owner()))
                    .orElse("");
        }
        String declared = workspace.qualify(place.type(), context);
        if (!declared.isEmpty()) {
            return declared;
        }
        for (Op op : definitions(register)) {
            String type = ofValue(op, depth + 1);
            if (!type.isEmpty()) {
                return type;
            }
        }
        return "";
    }

    private String ofValue(Op op, int depth) {
        if (op instanceof Op.Copy copy) {
            return of(copy.source(), depth);
        }
        if (op instanceof Op.Element element) {
            return workspace.qualify(TypeNames.element(of(element.container(), depth)), context);
        }
        if (op instanceof Op.Load load) {
            String owner = load.base() < 0 ? workspace.qualify(load.scope(), context) : of(load.base(), depth);
            return workspace
                    .resolution()
                    .type(owner, context)
                    .flatMap(type -> workspace.field(load.name(), type))
                    .map(field -> workspace.qualify(field.field().type(), field.owner()))
                    .orElse("");
        }
        return op instanceof Op.Invoke invoke ? ofCall(invoke, depth) : "";
    }

    private String ofCall(Op.Invoke invoke, int depth) {
        Callee callee = invoke.callee();
        if (callee.kind() == Callee.Kind.CONSTRUCTOR) {
            return workspace.qualify(callee.name(), context);
        }
        List<MethodModel> visible = visible(invoke, depth);
        if (!visible.isEmpty()) {
            return TypeArguments.resultOf(visible.get(0), ownerType(invoke, depth), context, workspace);
        }
        if (ASSERTIONS.contains(callee.name()) && !invoke.arguments().isEmpty()) {
            return of(invoke.arguments().get(0), depth);
        }
        String owner = ownerType(invoke, depth);
        Optional<TypeSpec> spec = owner.isEmpty() ? Optional.empty() : workspace.spec(owner);
        if (spec.isEmpty()) {
            String element = element(callee.name(), owner);
            return element.isEmpty() ? byUse(invoke, depth) : element;
        }
        Optional<String> acquired = workspace
                .catalog()
                .inherited(
                        spec.get(),
                        type -> Optional.ofNullable(type.methods().acquire().get(callee.name())))
                .map(AcquisitionSpec::type);
        return acquired.or(() -> workspace
                        .catalog()
                        .inherited(
                                spec.get(),
                                type -> Optional.ofNullable(
                                        type.methods().returns().get(callee.name()))))
                .orElseGet(() -> isFluent(spec.get(), callee.name()) ? owner : "");
    }

    /**
     * A temporary that can't be seen is a connection if a statement is opened from it on the spot, a statement if it is
     * called so, made of a connection and executed on the spot, and a cursor if it is called so.
     */
    private String byUse(Op.Invoke invoke, int depth) {
        boolean isExecuted = uses.calls(invoke.target()).stream()
                .anyMatch(node -> node.op() instanceof Op.Invoke user
                        && user.receiver() == invoke.target()
                        && tellsStatement(invoke, user));
        if (isExecuted && isGivenConnection(invoke, depth)) {
            return "java.sql." + STATEMENT;
        }
        for (Node node : uses.calls(invoke.target())) {
            if (node.op() instanceof Op.Invoke user
                    && user.receiver() == invoke.target()
                    && tellsConnection(invoke, user)
                    && (!UNWRAP.equals(user.callee().name()) || unwrapsConnection(user))
                    && !invoke.callee().name().endsWith("Factory")) {
                return "java.sql.Connection";
            }
        }
        return isNamedForCursor(invoke.callee().name()) && isOfAndroid() ? "Cursor" : "";
    }

    private boolean isGivenConnection(Op.Invoke invoke, int depth) {
        return invoke.arguments().stream()
                .map(argument -> of(argument, depth))
                .filter(type -> !type.isEmpty())
                .anyMatch(type -> workspace
                        .spec(type)
                        .flatMap(TypeSpec::kind)
                        .filter(kind -> kind == ResourceKind.CONNECTION)
                        .isPresent());
    }

    private static boolean isOfConnection(Op.Invoke getter, Op.Invoke user) {
        return user.callee().name().equals("getMetaData")
                && getter.callee().name().endsWith("Connection");
    }

    private static boolean isNamedForCursor(String name) {
        return name.length() > "getCursor".length() && name.startsWith("get") && name.endsWith("Cursor");
    }

    /** Toolkits for windows have cursors too. */
    boolean isOfAndroid() {
        return context.file().imports().stream()
                .anyMatch(entry ->
                        entry.name().startsWith("android.") || entry.name().startsWith("androidx."));
    }

    /** Whether a call may show by its name that what another one returns, which it is made on, is a connection. */
    static boolean tellsConnection(Op.Invoke getter, Op.Invoke user) {
        String name = user.callee().name();
        return (STATEMENT_OPENERS.contains(name) && !getter.callee().scope().endsWith("Factory"))
                || UNWRAP.equals(name)
                || isOfConnection(getter, user);
    }

    /** Whether a call may show by its name that what another one returns, which it is made on, is a statement. */
    static boolean tellsStatement(Op.Invoke getter, Op.Invoke user) {
        return getter.callee().name().endsWith(STATEMENT)
                && !getter.arguments().isEmpty()
                && user.callee().name().startsWith("execute");
    }

    /** Whether a call unwraps what goes to a variable for a connection. */
    private boolean unwrapsConnection(Op.Invoke invoke) {
        return graph.nodes().stream()
                .anyMatch(node -> node.op() instanceof Op.Copy copy
                        && copy.source() == invoke.target()
                        && workspace
                                .spec(workspace.qualify(
                                        graph.registers().get(copy.target()).type(), context))
                                .flatMap(TypeSpec::kind)
                                .filter(kind -> kind == ResourceKind.CONNECTION)
                                .isPresent());
    }

    private boolean isFluent(TypeSpec spec, String name) {
        return workspace.catalog().is(spec, TypeSpec.Role.FLUENT, name);
    }

    /** What the usual accessors of collections, iterators and optionals return. */
    private String element(String method, String owner) {
        if (ELEMENT_GETTERS.contains(method)) {
            return workspace.qualify(TypeNames.element(owner), context);
        }
        int arguments = owner.indexOf('<');
        if (arguments < 0 || !VIEWS.contains(method)) {
            return "";
        }
        return (method.equals("stream") ? "java.util.stream.Stream" : "Iterator") + owner.substring(arguments);
    }

    /** Whether the result of a call of that name may be an element of what it is called on, a view of its elements, or what it is given. */
    static boolean handsOutSomething(String method) {
        return ELEMENT_GETTERS.contains(method) || VIEWS.contains(method) || ASSERTIONS.contains(method);
    }

    /** The type on which a method is looked up; empty if it is not known. */
    String ownerType(Op.Invoke invoke) {
        return ownerType(invoke, 0);
    }

    private String ownerType(Op.Invoke invoke, int depth) {
        return switch (invoke.callee().kind()) {
            case VIRTUAL, IMPLICIT_CLOSE -> of(invoke.receiver(), depth);
            case STATIC -> workspace.qualify(invoke.callee().scope(), context);
            case CONSTRUCTOR -> workspace.qualify(invoke.callee().name(), context);
            case UNQUALIFIED ->
                workspace.resolution().ownerOfImported(invoke.callee().name(), context);
            case SUPER, DELEGATION -> context.qualifiedName();
        };
    }

    /** The methods of the workspace that a call may reach; empty if it can't be seen. */
    List<MethodModel> visible(Op.Invoke invoke) {
        List<MethodModel> found = visible[invoke.target()];
        if (found == null) {
            found = visible(invoke, 0);
            visible[invoke.target()] = found;
        }
        return found;
    }

    private List<MethodModel> visible(Op.Invoke invoke, int depth) {
        String name = invoke.callee().name();
        int arguments = invoke.arguments().size();
        List<MethodModel> found =
                switch (invoke.callee().kind()) {
                    case UNQUALIFIED -> workspace.unqualified(name, arguments, context);
                    case SUPER ->
                        workspace.lineage(context).stream()
                                .skip(1)
                                .map(type -> type.methods(name, arguments))
                                .filter(methods -> !methods.isEmpty())
                                .findFirst()
                                .orElse(List.of());
                    case DELEGATION -> workspace.constructors(context, name.equals("super"), arguments);
                    case CONSTRUCTOR ->
                        workspace
                                .resolution()
                                .type(ownerType(invoke, depth), context)
                                .map(type -> type.methods("<init>", arguments))
                                .orElse(List.of());
                    case VIRTUAL, STATIC, IMPLICIT_CLOSE ->
                        workspace
                                .resolution()
                                .type(ownerType(invoke, depth), context)
                                .map(type -> workspace.methods(type, name, arguments))
                                .orElse(List.of());
                };
        return found.size() < 2 ? found : applicable(found, invoke, depth);
    }

    /** Those of several overloads whose parameter types agree with what is known of the arguments. */
    private List<MethodModel> applicable(List<MethodModel> methods, Op.Invoke invoke, int depth) {
        List<MethodModel> exact = new ArrayList<>();
        for (MethodModel method : methods) {
            boolean agrees = true;
            for (int i = 0; i < invoke.arguments().size() && agrees; i++) {
                int parameter = method.parameterOf(i);
                if (parameter >= 0) {
                    String wanted =
                            TypeNames.simple(method.signature().parameterTypes().get(parameter));
                    String given = TypeNames.simple(of(invoke.arguments().get(i), depth));
                    agrees = given.isEmpty() || wanted.equals(given) || isLoose(wanted);
                }
            }
            if (agrees) {
                exact.add(method);
            }
        }
        return exact.isEmpty() ? methods : exact;
    }

    private static boolean isLoose(String wanted) {
        return wanted.length() == 1
                || switch (wanted) {
                    case "Object",
                            "AutoCloseable",
                            "Closeable",
                            "Object[]",
                            "AutoCloseable[]",
                            "Closeable[]",
                            "Wrapper" -> true;
                    default -> false;
                };
    }
}
