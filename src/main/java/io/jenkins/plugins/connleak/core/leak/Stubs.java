package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for tests: a call on a mock, one that is only made to tell a mock what to answer, as in {@code
 * when(connection.createStatement()).thenReturn(statement)}, or one whose answer was told before opens nothing.
 */
final class Stubs {
    private static final Set<String> ANNOTATIONS =
            Set.of("Mock", "MockBean", "MockitoBean", "Mocked", "MockitoSpyBean", "SpyBean");

    /** A call whose answer a mock was told: by the method, and by the register or type that it is made on. */
    private record Told(String method, int receiver, String scope) {}

    private final Workspace workspace;
    private final TypeModel owner;
    private final FlowGraph graph;
    private final RegisterTypes types;
    /** Registers that hold a mock, or are told to one. */
    private final BitSet registers = new BitSet();

    private final Set<Told> told = new HashSet<>();

    Stubs(Workspace workspace, TypeModel owner, FlowGraph graph, RegisterTypes types) {
        this.workspace = workspace;
        this.owner = owner;
        this.graph = graph;
        this.types = types;
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && isStubbing(invoke)) {
                registers.set(invoke.target());
                invoke.arguments().forEach(registers::set);
                invoke.arguments().forEach(this::tell);
            }
        }
        mockedFields();
        if (!registers.isEmpty()) {
            for (Node node : graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && isIn(copy.source())) {
                    registers.set(copy.target());
                } else if (node.op() instanceof Op.Invoke invoke && isSourceAround(invoke)) {
                    registers.set(invoke.target());
                }
            }
        }
    }

    /** Whether an annotation of that simple name has a test framework fill a field with a mock. */
    static boolean isMock(String annotation) {
        return ANNOTATIONS.contains(annotation);
    }

    /** Whether a call makes a mock, is made on one, is handed to one, or was told before what to answer. */
    boolean isStub(Op.Invoke invoke) {
        return !registers.isEmpty()
                && (isIn(invoke.target()) || isIn(invoke.receiver()) || told.contains(told(invoke)));
    }

    /** Whether a call makes an object around a mock that connections or the like come from: so do those of the object. */
    private boolean isSourceAround(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                && invoke.arguments().stream()
                        .anyMatch(argument -> isIn(argument)
                                && (workspace.spec(types.of(argument)).isPresent()
                                        || isDelegate(invoke, types.of(argument))));
    }

    /** Whether an object is made that is of the same type as what it is made around. */
    private boolean isDelegate(Op.Invoke invoke, String type) {
        return !type.isEmpty()
                && workspace.type(TypeNames.erase(types.ownerType(invoke))).stream()
                        .flatMap(made -> workspace.lineage(made).stream())
                        .anyMatch(made -> workspace.supertypes(made).contains(TypeNames.erase(type)));
    }

    private void tell(int argument) {
        for (Op op : types.definitions(argument)) {
            if (op instanceof Op.Invoke call) {
                told.add(told(call));
            }
        }
    }

    private static Told told(Op.Invoke call) {
        return new Told(call.callee().name(), call.receiver(), call.callee().scope());
    }

    private void mockedFields() {
        Set<String> names = new HashSet<>();
        for (@Nullable TypeModel type = owner; type != null; type = type.outer()) {
            workspace.lineage(type).forEach(each -> addMocked(each, names));
        }
        for (int register = 0; register < graph.registers().size() && !names.isEmpty(); register++) {
            Register place = graph.registers().get(register);
            if (place.kind() == Register.Kind.FIELD && names.contains(place.name())) {
                registers.set(register);
            }
        }
    }

    /** The fields that a test class fills with mocks. */
    private void addMocked(TypeModel type, Set<String> names) {
        names.addAll(type.standIns());
        if (workspace.usesMocks(type)) {
            type.methods().forEach(method -> method.graph().ifPresent(body -> addMocked(body, names)));
        }
    }

    /** The fields that a body fills with a mock. */
    private void addMocked(FlowGraph body, Set<String> names) {
        BitSet made = new BitSet();
        for (Node node : body.nodes()) {
            if (node.op() instanceof Op.Invoke invoke
                    && invoke.callee().kind() != Callee.Kind.VIRTUAL
                    && workspace.named(CallNames.Group.STUBBING, invoke.callee().name())) {
                made.set(invoke.target());
            } else if (node.op() instanceof Op.Copy copy && copy.source() >= 0 && made.get(copy.source())) {
                made.set(copy.target());
                Register place = body.registers().get(copy.target());
                if (place.kind() == Register.Kind.FIELD) {
                    names.add(place.name());
                }
            }
        }
    }

    private boolean isIn(int register) {
        return register >= 0 && registers.get(register);
    }

    private boolean isStubbing(Op.Invoke invoke) {
        return workspace.named(CallNames.Group.STUBBING, invoke.callee().name())
                && types.visible(invoke).isEmpty();
    }
}
