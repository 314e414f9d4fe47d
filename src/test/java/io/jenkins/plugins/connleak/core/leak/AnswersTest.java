package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Handling;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Throwing;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the method {@code m} of a class is taken to do, by its body. */
class AnswersTest {
    private static final String REST = """
                Connection held;
                List<Object> things;
                void show() { Unseen.show(held); }
                Connection lend() { return held; }
                Connection make(DataSource d) throws SQLException { return d.getConnection(); }
                void end(Connection c) throws SQLException { c.close(); }
            }
            class Holder {
                final Connection c;
                Holder(Connection c) { this.c = c; }
                void close() throws SQLException { c.close(); }
            }
            class Pod { Connection inside; }
            """;
    private static final Opened CONNECTION =
            new Opened("java.sql.Connection", ResourceKind.CONNECTION, Certainty.DEFINITE, -1, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED          | void m(Connection c) throws SQLException { c.close(); }",
                "CLOSED          | void m(Connection c) throws SQLException { end(c); }",
                "CLOSED_NORMALLY | void m(Connection c) throws SQLException { c.commit(); c.close(); }",
                "CLOSED_NORMALLY | void m(Connection c) throws SQLException { if (size() > 3) { c.close(); } }",
                "CLOSED          | void m(Connection c) throws SQLException { if (c != null) { c.close(); } }",
                "CLOSED          | void m(Connection[] all) throws SQLException { for (Connection c : all) { c.close(); } }",
                "CLOSED_NORMALLY | void m(Connection[][] all) throws SQLException { for (Connection[] some : all) { for (Connection c : some) { c.close(); } } }",
                "CLOSED          | void m(List<Connection> all) throws SQLException { for (Connection c : all) { c.close(); } }",
                "CLOSED          | void m(Object o) throws Exception { ((Connection) o).close(); }",
                "CLOSED          | void m(AutoCloseable c) throws Exception { c.close(); }",
                "CLOSED          | void m(java.io.Closeable c) throws Exception { c.close(); }",
                "CLOSED          | <T> void m(T t) throws Exception { ((Connection) t).close(); }",
                "CLOSED          | void m(Holder h) throws Exception { h.close(); }",
                "KEPT            | void m(Connection c) { held = c; }",
                "KEPT            | void m(Connection c) { Connection d = c; this.held = d; }",
                "KEPT            | void m(Connection c) { things.add(c); }",
                "KEPT            | void m(Pod p) { things.add(p); }",
                "KEPT            | Pod m(Pod p) { return p; }",
                "RETURNED        | Connection m(Connection c) { return c; }",
                "RETURNED        | Holder m(Connection c) { return new Holder(c); }",
                "SHOWN           | void m(Connection c) { Unseen.show(c); }",
                "SHOWN           | void m(Connection c) { Connection d = c; Unseen.show(1, d); }",
                "SHOWN           | void m(Pod p) { p.hashCode(); }",
                "LENT            | void m(Connection c) throws SQLException { c.commit(); }",
                "LENT            | void m(Connection c) throws SQLException { Unseen.show(held); }",
                "LENT            | void m(Connection c) throws SQLException { }",
                "LENT            | void m(String s) { things.add(s); }",
                "LENT            | void m(int n, Connection c) { things.add(n); }",
            })
    void tellsWhatBecomesOfAParameter(ParameterEffect effect, String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.parameter("m", 0)).isEqualTo(effect);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection m(DataSource d) throws SQLException { return d.getConnection(); }",
                "Connection m(DataSource d) throws SQLException { Connection c = make(d); c.commit(); return c; }",
                "Connection m(DataSource d) throws SQLException { return size() > 0 ? make(d) : held; }",
            })
    void tellsThatAMethodOpensWhatItReturns(String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.RESULT)).isEqualTo(new ResultEffect(false, Optional.of(CONNECTION)));
        }
    }

    @Test
    void tellsWithWhichParameterTheResultIsClosed() throws Exception {
        try (Asking asking =
                about("Statement m(int n, Connection c) throws SQLException { return c.createStatement(); }")) {
            assertThat(asking.answer("m", Part.RESULT))
                    .isEqualTo(new ResultEffect(
                            false,
                            Optional.of(new Opened(
                                    "java.sql.Statement", ResourceKind.STATEMENT, Certainty.DEFINITE, 1, false))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection m() { return held; }",
                "Connection m() { return lend(); }",
                "Connection m() { Connection a = held; Connection b = a; return b; }",
                "Connection m(boolean b) { Connection a = null; if (b) { a = lend(); } return a; }",
            })
    void tellsThatAMethodLendsWhatItReturns(String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.RESULT)).isEqualTo(ResultEffect.LENT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m() { lend(); }",
                "int m() { return size; } int size;",
                "String m() { return name; } String name;",
                "Connection m(Connection c) { return c; }",
                "Connection m(Unseen u) { return u.connection(); }",
                "Connection m() { return null; }",
                "Connection m(DataSource d) throws SQLException { make(d).commit(); return null; }",
            })
    void saysNothingOfAResultThatItCanNotTell(String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.RESULT)).isEqualTo(ResultEffect.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OWES | void m(DataSource d) throws SQLException { d.getConnection(); }",
                "OWES | void m(DataSource d) throws SQLException { make(d).commit(); }",
                "NONE | void m(Connection c) throws SQLException { c.commit(); }",
                "NONE | void m(Connection c) throws SQLException { c.close(); }",
                "NONE | void m() throws SQLException { held.close(); }",
                "NONE | void m() { lend(); }",
            })
    void tellsWhetherABodyOwes(Duties duties, String member) throws Exception {
        try (Asking asking = about(member)) {
            asking.answer("make", Part.RESULT);
            assertThat(asking.answer("m", Part.DUTIES)).isEqualTo(duties);
        }
    }

    @Test
    void tellsThatACloserOwesTheClosing() throws Exception {
        try (Asking asking = about("void close() throws SQLException { held.close(); }")) {
            assertThat(asking.answer("close", Part.DUTIES)).isEqualTo(Duties.OWES);
            assertThat(asking.answer("close", Part.HANDLING)).isEqualTo(Handling.HANDLES);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HANDLES | void m(DataSource d) throws SQLException { d.getConnection(); }",
                "HANDLES | void m(int n, Connection c) throws SQLException { c.close(); }",
                "NONE    | void m(Connection c) throws SQLException { c.commit(); }",
                "NONE    | void m() { lend(); }",
                "NONE    | void m(String s) { things.add(s); }",
            })
    void tellsWhetherResourcesGoThroughABody(Handling handling, String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.HANDLING)).isEqualTo(handling);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUIET  | void m() { show(); }",
                "QUIET  | void m(Object o) { if (o == null) { throw new IllegalStateException(); } }",
                "QUIET  | void m(int n) { if (n < 0) { throw new IllegalArgumentException(); } }",
                "QUIET  | void m() { try { Unseen.go(); throw new java.io.IOException(); } catch (java.io.IOException e) { } }",
                "QUIET  | void m() { while (true) { } }",
                "UNSEEN | void m() throws java.io.IOException { Unseen.go(); }",
                "QUIET  | void m() throws java.io.IOException { show(); }",
                "LOUD   | void m(int n) { if (n < 0) { throw new IllegalStateException(); } }",
                "LOUD   | void m(Connection c) throws SQLException { c.commit(); }",
                "LOUD   | void m() throws SQLException { end(held); }",
                "ALWAYS | void m() { throw new IllegalStateException(); }",
                "ALWAYS | void m(Connection c) throws SQLException { try { c.commit(); } finally { throw new SQLException(); } }",
            })
    void tellsHowABodyThrows(Throwing throwing, String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.THROWING)).isEqualTo(throwing);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m() throws SQLException { held.close(); }",
                "void m() throws SQLException { end(held); }",
                "void m() throws SQLException { Connection c = held; c.close(); }",
                "void m() throws SQLException { Object c = new Object[] {held}; Unseen.closeAll(c); }",
                "void m() throws SQLException { inner(); } void inner() throws SQLException { held.close(); }",
                "void m() throws SQLException { Optional.ofNullable(held).get().close(); }",
            })
    void tellsWhichFieldABodyCloses(String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.FIELDS)).isEqualTo(new FieldEffects(Set.of("held"), Map.of(), Set.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m(DataSource d) throws SQLException { held = d.getConnection(); }",
                "void m(DataSource d) throws SQLException { Connection c = d.getConnection(); c.commit(); held = c; }",
                "void m(DataSource d) throws SQLException { inner(d); } void inner(DataSource d) throws SQLException { held = d.getConnection(); }",
            })
    void tellsWhichFieldABodyLeavesOpen(String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.FIELDS))
                    .isEqualTo(new FieldEffects(Set.of(), Map.of("held", CONNECTION), Set.of()));
        }
    }

    @Test
    void tellsWhichFieldIsOpenedAndClosedWithin() throws Exception {
        String member = "void m(DataSource d) throws SQLException { open(d); held.close(); }"
                + " void open(DataSource d) throws SQLException { held = d.getConnection(); }";
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.FIELDS))
                    .isEqualTo(new FieldEffects(Set.of("held"), Map.of(), Set.of("held")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DUTIES   | void m(Connection c) throws SQLException { end(c); inner(c); } void inner(Connection c) { }",
                "HANDLING | void m(int n) throws SQLException { end(held); }",
                "RESULT   | int m(Connection c) throws SQLException { end(c); return 1; }",
                "FIELDS   | void m(Connection c) throws SQLException { c.commit(); }",
            })
    void asksNobodyWhereItCanTellByItself(Part part, String member) throws Exception {
        try (Asking asking = about(member)) {
            asking.answer("m", part);

            assertThat(asking.answered()).containsExactly("m " + part);
        }
    }

    private static Asking about(String member) {
        return new Asking("package a; import java.sql.*; import java.util.*; import javax.sql.*; class A {\n" + member
                + "\n" + REST);
    }
}
