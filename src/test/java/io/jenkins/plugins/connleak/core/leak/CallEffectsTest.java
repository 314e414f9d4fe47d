package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single calls are taken to do to resources. */
class CallEffectsTest {
    private static final String TEXT = """
            package a;
            import java.sql.*;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.sql.*;
            class A {
                Connection held;
                Statement kept;
                static List<Connection> stash;
                void m(DataSource source, Connection given, Statement statement, ResultSet rows, Unseen unseen,
                        Connection own, List<Connection> all, Pool pool, Callback callback, Maker maker) throws Exception {
                    %s
                }
                void close() throws SQLException { held.close(); }
                Connection start() throws SQLException { return DriverManager.getConnection("x"); }
                Connection lend() { return held; }
                static void end(Connection c) throws SQLException { c.close(); }
                static void half(Connection c) throws SQLException { c.commit(); c.close(); }
                static void keep(Connection c) { stash.add(c); }
                static void show(Connection c) { Unseen.show(c); }
                static void closeIt(Connection c) { Unseen.show(c); }
                static void look(Connection c) { }
                static Connection same(Connection c) { return c; }
                void fail() { throw new IllegalStateException(); }
                void failSo() throws java.io.IOException { throw new java.io.IOException(); }
                void mayFail() throws java.io.IOException { Unseen.go(); }
                void quiet() throws java.io.IOException { hashCode(); }
                void loud(int n) { if (n > 3) { throw new IllegalStateException(); } }
                A self() { return this; }
            }
            class Holder implements AutoCloseable {
                Connection c;
                Holder() throws SQLException { c = DriverManager.getConnection("x"); }
                public void close() throws SQLException { c.close(); }
            }
            class Wrap { final Connection c; Wrap(Connection c) { this.c = c; } }
            class Show { Show(Connection c) { Unseen.show(c); } }
            class Idle { Idle(Connection c) { } }
            interface Callback { void call(Connection c); void callSo() throws java.io.IOException; }
            class Own implements Connection {
                Connection inner;
                public Statement createStatement() throws SQLException { return inner.createStatement(); }
                Statement another() throws SQLException { return inner.createStatement(); }
            }
            class OwnStatement implements Statement {
                Statement inner;
                ResultSet rows() throws SQLException { return inner.executeQuery("x"); }
                Statement more(Connection c) throws SQLException { return c.createStatement(); }
            }
            class Rows { Statement inner; ResultSet rows() throws SQLException { return inner.executeQuery("x"); } }
            class Bare { Connection c; Bare() throws SQLException { c = DriverManager.getConnection("x"); } }
            class Hidden implements AutoCloseable {
                Connection c;
                Hidden() throws SQLException { c = DriverManager.getConnection("x"); }
                private void close() throws SQLException { c.close(); }
            }
            class Loose {
                Connection c;
                Loose() throws SQLException { c = DriverManager.getConnection("x"); }
                void close() throws SQLException { c.close(); }
                void commit() throws SQLException { c.close(); }
            }
            class Ending implements java.io.Closeable {
                Connection c;
                Connection other;
                Ending() throws SQLException { c = DriverManager.getConnection("x"); }
                public void close() throws SQLException { c.close(); }
            }
            class Wrong implements java.io.Closeable {
                Connection c;
                Connection other;
                Wrong() throws SQLException { c = DriverManager.getConnection("x"); }
                public void close() throws SQLException { other.close(); }
                void commit() throws SQLException { c.close(); }
            }
            interface Maker { Connection make(); }
            class Fresh implements Maker { public Connection make() { return DriverManager.getConnection("x"); } }
            class Stale implements Maker { Connection c; public Connection make() { return c; } }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getConnection    | source.getConnection();                       | java.sql.Connection DEFINITE -1 true",
                "getConnection    | DriverManager.getConnection(\"x\");           | java.sql.Connection DEFINITE -1 false",
                "createStatement  | given.createStatement();                      | java.sql.Statement DEFINITE -2 false",
                "executeQuery     | statement.executeQuery(\"x\");                | java.sql.ResultSet DEFINITE -2 false",
                "start            | start();                                      | java.sql.Connection DEFINITE -1 false",
                "Holder           | Object o = new Holder();                      | a.Holder POSSIBLE -1 false",
                "Holder           | Holder h = new Holder(); h.close();           | a.Holder DEFINITE -1 false",
                "bring            | Connection c = unseen.bring(); c.close();     | java.sql.Connection DEFINITE -1 true",
                "bring            | held = unseen.bring();                        | java.sql.Connection DEFINITE -1 true",
                "bring            | Statement s = unseen.bring(); s.close();      | java.sql.Statement DEFINITE -2 false",
                "openIt           | Connection c = unseen.openIt();               | java.sql.Connection POSSIBLE -1 true",
                "executeQuery     | ResultSet r = unseen.executeQuery(\"x\");     | java.sql.ResultSet POSSIBLE -2 false",
                "getConnection    | Connection c = Unseen.getConnection();        | java.sql.Connection POSSIBLE -1 true",
                "getConnection    | Connection c = pool.getConnection();          | java.sql.Connection POSSIBLE -1 true",
                "getIt            | Connection c = pool.getIt();                  | java.sql.Connection POSSIBLE -1 true",
                "getIt            | Connection c = unseen.openIt().getIt();       | java.sql.Connection POSSIBLE -1 true",
                "make             | maker.make();                                 | none",
                "make             | Connection c = maker.make(); c.close();       | java.sql.Connection DEFINITE -1 false",
                "createStatement  | new Own().createStatement();                  | java.sql.Statement DEFINITE -2 false",
                "another          | new Own().another();                          | java.sql.Statement DEFINITE -1 false",
                "rows             | new OwnStatement().rows();                    | java.sql.ResultSet DEFINITE -2 false",
                "more             | new OwnStatement().more(given);               | java.sql.Statement DEFINITE 0 false",
                "rows             | new Rows().rows();                            | java.sql.ResultSet DEFINITE -1 false",
                "Ending           | new Ending();                                 | a.Ending POSSIBLE -1 false",
                "Loose            | Loose l = new Loose(); l.close();             | a.Loose DEFINITE -1 false",
                "Loose            | Loose l = new Loose();                        | none",
                "Bare             | Bare b = new Bare();                          | none",
                "Hidden           | Hidden h = new Hidden();                      | none",
                "Wrong            | Wrong w = new Wrong();                        | none",
                "MyStatement      | MyStatement s = new MyStatement(); s.close(); | MyStatement DEFINITE -1 true",
                "UnseenDao     | UnseenDao s = new UnseenDao(); s.close(); | UnseenDao DEFINITE -1 true",
                "bring            | UnseenDao s = unseen.bring(); s.close();   | UnseenDao DEFINITE -1 true",
                "bring            | Connection c = unseen.bring();                | none",
                "bring            | kept = unseen.bring();                        | none",
                "getIt            | Connection c = unseen.getIt();                | none",
                "getStatement     | Statement s = pool.getStatement();            | none",
                "currentIt        | Connection c = unseen.currentIt(); c.close(); | none",
                "getCurrentIt     | Connection c = unseen.getCurrentIt(); c.close(); | none",
                "closeIt          | Connection c = unseen.closeIt(); c.close();   | none",
                "bring            | Connection c = unseen.bring(given); c.close(); | none",
                "next             | Connection c = all.iterator().next(); c.close(); | none",
                "get              | Connection c = all.get(0); c.close();         | none",
                "lend             | Connection c = lend(); c.close();             | none",
                "same             | Connection c = same(given); c.close();        | none",
                "getMetaData      | DatabaseMetaData d = given.getMetaData();     | none",
                "getStatement     | Statement s = rows.getStatement(); s.close(); | none",
                "MyStatement      | MyStatement s = new MyStatement();            | none",
                "MyConnection     | MyConnection s = new MyConnection(); s.close(); | none",
                "Own              | Own c = new Own(); c.close();                 | none",
                "Pod              | Pod p = new Pod(); p.close();                 | none",
                "bring            | String s = unseen.bring();                    | none",
                "bring            | Pod p = unseen.bring(); p.close();            | none",
            })
    void tellWhatACallOpens(String call, String body, String expected) throws Exception {
        assertThat(effect(call, body)
                        .acquired()
                        .map(acquired -> acquired.type() + " " + acquired.certainty() + " " + acquired.closedWith()
                                + " " + acquired.mayBePooled())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MyStatement     | MyStatement s = new MyStatement(); s.close();     | STATEMENT",
                "UnseenDao       | UnseenDao d = new UnseenDao(); d.close();         | OTHER",
                "bring           | RowConnection c = unseen.bring(); c.close();      | CONNECTION",
                "executeQuery    | statement.executeQuery();                         | RESULT_SET",
                "Holder          | new Holder();                                     | CONNECTION",
            })
    void tellOfWhatKindItIs(String call, String body, ResourceKind expected) throws Exception {
        assertThat(effect(call, body).acquired().map(CallEffect.Acquired::kind)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close              | given.close();                       | CLOSES",
                "close              | new Holder().close();                | CLOSES",
                "close              | unseen.close();                      | CLOSES",
                "close              | unseen.close(true);                  | CLOSES",
                "release            | unseen.release();                    | CLOSES",
                "close              | try (given) { }                      | CLOSES",
                "forEach            | all.forEach(c -> c.close());         | CLOSES",
                "executeUpdate      | statement.executeUpdate(\"x\");      | REPLACES",
                "closeOnCompletion  | statement.closeOnCompletion();       | HANDS_OVER",
                "isClosed           | given.isClosed();                    | ASKS_CLOSED",
                "isOpen             | unseen.isOpen();                     | ASKS_OPEN",
                "isOpen             | unseen.isOpen(1);                    | NONE",
                "release            | unseen.release(1);                   | NONE",
                "release            | given.release();                     | NONE",
                "close              | close();                             | NONE",
                "close              | Unseen.close();                      | NONE",
                "commit             | given.commit();                      | NONE",
                "forEach            | all.forEach(c -> c.commit());        | NONE",
            })
    void tellWhatACallDoesToItsObject(String call, String body, CallEffect.ReceiverEffect expected) throws Exception {
        assertThat(effect(call, body).receiver()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "end            | end(given);                        | CLOSED",
                "half           | half(given);                       | CLOSED_NORMALLY",
                "keep           | keep(given);                       | KEPT",
                "show           | show(given);                       | UNSEEN",
                "closeIt        | closeIt(given);                    | CLOSED",
                "look           | look(given);                       | LENT",
                "same           | same(given);                       | WRAPPED",
                "Wrap           | new Wrap(given);                   | WRAPPED",
                "Show           | new Show(given);                   | WRAPPED_UNSEEN",
                "Idle           | new Idle(given);                   | LENT",
                "Unseen         | new Unseen(given);                 | WRAPPED_UNSEEN",
                "closeQuietly   | Unseen.closeQuietly(given);        | CLOSED",
                "closeQuietly   | Unseen.closeQuietly(1, given);     | CLOSED CLOSED",
                "release        | pool.release(given);               | HANDED_BACK",
                "setObject      | unseen.setObject(1, given);        | UNSEEN COLLECTED",
                "add            | unseen.add(given);                 | COLLECTED",
                "add            | add(given);                        | COLLECTED",
                "add            | Unseen.add(given);                 | UNSEEN",
                "wrap           | Unseen.wrap(given);                | WRAPPED",
                "log            | logger.log(given);                 | LENT",
                "println        | System.out.println(given);         | LENT",
                "go             | Unseen.go(given);                  | UNSEEN",
                "go             | unseen.go(given);                  | UNSEEN",
                "go             | unseen.go(1, given, 2);            | UNSEEN UNSEEN UNSEEN",
                "go             | Connection c = unseen.go(given);   | WRAPPED_UNSEEN",
                "show           | Connection c = show(given);        | WRAPPED_UNSEEN",
                "setAutoCommit  | given.setAutoCommit(own);          | LENT",
                "exit           | System.exit(given);                | LENT",
            })
    void tellWhatBecomesOfArguments(String call, String body, String expected) throws Exception {
        CallEffect effect = effect(call, body);

        assertThat(IntStream.range(0, effect.arguments())
                        .mapToObj(index -> effect.argument(index).name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "self           | new A().self();                 | RECEIVER",
                "unwrap         | given.unwrap(Own.class);        | RECEIVER",
                "getMetaData    | given.getMetaData();            | PART",
                "get            | all.get(0);                     | ELEMENT",
                "iterator       | all.iterator();                 | ELEMENT",
                "size           | all.size();                     | NONE",
                "createStatement | given.createStatement();       | NONE",
                "self           | self();                         | NONE",
                "lend           | new A().lend();                 | NONE",
                "get            | given.get();                    | NONE",
            })
    void tellWhatAResultStandsFor(String call, String body, CallEffect.ResultAlias expected) throws Exception {
        assertThat(effect(call, body).result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commit       | given.commit();                        | LOUD SQLException",
                "close        | given.close();                         | LOUD SQLException",
                "mayFail      | mayFail();                             | LOUD IOException",
                "loud         | loud(3);                               | LOUD ?",
                "fail         | fail();                                | ALWAYS RuntimeException",
                "failSo       | failSo();                              | ALWAYS IOException",
                "exit         | System.exit(1);                        | EXITS",
                "go           | Unseen.go();                           | UNSEEN ?",
                "go           | unseen.go();                           | UNSEEN ?",
                "call         | callback.call(given);                  | UNSEEN ?",
                "callSo       | callback.callSo();                     | LOUD IOException",
                "getIt        | try { unseen.getIt(); } catch (SQLException e) { } | UNSEEN SQLException",
                "getIt        | try { unseen.getIt(); } catch (Exception e) { } | NONE",
                "getIt        | try { unseen.getIt(); given.commit(); } catch (SQLException e) { } | NONE",
                "getIt        | try { unseen.getIt(); Unseen.go(); } catch (SQLException e) { } | NONE",
                "getIt        | try { unseen.getIt(); unseen.setIt(); } catch (SQLException e) { } | UNSEEN SQLException",
                "getIt        | unseen.getIt();                        | NONE",
                "hasIt        | unseen.hasIt();                        | NONE",
                "getter       | unseen.getter();                       | UNSEEN ?",
                "get          | unseen.get();                          | UNSEEN ?",
                "isClosed     | given.isClosed();                      | NONE",
                "getStatement | rows.getStatement();                   | NONE",
                "quiet        | quiet();                               | NONE",
                "lend         | lend();                                | NONE",
                "trim         | unseen.trim();                         | NONE",
                "log          | logger.log(1);                         | NONE",
                "println      | System.err.println(1);                 | NONE",
                "close        | Unseen.close(given);                   | NONE",
                "close        | unseen.close(given);                   | UNSEEN ?",
                "close        | Unseen.close();                        | UNSEEN ?",
                "Unseen       | new Unseen();                          | NONE",
                "Own          | new Own();                             | NONE",
                "unwrap       | given.unwrap(Own.class);               | NONE",
                "get          | all.get(0);                            | NONE",
            })
    void tellHowACallMayThrow(String call, String body, String expected) throws Exception {
        CallEffect.Risk risk = effect(call, body).risk();

        assertThat((risk.level() + " " + risk.exception()).trim()).isEqualTo(expected);
    }

    private static CallEffect effect(String call, String body) throws InterruptedException {
        try (Asking asking = new Asking(TEXT.formatted(body))) {
            BodyFacts facts = asking.factsOfAll("m");
            Node found = facts.graph().nodes().stream()
                    .filter(node -> node.op() instanceof Op.Invoke invoke && isCalled(invoke.callee(), call))
                    .findFirst()
                    .orElseThrow();
            return facts.effects().of(found);
        }
    }

    private static boolean isCalled(Callee callee, String name) {
        return callee.name().equals(name);
    }
}
