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

    private final CallJudge body;
    /** Registers that hold a mock, or are told to one. */
    private final BitSet registers = new BitSet();

    private final Set<Told> told = new HashSet<>();

    Stubs(CallJudge body) {
        this.body = body;
        for (Node node : body.graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && isStubbing(invoke)) {
                registers.set(invoke.target());
                invoke.arguments().forEach(registers::set);
                invoke.arguments().forEach(this::tell);
            }
        }
        mockedFields();
        if (!registers.isEmpty()) {
            for (Node node : body.graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && isIn(copy.source())) {
                    registers.set(copy.target());
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

    private void tell(int argument) {
        for (Op op : body.types.definitions(argument)) {
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
        for (@Nullable TypeModel type = body.method.owner(); type != null; type = type.outer()) {
            names.addAll(type.standIns());
            if (usesMocks(type)) {
                type.methods().forEach(method -> method.graph().ifPresent(graph -> addMocked(graph, names)));
            }
        }
        for (int register = 0; register < body.graph.registers().size() && !names.isEmpty(); register++) {
            Register place = body.graph.registers().get(register);
            if (place.kind() == Register.Kind.FIELD && names.contains(place.name())) {
                registers.set(register);
            }
        }
    }

    private static boolean usesMocks(TypeModel type) {
        return type.file().imports().stream()
                .map(FileHeader.Import::name)
                .anyMatch(name ->
                        name.contains("mockito") || name.contains("easymock") || name.contains("springframework.test"));
    }

    /** The fields that a body fills with a mock. */
    private void addMocked(FlowGraph graph, Set<String> names) {
        BitSet made = new BitSet();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke
                    && invoke.callee().kind() != Callee.Kind.VIRTUAL
                    && body.named(CallNames.Group.STUBBING, invoke.callee().name())) {
                made.set(invoke.target());
            } else if (node.op() instanceof Op.Copy copy && copy.source() >= 0 && made.get(copy.source())) {
                made.set(copy.target());
                Register place = graph.registers().get(copy.target());
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
        return body.named(CallNames.Group.STUBBING, invoke.callee().name())
                && body.types.visible(invoke).isEmpty();
    }
}
