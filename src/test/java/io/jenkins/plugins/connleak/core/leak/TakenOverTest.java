package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one change makes of an analysis that was kept, and what it leaves of it. */
class TakenOverTest {
    private static final String USER = """
            package a;
            import java.sql.*;
            class User {
                void go(javax.sql.DataSource source) throws SQLException {
                    Connection connection = source.getConnection();
                    Helper.end(connection);
                }
                void other(Base base, Connection given) throws SQLException {
                    base.take(given);
                }
            }
            """;
    private static final String HELPER = """
            package a;
            import java.sql.*;
            class Helper {
                static void end(Connection connection) throws SQLException {
                    if (connection != null) { Deeper.end(connection); }
                }
            }
            """;
    private static final String DEEPER = """
            package a;
            import java.sql.*;
            class Deeper {
                static void end(Connection connection) throws SQLException { connection.close(); }
                static void again(Connection connection, int n) throws SQLException {
                    if (n > 0) { Circle.again(connection, n - 1); } else { connection.close(); }
                }
            }
            """;
    private static final String CIRCLE = """
            package a;
            import java.sql.*;
            class Circle {
                static void again(Connection connection, int n) throws SQLException { Deeper.again(connection, n); }
                void run(javax.sql.DataSource source) throws SQLException {
                    Connection connection = source.getConnection();
                    again(connection, 3);
                }
            }
            """;
    private static final String BASE = """
            package a;
            import java.sql.*;
            abstract class Base {
                protected Connection kept;
                Base(int size) { }
                abstract void take(Connection connection) throws SQLException;
                void shut() throws SQLException { kept.close(); }
            }
            """;
    private static final String CHILD = """
            package a;
            import java.sql.*;
            class Child extends Base {
                Child() { super(1); }
                void take(Connection connection) throws SQLException { connection.close(); }
                void fill(javax.sql.DataSource source) throws SQLException { kept = source.getConnection(); }
            }
            """;
    private static final String MAKER = """
            package a;
            class Maker {
                Child make() { return new Child(); }
                void use(javax.sql.DataSource source) throws java.sql.SQLException {
                    new User().other(make(), source.getConnection());
                }
            }
            """;
    private static final String ALONE = """
            package a;
            class Alone {
                int count;
                void nothing() { count++; }
            }
            """;

    private final Map<String, String> before = new TreeMap<>(Map.of(
            "a/User.java", USER,
            "a/Helper.java", HELPER,
            "a/Deeper.java", DEEPER,
            "a/Circle.java", CIRCLE,
            "a/Base.java", BASE,
            "a/Child.java", CHILD,
            "a/Maker.java", MAKER,
            "a/Alone.java", ALONE));

    @Test
    void readsNothingWhereNothingHasChanged() throws Exception {
        Rescans scans = new Rescans(before);

        assertThat(scans.again(before, 1)).hasValue(scans.fresh(before));
        assertThat(scans.read()).isEmpty();
    }

    @Test
    void looksAtAFileWithMoreLinesAlone() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed("a/Alone.java", "package a;", "package a;\n\n// more\n");

        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        assertThat(scans.read()).isEmpty();
    }

    @Test
    void asksThoseWhoRestOnWhatAHelperDoesNow() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed("a/Deeper.java", "{ connection.close(); }\n    static", "{ }\n    static");

        assertThat(scans.again(now, 2)).hasValue(scans.fresh(now));
        assertThat(scans.read()).contains("a/Helper.java", "a/User.java").doesNotContain("a/Alone.java");
        assertThat(scans.fresh(now)).hasSizeGreaterThan(scans.fresh(before).size());
    }

    @Test
    void stopsAskingWhereTheAnswerIsTheSame() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed(
                "a/Deeper.java",
                "{ connection.close(); }\n    static",
                "{ int i = 0; connection.close(); }\n    static");

        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        assertThat(scans.read()).doesNotContain("a/Helper.java", "a/User.java");
    }

    @Test
    void answersACircleAsAWhole() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed("a/Deeper.java", "else { connection.close(); }", "");
        Map<String, String> back = changed("a/Deeper.java", "n > 0", "n > 1");

        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        assertThat(scans.again(back, 1)).hasValue(scans.fresh(back));
        assertThat(scans.read()).contains("a/Circle.java");
    }

    @Test
    void noticesACircleThatIsNew() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed(
                "a/Deeper.java",
                "{ connection.close(); }\n    static",
                "{ if (connection.isClosed()) { Helper.end(connection); } }\n    static");

        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
    }

    @Test
    void asksThoseWhoMentionAMemberThatWentOrCame() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> renamed = changed("a/Helper.java", "void end(", "void finish(");
        Map<String, String> overloaded =
                changed("a/Helper.java", "class Helper {", "class Helper {\n    static void end(Object any) { }");
        Map<String, String> hidden = changed("a/Child.java", "void take(", "void taken(");

        for (Map<String, String> now : List.of(renamed, overloaded, hidden)) {
            assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
            assertThat(scans.read()).contains("a/User.java");
        }
    }

    @Test
    void asksThoseWhoMakeAnObjectInAnotherWay() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> now = changed("a/Child.java", "Child() { super(1); }", "Child(int n) { super(n); }");
        Map<String, String> base = changed("a/Base.java", "Base(int size) { }", "Base(long size) { }");

        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        assertThat(scans.again(base, 1)).hasValue(scans.fresh(base));
    }

    @Test
    void looksAgainAtWhatIsLeftInFields() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> unclosed = changed("a/Base.java", "{ kept.close(); }", "{ kept.commit(); }");
        Map<String, String> elsewhere = changed(
                "a/Alone.java",
                "class Alone {",
                "class Alone extends Base {\n    Alone() { super(2); }\n" + "    void take(java.sql.Connection c) { }");

        assertThat(scans.again(unclosed, 1)).hasValue(scans.fresh(unclosed));
        assertThat(scans.fresh(unclosed)).hasSizeGreaterThan(scans.fresh(before).size());
        Optional<List<String>> again = scans.again(elsewhere, 1);
        if (again.isPresent()) {
            assertThat(again).hasValue(scans.fresh(elsewhere));
        }
    }

    @Test
    void findsWhatAFileBringsThatIsNewAndWhatGoesWithOne() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> more = new TreeMap<>(before);
        more.put("a/More.java", USER.replace("class User", "class More").replace("Helper.end(connection);", ""));
        Map<String, String> less = new TreeMap<>(before);
        less.remove("a/Circle.java");
        less.put("a/Deeper.java", DEEPER.replaceAll("(?s)static void again.*\\}\n    \\}\n", "}\n"));

        assertThat(scans.again(more, 1)).hasValue(scans.fresh(more));
        assertThat(scans.again(less, 1)).hasValue(scans.fresh(less));
    }

    @Test
    void leavesToAWholeScanWhatChangesTheMeaningOfNames() throws Exception {
        Rescans scans = new Rescans(before);

        assertThat(scans.again(changed("a/Child.java", " extends Base", ""), 1)).isEmpty();
        assertThat(scans.again(changed("a/Helper.java", "package a;", "package b;"), 1))
                .isEmpty();
        assertThat(scans.again(changed("a/Child.java", "class Child", "class Kid"), 1))
                .isEmpty();
        assertThat(scans.again(changed("a/Child.java", "Child() {", "public void close() { }\n    Child() {"), 1))
                .isEmpty();
        assertThat(scans.again(changed("a/Child.java", "Child() {", "java.sql.Connection own;\n    Child() {"), 1))
                .isEmpty();
    }

    @Test
    void takesOverWhatNobodyElseMentions() throws Exception {
        Rescans scans = new Rescans(before);
        Map<String, String> closeable = changed("a/Alone.java", "int count;", "int count;\n    void close() { }");
        Map<String, String> holding = changed("a/Alone.java", "int count;", "int count;\n    java.sql.Connection own;");
        Map<String, String> nested = changed("a/Alone.java", "int count;", "int count;\n    static class Inner { }");
        Map<String, String> other = changed("a/Alone.java", "class Alone", "class Lone");

        for (Map<String, String> now : List.of(closeable, holding, nested, other)) {
            assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        }
    }

    private Map<String, String> changed(String path, String what, String by) {
        Map<String, String> now = new TreeMap<>(before);
        String text = before.getOrDefault(path, "");
        assertThat(text).contains(what);
        now.put(path, text.replace(what, by));
        return now;
    }
}
