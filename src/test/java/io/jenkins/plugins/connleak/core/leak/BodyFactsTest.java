package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is known of a body before anything is followed through it. */
class BodyFactsTest {
    @Test
    void knowsWhatSomethingMayBeOpenedFrom() throws Exception {
        BodyFacts facts = facts("""
                void m(DataSource source, DataSource other, String name, Object thing, Statement given) throws SQLException {
                    DataSource copy = source;
                    Connection connection = copy.getConnection();
                    Statement statement = held.createStatement();
                    ResultSet rows = Kept.rows(1, statement);
                    ResultSet more = Kept.rows(2, given);
                    String word = name.trim();
                    Pod pod = Kept.pod();
                    other.hashCode();
                    pod.inside().createStatement();
                }
                Connection held;
                Connection spare;
                """);

        assertThat(registers(facts, "source", "held", "given"))
                .allMatch(register -> facts.owners().get(facts.initialValues()[register]));
        assertThat(registers(facts, "other", "name", "thing"))
                .noneMatch(register -> facts.owners().get(facts.initialValues()[register]));
        assertThat(calls(facts, facts.owners())).containsExactly("createStatement", "getConnection", "inside", "rows");
        assertThat(facts.owners().nextSetBit(0)).isGreaterThanOrEqualTo(ObligationState.FIRST);
    }

    @Test
    void knowsWhatDecidesOnOpeningAndClosing() throws Exception {
        BodyFacts facts = facts("""
                void m(DataSource source, boolean first, boolean second, boolean third, boolean other) throws SQLException {
                    boolean copy = second;
                    if (first) {
                        source.getConnection();
                    }
                    if (copy) {
                        held.close();
                    }
                    if (third) {
                        Kept.keep(held);
                    }
                    if (other) {
                        hashCode();
                    }
                }
                Connection held;
                """);

        assertThat(names(facts, facts.decisive())).contains("source", "first", "second", "copy", "third");
        assertThat(names(facts, facts.decisive())).doesNotContain("other");
    }

    @Test
    void givesEachPlaceThatAValueComesFromANumberOfItsOwn() throws Exception {
        BodyFacts facts = facts("""
                void m(Connection given, int count) throws SQLException {
                    held.commit();
                    Statement one = given.createStatement();
                    Statement two = given.createStatement();
                }
                Connection held;
                """);
        Set<Short> values = new TreeSet<>();
        facts.sites().forEach(site -> values.add(site.value()));
        registers(facts, "given", "count", "held").forEach(register -> values.add(facts.initialValues()[register]));

        assertThat(values).hasSize(5).allMatch(value -> value >= ObligationState.FIRST);
        assertThat(facts.sites()).hasSize(2);
    }

    private static BodyFacts facts(String members) throws InterruptedException {
        String text = """
                package a;
                import java.sql.*;
                import javax.sql.*;
                class A {
                    %s
                }
                class Pod { Connection inside() { return null; } }
                class Kept {
                    static ResultSet rows(int n, Statement s) throws SQLException { return s.executeQuery("x"); }
                    static Pod pod() { return null; }
                    static void keep(Connection c) { all.add(c); }
                    static java.util.List<Connection> all;
                }
                """.formatted(members);
        try (Asking asking = new Asking(text)) {
            return asking.facts("m");
        }
    }

    private static List<Integer> registers(BodyFacts facts, String... names) {
        return List.of(names).stream().map(name -> register(facts, name)).toList();
    }

    private static int register(BodyFacts facts, String name) {
        List<Register> registers = facts.graph().registers();
        for (int i = 0; i < registers.size(); i++) {
            if (registers.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no register " + name);
    }

    private static Set<String> names(BodyFacts facts, BitSet registers) {
        Set<String> names = new TreeSet<>();
        registers.stream()
                .filter(register -> register < facts.graph().registers().size())
                .forEach(register -> names.add(facts.register(register).name()));
        return names;
    }

    private static Set<String> calls(BodyFacts facts, BitSet values) {
        Set<String> names = new TreeSet<>();
        for (Node node : facts.graph().nodes()) {
            if (node.op() instanceof Op.Invoke invoke && values.get(facts.valueOf(node))) {
                names.add(invoke.callee().name());
            }
        }
        return names;
    }
}
