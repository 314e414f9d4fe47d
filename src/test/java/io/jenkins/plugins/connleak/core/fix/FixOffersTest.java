package io.jenkins.plugins.connleak.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.export.FixDiff;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixOffersTest {
    private static final String HEAD = """
            package shop;

            import java.sql.*;
            import java.util.*;
            import javax.persistence.EntityManager;
            import javax.persistence.EntityManagerFactory;
            import javax.sql.DataSource;

            class Shop {
                DataSource pool;
                Statement kept;
                Object anything;
            """;

    @TempDir
    private Path folder;

    @Test
    void indentsWhatFollowsToTheEndOfTheBlock() throws Exception {
        mends("""
                int f(Connection con) throws SQLException {
                    // one more
                    Statement st = con.createStatement(); // open
                    int rows = st.executeUpdate("DELETE FROM t");

                    /* many
                       words */
                    return rows;
                }
            """, """
                int f(Connection con) throws SQLException {
                    // one more
                    try (Statement st = con.createStatement()) { // open
                        int rows = st.executeUpdate("DELETE FROM t");

                        /* many
                           words */
                        return rows;
                    }
                }
            """);
    }

    @Test
    void takesSeveralResourcesIntoOneHeadOrIntoEachOther() throws Exception {
        mends("""
                String f(String id) throws SQLException {
                    Connection con = pool.getConnection();
                    PreparedStatement st = con.prepareStatement(
                            "SELECT name FROM t WHERE id = ?");
                    st.setString(1, id);
                    ResultSet rs = st.executeQuery();
                    return rs.next() ? rs.getString(1) : "";
                }
            """, """
                String f(String id) throws SQLException {
                    try (Connection con = pool.getConnection();
                         PreparedStatement st = con.prepareStatement(
                                 "SELECT name FROM t WHERE id = ?")) {
                        st.setString(1, id);
                        try (ResultSet rs = st.executeQuery()) {
                            return rs.next() ? rs.getString(1) : "";
                        }
                    }
                }
            """);
    }

    @Test
    void removesClosingsAtTheEndOfTheBlock() throws Exception {
        mends("""
                String f(Connection con) throws SQLException {
                    Statement st = con.createStatement();
                    ResultSet rs = st.executeQuery("SELECT 1");
                    String name = null;
                    if (rs.next()) {
                        name = rs.getString(1);
                    }
                    rs.close();
                    st.close();
                    return name;
                }
            """, """
                String f(Connection con) throws SQLException {
                    try (Statement st = con.createStatement();
                         ResultSet rs = st.executeQuery("SELECT 1")) {
                        String name = null;
                        if (rs.next()) {
                            name = rs.getString(1);
                        }
                        return name;
                    }
                }
            """);
    }

    @Test
    void leavesClosingsWhichDoNoHarmTwice() throws Exception {
        mends("""
                void f(boolean quick) throws SQLException {
                    Connection con = pool.getConnection();
                    if (quick) {
                        con.close();
                        return;
                    }
                    con.commit();
                }
            """, """
                void f(boolean quick) throws SQLException {
                    try (Connection con = pool.getConnection()) {
                        if (quick) {
                            con.close();
                            return;
                        }
                        con.commit();
                    }
                }
            """);
    }

    @Test
    void worksInInnerBlocksAndHandlers() throws Exception {
        mends("""
                void f(Connection con, List<String> names) {
                    try {
                        for (String name : names) {
                            final PreparedStatement st = con.prepareStatement("INSERT INTO t VALUES (?)");
                            st.setString(1, name);
                            st.executeUpdate();
                        }
                    } catch (SQLException | RuntimeException e) {
                        throw new IllegalStateException(e);
                    }
                }
            """, """
                void f(Connection con, List<String> names) {
                    try {
                        for (String name : names) {
                            try (final PreparedStatement st = con.prepareStatement("INSERT INTO t VALUES (?)")) {
                                st.setString(1, name);
                                st.executeUpdate();
                            }
                        }
                    } catch (SQLException | RuntimeException e) {
                        throw new IllegalStateException(e);
                    }
                }
            """);
    }

    @Test
    void keepsTabsAndWindowsLineEnds() throws Exception {
        String before = "\tvoid f() throws SQLException {\r\n\t\tvar con = pool.getConnection();\r\n"
                + "\t\tvar st = con.createStatement();\r\n\t\tst.execute(\"x\");\r\n\t}\r\n";
        String after = "\tvoid f() throws SQLException {\r\n\t\ttry (var con = pool.getConnection();\r\n"
                + "\t\t\t\tvar st = con.createStatement()) {\r\n\t\t\tst.execute(\"x\");\r\n\t\t}\r\n\t}\r\n";

        assertThat(mended(HEAD.replace("\n", "\r\n") + before + "}"))
                .isEqualTo(HEAD.replace("\n", "\r\n") + after + "}");
    }

    @Test
    void mendsMethodsThatStandCloseTogether() throws Exception {
        String method = """
                void f%s() throws SQLException {
                    Connection con = pool.getConnection();
                    con.commit();
                }
            """;
        String right = """
                void f%s() throws SQLException {
                    try (Connection con = pool.getConnection()) {
                        con.commit();
                    }
                }
            """;

        mends(
                method.replace("%s", "1") + method.replace("%s", "2") + method.replace("%s", "3"),
                right.replace("%s", "1") + right.replace("%s", "2") + right.replace("%s", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // assigned anew
                "Statement st = c.createStatement();\nst.execute(sql);\nst = null;",
                // returned, kept, captured, handed on
                "Statement st = c.createStatement();\nif (sql == null) {\nkept = st;\n}",
                "Statement st = c.createStatement();\nst.execute(sql);\nRunnable r = () -> System.out.println(st);",
                "Statement st = c.createStatement();\nanything = helper(st);\nst.execute(sql);",
                "Statement st = c.createStatement();\nStatement other = st;\nother.execute(sql);",
                "Statement st = c.createStatement();\nList<Object> all = List.of(st);\nst.execute(sql);",
                // something that hangs on it leaves the block
                "PreparedStatement st = c.prepareStatement(sql);\nanything = st.executeQuery();",
                "Statement st = c.createStatement();\nResultSet rs = st.executeQuery(sql);\nanything = helper(rs);",
                "Statement st = c.createStatement();\nResultSet rs = st.executeQuery(sql);\nanything = rs.getBlob(1);",
                "Statement st = c.createStatement();\nkept = st.unwrap(Statement.class);\nst.execute(sql);",
                // nobody takes what closing throws
                "Runnable r = () -> {\nStatement st = open();\nst.hashCode();\n};",
                // not alone on its lines, or not in a block of its own
                "int i = 0; Statement st = c.createStatement();\nst.execute(sql);",
                "Statement st = c.createStatement(); st.execute(sql);",
                "Statement st = c.createStatement(), other = null;\nst.execute(sql);",
                "switch (sql) {\ncase \"a\":\nStatement st = c.createStatement();\nst.execute(sql);\nbreak;\ndefault:\n}",
                "{ Statement st = c.createStatement();\nst.execute(sql);\n}",
                // text that indentation would change
                "Statement st = c.createStatement();\nst.execute(\"\"\"\n  SELECT\n\"\"\");",
                // what is opened may be somebody else's, or stand for more than itself
                "Statement st = sql == null ? kept : c.createStatement();\nst.execute(sql);",
                "ResultSet rs = Helper.query(sql);\nrs.next();",
                // it can't stand in such a statement, or not be closed twice
                "EntityManager em = emf.createEntityManager();\nem.flush();\nem.close();",
                // no variable, or not declared where it is acquired
                "c.createStatement().execute(sql);",
                "Statement st;\nst = c.createStatement();\nst.execute(sql);",
                "for (Statement st = c.createStatement(); st.getMoreResults(); ) {\nst.hashCode();\n}"
            })
    void offersNothingDoubtful(String body) throws Exception {
        String method = "    void f(Connection c, String sql, EntityManagerFactory emf) throws SQLException {\n"
                + body.indent(8) + "    }\n    static Object helper(Object o) { return o; }\n"
                + "    native Statement open();\n}\n";

        assertThat(fixes(HEAD + method)).isEmpty();
    }

    @Test
    void offersNothingWhereClosingThrowsWhatNobodyTakes() throws Exception {
        assertThat(fixes(HEAD + """
                    {
                        Statement st = new Shop().quiet();
                        st.hashCode();
                    }
                    Connection quiet() {
                        try {
                            return pool.getConnection();
                        } catch (SQLException e) {
                            return null;
                        }
                    }
                    void f() {
                        Connection con = quiet();
                        con.hashCode();
                    }
                }
                """)).isEmpty();
    }

    @Test
    void offersNothingForSilencedLeaks() throws Exception {
        assertThat(fixes(HEAD + """
                    void f() throws SQLException {
                        // connleak:ignore never-closed on purpose
                        Connection con = pool.getConnection();
                        con.commit();
                    }
                }
                """)).isEmpty();
    }

    @Test
    void offersNothingThatTheBytesOfTheFileRefuse() throws Exception {
        String text = HEAD + """
                    void f() throws SQLException {
                        Connection con = pool.getConnection(); // \u00fcber
                        con.commit();
                    }
                }
                """;
        Files.write(folder.resolve("Shop.java"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(diff(scan())).isEmpty();

        Files.writeString(folder.resolve("Shop.java"), text);
        assertThat(diff(scan())).contains("+        try (Connection con = pool.getConnection()) { // \u00fcber\n");
    }

    private void mends(String before, String after) throws Exception {
        assertThat(mended(HEAD + before + "}\n")).isEqualTo(HEAD + after + "}\n");
    }

    /** The text after its fixes, which leave no leak. */
    private String mended(String text) throws Exception {
        Path file = folder.resolve("Shop.java");
        Files.writeString(file, text);
        ScanReport report = scan();
        assertThat(report.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.explanation().offeredFix().isPresent());
        assertThat(DiffApplier.apply(diff(report), folder)).containsExactly("Shop.java");
        assertThat(scan().findings()).isEmpty();
        return Files.readString(file);
    }

    private List<Finding> fixes(String text) throws Exception {
        Files.writeString(folder.resolve("Shop.java"), text);
        ScanReport report = scan();
        assertThat(report.problems()).isEmpty();
        return report.findings().stream()
                .filter(finding -> finding.explanation().offeredFix().isPresent())
                .toList();
    }

    private ScanReport scan() throws Exception {
        return new Scanner(ScanOptions.DEFAULT)
                .scan(List.of(folder), ScanProgress.NONE)
                .report();
    }

    private static String diff(ScanReport report) throws IOException {
        StringWriter text = new StringWriter();
        FixDiff.write(report, text);
        return text.toString();
    }
}
