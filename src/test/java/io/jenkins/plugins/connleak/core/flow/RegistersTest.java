package io.jenkins.plugins.connleak.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which registers decide and which still matter, by their names. */
class RegistersTest {
    @Test
    void whatDecidesWhetherACallIsReachedIsTestedOnTheWay() {
        String body = "if (a) { if (b) { target(); } } if (c) { other(); }";

        assertThat(deciding("boolean a, boolean b, boolean c", body)).containsExactly("a", "b");
    }

    @Test
    void whatLeavesBeforeACallDecidesToo() {
        String body = "if (a) { return; } if (b) { throw new IllegalStateException(); } target(); if (c) { other(); }";

        assertThat(deciding("boolean a, boolean b, boolean c", body)).containsExactly("a", "b");
    }

    @Test
    void bothSidesOfAComparisonDecide() {
        assertThat(deciding("Object a, Object b", "if (a == b) { target(); }")).containsExactly("a", "b");
    }

    @Test
    void aWayRoundACallThatIsAlwaysReachedDecidesNothing() {
        assertThat(deciding("boolean a", "if (a) { other(); } target();")).isEmpty();
    }

    @Test
    void aLoopThatACallStandsInDecides() {
        assertThat(deciding("boolean a, boolean b", "while (a) { target(); if (b) { other(); } }"))
                .containsExactly("a");
    }

    @Test
    void aVariableIsReadAsLongAsACallBehindUsesIt() {
        String body = "one(); a.two(); three(b); four();";

        assertThat(live(Liveness.Use.READ, "Object a, Object b", body, "one")).containsExactly("a", "b");
        assertThat(live(Liveness.Use.READ, "Object a, Object b", body, "two")).containsExactly("b");
        assertThat(live(Liveness.Use.READ, "Object a, Object b", body, "four")).isEmpty();
    }

    @Test
    void aVariableThatIsAssignedBehindDoesNotMatterBefore() {
        String body = "one(); a = null; two(); three(a);";

        assertThat(live(Liveness.Use.READ, "Object a", body, "one")).isEmpty();
        assertThat(live(Liveness.Use.READ, "Object a", body, "two")).containsExactly("a");
    }

    @Test
    void aFieldIsAlwaysReadByOthers() {
        assertThat(live(Liveness.Use.READ, "Object a", "one(); field = a; two();", "two"))
                .containsExactly("field");
        assertThat(live(Liveness.Use.TEST, "Object a", "one(); field = a; two();", "two"))
                .isEmpty();
    }

    @Test
    void aVariableIsTestedByAConditionBehindUnderEveryName() {
        String body = "one(); Object b = a; if (b != null) { two(); } three(a);";

        assertThat(live(Liveness.Use.TEST, "Object a", body, "one")).containsExactly("a");
        assertThat(live(Liveness.Use.TEST, "Object a", body, "two")).isEmpty();
    }

    @Test
    void bothSidesOfAComparisonAreTested() {
        assertThat(live(Liveness.Use.TEST, "Object a, Object b", "one(); if (a == b) { two(); }", "one"))
                .containsExactly("a", "a == b", "b");
    }

    @Test
    void aConditionIsNotTestedBehindAnAssignmentToWhatItIsAbout() {
        String body = "one(); a = x; two(); if (a > b) { three(); } four();";

        assertThat(live(Liveness.Use.TEST, "int a, int b, int x", body, "one")).isEmpty();
        assertThat(live(Liveness.Use.TEST, "int a, int b, int x", body, "two")).containsExactly("a > b");
    }

    @Test
    void aVariableThatACallSetsIsReadBehindOnlyIfTheCallFails() {
        String body = "try { one(); a = two(); three(a); } catch (A e) { four(a); }";

        assertThat(live(Liveness.Use.READ, "Object a", body, "one")).containsExactly("a");
        assertThat(live(Liveness.Use.READ, "Object a", "one(); a = two(); three(a);", "one"))
                .isEmpty();
    }

    @Test
    void aHandlerReadsWhatItUsesAndALoopWhatItsNextTurnUses() {
        assertThat(live(Liveness.Use.READ, "Object a", "try { one(); two(); } catch (A e) { three(a); }", "one"))
                .containsExactly("a");
        assertThat(live(Liveness.Use.READ, "Object a, boolean b", "while (b) { use(a); one(); } two();", "one"))
                .containsExactly("a", "b");
    }

    @Test
    void readsAndWritesAreToldForEachOperation() {
        assertThat(Operands.of(new Op.Copy(1, 2))).isEqualTo(new Operands(1, List.of(2)));
        assertThat(Operands.of(new Op.Declare(1))).isEqualTo(new Operands(1, List.of()));
        assertThat(Operands.of(new Op.Constant(1, Op.Value.NULL))).isEqualTo(new Operands(1, List.of()));
        assertThat(Operands.of(new Op.Invoke(1, new Callee(Callee.Kind.VIRTUAL, "m", ""), 2, List.of(3))))
                .isEqualTo(new Operands(1, List.of(3, 2)));
        assertThat(Operands.of(new Op.Closure(1, List.of(2), List.of(), "m")))
                .isEqualTo(new Operands(1, List.of(2, 1)));
        assertThat(Operands.of(new Op.Load(1, 2, "", "f"))).isEqualTo(new Operands(1, List.of(2)));
        assertThat(Operands.of(new Op.Store(1, "f", 2))).isEqualTo(new Operands(-1, List.of(1, 2)));
        assertThat(Operands.of(new Op.NewArray(1, List.of(2)))).isEqualTo(new Operands(1, List.of(2)));
        assertThat(Operands.of(new Op.ArrayStore(1, 2))).isEqualTo(new Operands(-1, List.of(1, 2)));
        assertThat(Operands.of(new Op.Element(1, 2))).isEqualTo(new Operands(1, List.of(2)));
        assertThat(Operands.of(new Op.Caught(1, List.of("E")))).isEqualTo(new Operands(1, List.of()));
        assertThat(Operands.of(new Op.Return(1))).isEqualTo(new Operands(-1, List.of(1)));
        assertThat(Operands.of(new Op.Throw(1, "E"))).isEqualTo(new Operands(-1, List.of(1)));
        assertThat(Operands.of(new Op.Rethrow())).isEqualTo(new Operands(-1, List.of()));
    }

    private static TreeSet<String> deciding(String parameters, String body) {
        FlowGraph graph = Graphs.of(parameters, body);
        return names(graph, ControlDependence.registersDeciding(graph, callsOf(graph, "target")));
    }

    private static TreeSet<String> live(Liveness.Use use, String parameters, String body, String behind) {
        FlowGraph graph = Graphs.of(parameters, body);
        int call = callsOf(graph, behind).nextSetBit(0);
        return names(graph, new Liveness(graph, use).after(call));
    }

    private static BitSet callsOf(FlowGraph graph, String name) {
        BitSet calls = new BitSet();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Invoke invoke && invoke.callee().name().equals(name)) {
                calls.set(node.id());
            }
        }
        assertThat(calls.cardinality()).as(name).isOne();
        return calls;
    }

    private static TreeSet<String> names(FlowGraph graph, BitSet registers) {
        TreeSet<String> names = new TreeSet<>();
        registers.stream().mapToObj(graph.registers()::get).map(Register::name).forEach(names::add);
        names.remove("");
        return names;
    }
}
