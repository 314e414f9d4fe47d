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
                "CLOSED          | void m(Connection[][] all) throws SQLException { for (Connection[] some : all) { for (Connection c : some) { c.close(); } } }",
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
                "SHOWN           | void m(DataSource d) { d.hashCode(); }",
                "LENT            | void m(int n, Connection c) { things.add(n); }",
            })
    void tellsWhatBecomesOfAParameter(ParameterEffect effect, String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.parameter("m", 0)).isEqualTo(effect);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KEPT            | void m(Connection c) { Unseen.later(() -> c.close()); }",
                "KEPT            | void m(Connection c) { Unseen.later(c::close); }",
                "KEPT            | void m(Connection c) { Unseen.later(() -> Unseen.closeAll(1, c)); }",
                "KEPT            | void m(Connection c) { Unseen.later(() -> { try (c) { } }); }",
                "KEPT            | void m(Connection c) { Unseen.later(() -> { Unseen.now(() -> c.close()); }); }",
                "KEPT            | void m(Connection c) { new Thread() { public void run() { c.close(); } }.start(); }",
                "KEPT            | void m(Connection c, Connection d) { Unseen.later(() -> { d.commit(); c.close(); }); }",
                "SHOWN           | void m(Connection c, Connection d) { Unseen.later(() -> { c.commit(); d.close(); }); }",
                "SHOWN           | void m(Connection c) { Unseen.later(() -> c.commit()); }",
                "SHOWN           | void m(Connection c) { Unseen.later(() -> { Unseen.now(() -> c.commit()); }); }",
                "SHOWN           | void m(Connection c) { Unseen.later(() -> { c.commit(); held.close(); }); }",
                "SHOWN           | void m(Connection c) { Unseen.later(() -> { c.commit(); Unseen.closeAll(1, held); }); }",
                "SHOWN           | void m(Connection c) { Unseen.later(c::commit); }",
                "LENT            | void m(Connection c) { Unseen.later(() -> held.close()); }",
                "LENT            | void m(Connection c) { Unseen.later((Connection d) -> d.close()); }",
            })
    void tellsWhatAClosureDoesToWhatItCaptures(ParameterEffect effect, String member) throws Exception {
        try (Asking asking = about(member)) {
            assertThat(asking.parameter("m", 0)).isEqualTo(effect);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all.forEach(Connection::close)",
                "all.forEach(Unseen::closeQuietly)",
                "all.forEach(c -> c.close())",
                "all.forEachOrdered(c -> Unseen.release(c))",
                "all.forEach(c -> Unseen.dispose(1, c))",
                "all.ifPresent(c -> { c.commit(); c.close(); })"
            })
    void tellsThatACallClosesEveryElement(String call) throws Exception {
        try (Asking asking = about("void m(List<Connection> all) { %s; }".formatted(call))) {
            assertThat(asking.parameter("m", 0)).isEqualTo(ParameterEffect.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all.forEach(Connection::commit)",
                "all.forEach(c -> c.commit())",
                "all.forEach(c -> held.close())",
                "all.forEach(c -> { c.commit(); Unseen.release(held); })",
                "all.map(c -> c.close())",
                "all.forEach(things)"
            })
    void tellsThatACallLeavesElementsOpen(String call) throws Exception {
        try (Asking asking = about("void m(List<Connection> all) { %s; }".formatted(call))) {
            assertThat(asking.parameter("m", 0)).isEqualTo(ParameterEffect.SHOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection m(DataSource d) throws SQLException { return d.getConnection(); }",
                "Connection m(DataSource d) throws SQLException { Connection c = make(d); c.commit(); return c; }",
                "Connection m(DataSource d) throws SQLException { return size() > 0 ? make(d) : held; }",
                "Pod m(DataSource d) throws SQLException { Pod p = new Pod(); p.inside = d.getConnection(); return p; }",
                "List<Object> m(DataSource d) throws SQLException { List<Object> l = new ArrayList<>(); l.add(d.getConnection()); return l; }",
                "Object[] m(DataSource d) throws SQLException { return new Object[] {d.getConnection()}; }",
                "Object[] m(DataSource d) throws SQLException { Object[] l = new Object[1]; l[0] = d.getConnection(); return l; }",
                "Object m(DataSource d) throws SQLException { Object[] l = {d.getConnection()}; return l[0]; }",
                "Supplier<Object> m(DataSource d) throws SQLException { Connection c = d.getConnection(); return () -> c; }",
                "Connection m(DataSource d) throws SQLException { return d.getConnection().unwrap(Connection.class); }",
                "Connection m(DataSource d) throws SQLException { return Objects.requireNonNull(d.getConnection()); }",
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
                "Connection m() { Connection a = held; return a; }",
                "Connection m() { Connection a = held; Connection b = a; Connection c = b; return c; }",
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
                "Connection m(Unseen u) { return other(u); } Connection other(Unseen u) { return u.connection(); }",
                "Connection m() { Connection a = held; Connection b = a; Connection c = b; Connection d = c; return d; }",
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
                "NONE | void m() throws SQLException { Connection c = lend(); c.close(); }",
                "NONE | void m() throws SQLException { Connection c = lendAgain(); c.close(); } Connection lendAgain() { return lend(); }",
                "NONE | void m() throws SQLException { Connection c = copy(); c.close(); } Connection copy() { Connection c = null; c = held; return c; }",
                "OWES | void m(Unseen u) throws SQLException { Connection c = bring(u); c.close(); } Connection bring(Unseen u) { return u.bring(); }",
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
                "HANDLES | void m(Connection c) { things.add(c); }",
                "HANDLES | void m(Connection c) { held = c; }",
                "HANDLES | void m(Connection c) { Unseen.later(() -> c.commit()); }",
                "HANDLES | Connection m(Connection c) { return c; }",
                "HANDLES | void m(Connection c, Pod p) { p.inside = c; }",
                "HANDLES | void m(Connection c) { Object[] l = {c}; things.add(l); }",
                "HANDLES | void m(Connection c) { Object[] l = new Object[1]; l[0] = c; things.add(l); }",
                "HANDLES | void m(Connection[] all) { Connection c = all[0]; c.close(); }",
                "HANDLES | void m(Connection c) { things.add(Objects.requireNonNull(c)); }",
                "HANDLES | void m(Connection c) { things.add(c.unwrap(Connection.class)); }",
                "HANDLES | void m(Connection c) { things.add(new Holder(c)); }",
                "HANDLES | void m(Connection c) { things.add(new Unseen(c)); }",
                "HANDLES | void m(List<Connection> all) { held = all.get(0); }",
                "HANDLES | void m(Connection c) { end(c); }",
                "HANDLES | void m(Object o) { ((Connection) o).close(); }",
                "HANDLES | void m(Holder h) { h.close(); }",
                "NONE    | void m(Connection c) { things.add(c.getCatalog()); }",
                "NONE    | void m(Connection c) { Unseen.show(c); }",
                "NONE    | void m(Connection c) { things.add(Unseen.show(c)); }",
                "NONE    | void m(Connection c) { Object[] l = {c}; things.add(held); }",
                "NONE    | void m(Connection c) { Unseen.later(() -> held.commit()); }",
                "NONE    | void m(Pod p) { things.add(p); }",
                "NONE    | void m(Connection c, Unseen u) { u.inside = held; }",
                "NONE    | void m(List<String> l) { things.add(l); }",
                "NONE    | void m(DataSource d) { things.add(d); }",
                "NONE    | void m() { Unseen.later((Connection c) -> { things.add(c); }); }",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection c = d.getConnection(); in(c);",
                "Connection c = d.getConnection(); Connection e = c; in(e);",
                "List<Object> l = new ArrayList<>(); l.add(d.getConnection()); in(l);",
                "Object[] l = {d.getConnection()}; in(l);",
                "Object[] l = new Object[1]; l[0] = d.getConnection(); in(l);",
                "Connection c = d.getConnection(); Runnable r = () -> c.close(); in(r);",
                "Pod p = new Pod(); p.inside = d.getConnection(); in(p);",
                "in(d); d.getConnection();",
                "String s = name(); DriverManager.getConnection(s); in(s);"
            })
    void asksWhatBecomesOfWhatMayHoldWhatIsOpened(String text) throws Exception {
        String member = "void m(DataSource d) throws SQLException { %s out(name()); }"
                + " void in(Object o) { Unseen.show(o); } void out(Object o) { Unseen.show(o); }";
        try (Asking asking = about(member.formatted(text))) {
            assertThat(asking.askedFor("m", Part.DUTIES))
                    .containsExactly("in FIELDS", "in PARAMETER 0", "in THROWING", "out FIELDS", "out THROWING");
        }
    }

    @Test
    void asksWhatBecomesOfTheFieldsThatACloserOwes() throws Exception {
        String member = "void close() throws SQLException { in(held); out(name()); held.close(); }"
                + " void in(Object o) { Unseen.show(o); } void out(Object o) { Unseen.show(o); }";
        try (Asking asking = about(member)) {
            assertThat(asking.askedFor("close", Part.DUTIES))
                    .containsExactly("in FIELDS", "in PARAMETER 0", "in THROWING", "out FIELDS", "out THROWING");
        }
    }

    @Test
    void followsOnlyWhatMayBeReturnedOrLeftInAField() throws Exception {
        String member =
                "Object m(DataSource d) throws SQLException { Connection c = d.getConnection(); in(c); return null; }"
                        + " void in(Object o) { Unseen.show(o); }";
        try (Asking asking = about(member)) {
            assertThat(asking.askedFor("m", Part.RESULT)).containsExactly("in PARAMETER 0");
            assertThat(asking.askedFor("m", Part.FIELDS)).containsExactly("in FIELDS", "in PARAMETER 0");
        }
        try (Asking asking = about(member.replace("return null", "return c"))) {
            assertThat(asking.askedFor("m", Part.RESULT)).contains("in THROWING");
        }
        try (Asking asking = about(member.replace("return null", "held = c; return null"))) {
            assertThat(asking.askedFor("m", Part.FIELDS)).contains("in THROWING");
        }
    }

    @Test
    void tellsWhoseAnswersHaveChanged() throws Exception {
        try (Asking asking = about("void m(Connection c) { } int size() { return 0; }")) {
            assertThat(asking.changed("make", Part.RESULT)).containsExactly("make RESULT");
            assertThat(asking.changed("make", Part.RESULT)).isEmpty();
            assertThat(asking.changed("make", Part.DUTIES)).containsExactly("make DUTIES");
            assertThat(asking.changed("m", Part.DUTIES)).isEmpty();
            assertThat(asking.changed("m", Part.THROWING)).isEmpty();
        }
    }

    @Test
    void asksAllAgainWhoCallAMethodThatTurnsOutToOpen() throws Exception {
        String member = "void m() throws SQLException { bring().hashCode(); } Object bring() { return more(); }"
                + " Object more() { return DriverManager.getConnection(\"x\"); }";
        try (Asking asking = about(member)) {
            assertThat(asking.answer("m", Part.DUTIES)).isEqualTo(Duties.NONE);
            assertThat(asking.answer("more", Part.DUTIES)).isEqualTo(Duties.OWES);
            assertThat(asking.answer("m", Part.DUTIES)).isEqualTo(Duties.OWES);
        }
    }

    private static Asking about(String member) {
        return new Asking("package a; import java.sql.*; import java.util.*; import javax.sql.*; class A {\n" + member
                + "\n" + REST);
    }
}
