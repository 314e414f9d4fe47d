package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.BitSet;

/**
 * Stand-ins for tests: a call on a mock, or one that is only made to tell a mock what to answer, as in {@code
 * when(connection.createStatement()).thenReturn(statement)}, opens nothing.
 */
final class Stubs {
    private final CallJudge body;
    /** Registers that hold a mock, or are told to one. */
    private final BitSet registers = new BitSet();

    Stubs(CallJudge body) {
        this.body = body;
        for (Node node : body.graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && isStubbing(invoke)) {
                registers.set(invoke.target());
                invoke.arguments().forEach(registers::set);
            }
        }
        if (!registers.isEmpty()) {
            for (Node node : body.graph.nodes()) {
                if (node.op() instanceof Op.Copy copy && copy.source() >= 0 && registers.get(copy.source())) {
                    registers.set(copy.target());
                }
            }
        }
    }

    /** Whether a call makes a mock, is made on one, or is handed to one. */
    boolean isStub(Op.Invoke invoke) {
        return !registers.isEmpty() && (isIn(invoke.target()) || isIn(invoke.receiver()));
    }

    private boolean isIn(int register) {
        return register >= 0 && registers.get(register);
    }

    private boolean isStubbing(Op.Invoke invoke) {
        return body.named(CallNames.Group.STUBBING, invoke.callee().name())
                && body.types.visible(invoke).isEmpty();
    }
}
