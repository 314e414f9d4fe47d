package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.Op;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of a body are taken for, and which methods its calls are taken to reach. */
class RegisterTypesTest {
    private static final String TEXT = """
            package a;
            import java.sql.*;
            import java.util.*;
            import javax.sql.*;
            %s
            class A extends Base {
                List<Connection> all;
                Map<String, Statement> named;
                Pod pod;
                void m(DataSource source, Box<Statement> box, Unseen unseen, Connection given) throws Exception {
                    %s
                }
                <R> void over(Connection c) { }
                void over(Statement s) { }
                void over(Object o) { }
                void two(Connection c, int n) { }
                void two(Connection c, String s) { }
                ResultSet rows() { return null; }
                A() { }
                A(int n) { this(); }
            }
            class Base { Pod inherited; Base() { } void up(int n) { } Pod down() { return null; } }
            class Pod { Connection inside; static Statement shared; Pod pod() { return this; } void up(int n) { } }
            class Box<T> { T take() { return null; } List<T> more() { return null; } T kept; }
            class Sub extends Box<Connection> { }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var x = given;                                   | java.sql.Connection",
                "var x = all;                                     | List<Connection>",
                "var x = all.get(0);                              | java.sql.Connection",
                "var x = all.iterator();                          | Iterator<Connection>",
                "var x = all.iterator().next();                   | java.sql.Connection",
                "var x = all.stream();                            | java.util.stream.Stream<Connection>",
                "var x = named.values();                          | Iterator<String,Statement>",
                "var x = named.get(1);                            | java.sql.Statement",
                "for (var x : all) { }                            | java.sql.Connection",
                "var x = named.size();                            | ''",
                "var x = unseen.values();                         | ''",
                "var x = new Pod();                               | a.Pod",
                "var x = new Pod().inside;                        | java.sql.Connection",
                "var x = pod.pod().inside;                        | java.sql.Connection",
                "var x = Pod.shared;                              | java.sql.Statement",
                "var x = inherited;                               | a.Pod",
                "var x = this.inherited;                          | a.Pod",
                "var x = down();                                  | a.Pod",
                "var x = rows();                                  | java.sql.ResultSet",
                "var x = box.take();                              | java.sql.Statement",
                "var x = new Sub().take();                        | java.sql.Connection",
                "var x = source.getConnection();                  | java.sql.Connection",
                "var x = given.createStatement();                 | java.sql.Statement",
                "var x = given.createStatement().getConnection(); | java.sql.Connection",
                "var x = given.getMetaData();                     | java.sql.DatabaseMetaData",
                "var x = Objects.requireNonNull(given);           | java.sql.Connection",
                "var x = unseen.thing();                          | ''",
                "var x = (Statement) unseen.thing();              | java.sql.Statement",
                "var x = given; var y = x; x = y;                 | java.sql.Connection",
                "Connection x = unseen.thing();                   | java.sql.Connection",
                "List<? extends Statement> x = unseen.thing();    | List<? extends Statement>",
            })
    void tellTheTypeOfAVariable(String body, String type) throws Exception {
        assertThat(typeOf(TEXT.formatted("", body), "x")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unseen.thing().createStatement();             | java.sql.Connection",
                "unseen.thing().prepareStatement(\"x\");       | java.sql.Connection",
                "unseen.getConnection().getMetaData();         | java.sql.Connection",
                "unseen.thing().getMetaData();                 | ''",
                "unseen.statementFactory().createStatement();  | ''",
                "unseen.thing().execute(unseen.createStatement()); | ''",
                "Connection c = unseen.thing().unwrap(Connection.class); | java.sql.Connection",
                "Object c = unseen.thing().unwrap(Connection.class); | ''",
            })
    void takeAnUnseenResultForAConnectionIfItIsUsedLikeOne(String body, String type) throws Exception {
        assertThat(typeOfFirstCall(TEXT.formatted("", body))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import android.database.Row;    | unseen.getRowCursor();   | Cursor",
                "import androidx.Row;            | unseen.getRowCursor();   | Cursor",
                "import awt.Row;                 | unseen.getRowCursor();   | ''",
                "import android.database.Row;    | unseen.getCursor();      | ''",
                "import android.database.Row;    | unseen.makeRowCursor();  | ''",
                "import android.database.Row;    | unseen.getCursorRow();   | ''",
            })
    void takeAResultForACursorOnlyOnAndroid(String imports, String body, String type) throws Exception {
        assertThat(typeOfFirstCall(TEXT.formatted(imports, body))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over(given);                       | A.over(Connection) A.over(Object)",
                "over(given.createStatement());     | A.over(Statement) A.over(Object)",
                "over(unseen.thing());              | A.over(Connection) A.over(Statement) A.over(Object)",
                "two(given, \"s\");                 | A.two(Connection,int) A.two(Connection,String)",
                "two(source, 1);                    | A.two(Connection,int) A.two(Connection,String)",
                "two(given, pod);                   | A.two(Connection,int) A.two(Connection,String)",
                "up(1);                             | Base.up(int)",
                "super.up(1);                       | Base.up(int)",
                "pod.up(1);                         | Pod.up(int)",
                "pod.up(1, 2);                      | ''",
                "unseen.up(1);                      | ''",
                "new A(1);                          | A.A(int)",
                "new Unseen(1);                     | ''",
                "rows();                            | A.rows()",
            })
    void tellWhichMethodsACallReaches(String body, String methods) throws Exception {
        try (Asking asking = new Asking(TEXT.formatted("", body))) {
            BodyFacts facts = asking.facts("m");
            Op.Invoke last = facts.graph().nodes().stream()
                    .filter(node -> node.op() instanceof Op.Invoke)
                    .map(node -> (Op.Invoke) node.op())
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(facts.effects().types().visible(last).stream()
                            .map(method -> method.owner().name() + "."
                                    + method.signature().display())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(methods);
        }
    }

    private static String typeOf(String text, String variable) throws InterruptedException {
        try (Asking asking = new Asking(text)) {
            BodyFacts facts = asking.facts("m");
            int register = 0;
            while (!facts.register(register).name().equals(variable)) {
                register++;
            }
            return facts.effects().types().of(register);
        }
    }

    private static String typeOfFirstCall(String text) throws InterruptedException {
        try (Asking asking = new Asking(text)) {
            BodyFacts facts = asking.facts("m");
            return facts.graph().nodes().stream()
                    .filter(node -> node.op() instanceof Op.Invoke)
                    .map(node -> ((Op.Invoke) node.op()).target())
                    .findFirst()
                    .map(target -> facts.effects().types().of(target))
                    .orElseThrow();
        }
    }
}
