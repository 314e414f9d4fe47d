package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a parameter that goes through fields, conditions, collections and what was opened from it. */
class PathsOfParametersTest {
    private static final String TEXT = """
            package a;
            import java.sql.*;
            import java.util.*;
            import java.util.concurrent.atomic.*;
            class A {
                Connection held;
                Connection spare;
                static Connection shared;
                List<Connection> all;
                %s
                void shutHeld() throws SQLException { held.close(); }
                void shutSpare() throws SQLException { spare.close(); }
                void fail() { throw new IllegalStateException(); }
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED          | held = c; shutHeld();",
                "KEPT            | held = c; shutSpare();",
                "CLOSED          | held = c; spare = c; shutSpare();",
                "CLOSED          | held = c; if (held != null) { shutHeld(); }",
                "KEPT            | held = c; held = null; shutHeld(); held = c;",
            })
    void throughFields(ParameterEffect expected, String body) throws Exception {
        assertThat(effect("Connection c, int n, Connection other", body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED          | if (c == null) { return; } c.close();",
                "CLOSED          | if (null != c) { c.close(); }",
                "CLOSED          | if (c != other) { c.close(); }",
                "CLOSED          | Connection d = c; if (d == c) { c.close(); }",
                "CLOSED          | Connection d = c; if (d != c) { return; } c.close();",
                "CLOSED          | Connection d = null; if (c != d) { c.close(); }",
                "CLOSED          | Connection d = null; if (d == c) { return; } c.close();",
                "CLOSED          | Connection d = other; if (d == c) { return; } c.close();",
                "CLOSED          | if (!c.isClosed()) { c.close(); }",
                "CLOSED          | if (c.isClosed()) { return; } c.close();",
                "LENT            | if (c.isClosed()) { c.close(); }",
                "CLOSED_NORMALLY | if (!other.isClosed()) { c.close(); }",
                "CLOSED          | boolean open = true; if (open) { c.close(); }",
                "CLOSED          | boolean open = false; if (!open) { c.close(); }",
                "CLOSED          | boolean b = n > 3; if (b) { c.close(); } if (!b) { c.close(); }",
                "CLOSED          | if (n > 3) { c.close(); } if (!(n > 3)) { c.close(); }",
                "CLOSED_NORMALLY | if (n > 3) { c.close(); } n = next(); if (!(n > 3)) { c.close(); }",
                "CLOSED          | if (c instanceof Connection) { c.close(); }",
                "CLOSED          | if (n > 3) { System.exit(1); } c.close();",
                "CLOSED          | if (n > 3 && c != null) { c.close(); } else if (c != null) { c.close(); }",
                "CLOSED          | while (n > 3) { hashCode(); } c.close();",
                "CLOSED          | switch (n) { case 1: c.close(); break; default: c.close(); }",
                "CLOSED_NORMALLY | switch (n) { case 1: c.close(); break; }",
                "CLOSED_NORMALLY | if (n > 3) { fail(); } c.close();",
                "CLOSED          | try { if (n > 3) { fail(); } } finally { c.close(); }",
                "CLOSED          | try { c.commit(); } catch (SQLException e) { c.close(); throw e; } c.close();",
                "CLOSED_NORMALLY | try { c.commit(); } catch (SQLTimeoutException e) { c.close(); throw e; } c.close();",
                "LENT            | c = null;",
                "LENT            | fail();",
            })
    void throughConditions(ParameterEffect expected, String body) throws Exception {
        assertThat(effect("Connection c, int n, Connection other", body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED          | Optional<Connection> o = Optional.of(c); o.get().close();",
                "CLOSED          | AtomicReference<Connection> r = new AtomicReference<>(c); r.get().close();",
                "CLOSED          | List<Connection> l = new ArrayList<>(); l.add(c); l.get(0).close();",
                "CLOSED          | List<Connection> l = new ArrayList<>(); l.add(c); for (Connection d : l) { d.close(); }",
                "CLOSED          | List<Connection> l = new ArrayList<>(); l.add(c); if (!l.isEmpty()) { l.get(0).close(); }",
                "CLOSED          | List<Connection> l = new ArrayList<>(); l.add(c); if (l.isEmpty()) { return; } l.get(0).close();",
                "CLOSED          | for (Connection d : new Connection[] {c}) { d.close(); }",
                "CLOSED          | Connection[] l = {c}; l[0].close();",
                "CLOSED          | Connection[] l = new Connection[1]; l[0] = c; l[0].close();",
                "LENT            | List<Connection> l = new ArrayList<>(); l.add(other); l.get(0).close();",
                "KEPT            | all.add(c);",
                "KEPT            | List<Connection> l = all; l.add(c);",
                "KEPT            | getAll().add(c);",
                "KEPT            | List<Connection> l = getAll(); l.add(c);",
            })
    void throughCollections(ParameterEffect expected, String body) throws Exception {
        assertThat(effect("Connection c, int n, Connection other", body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LENT            | Statement s | s.executeQuery(\"x\").close();",
                "LENT            | Connection c | c.createStatement().close();",
                "RETURNED        | Connection c | return c;",
                "RETURNED        | Connection c | return c.unwrap(Connection.class);",
                "RETURNED        | Connection c | return Objects.requireNonNull(c);",
                "LENT            | Connection c | return c.createStatement();",
                "RETURNED        | Connection c | return new Object[] {c};",
            })
    void throughWhatBelongsToIt(ParameterEffect expected, String parameter, String body) throws Exception {
        assertThat(effect(parameter, body)).isEqualTo(expected);
    }

    private static ParameterEffect effect(String parameters, String body) throws InterruptedException {
        String result = body.contains("return ") ? "Object" : "void";
        String method = "%s m(%s) throws SQLException { %s }".formatted(result, parameters, body);
        try (Asking asking = new Asking(TEXT.formatted(method))) {
            return (ParameterEffect) asking.parameter("m", 0);
        }
    }
}
