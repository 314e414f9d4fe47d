package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of a few classes each, which files are read again after a change of one, and what is found then. */
class IncrementalChangesTest {
    private static final String HEAD = "package a;\nimport java.sql.*;\nimport javax.sql.*;\n";
    /** Has nothing to do with any of the changes. */
    private static final String BYSTANDER = """
            class Bystander {
                void leak(Connection c) throws SQLException { Statement s = c.createStatement(); s.execute("x"); }
                void fine(DataSource d) throws SQLException { Connection c = d.getConnection(); finish(c); }
                private void finish(Connection c) throws SQLException { c.close(); }
            }
            """;

    private final Map<String, String> before = new TreeMap<>(Map.of("a/Bystander.java", HEAD + BYSTANDER));
    private final Map<String, String> now = new TreeMap<>();

    @Test
    void looksAtACallerOfWhatCameToBe() throws Exception {
        file("Helper", "class Helper { static void start(Connection c) { } }");
        file("User", "class User { void go(DataSource d) throws SQLException { Helper.end(d.getConnection()); } }");
        change("Helper", "void start(Connection c) { }", "void start(Connection c) { } static void end(Object o) { }");

        findsSomethingElse("User");
    }

    @Test
    void looksAtACallerThatHadNothingToDoWithResources() throws Exception {
        file("Plant", "class Plant { Object make() { return null; } }");
        file("User", "class User { void go(Plant p) throws Exception { p.make().hashCode(); } }");
        change(
                "Plant",
                "Object make() { return null; }",
                "Connection make() throws SQLException { return DriverManager.getConnection(\"x\"); }");

        findsSomethingElse("User");
    }

    @Test
    void looksAtAConstructorThatCallsOneOfItsSuperclassThatCameToBe() throws Exception {
        file("Base", "class Base { Base() { } }");
        file(
                "Child",
                "class Child extends Base { Child(DataSource d) throws SQLException { super(d.getConnection()); } }");
        file(
                "Other",
                "class Other extends Some { Other(DataSource d) throws SQLException { super(d.getConnection()); } }");
        change("Base", "Base() { }", "Base() { } Base(Connection c) { c.hashCode(); }");

        findsSomethingElse("Child");
    }

    @Test
    void looksAgainAtAHelperWhoseCallerDoesNotCloseWhatItGives() throws Exception {
        file(
                "House",
                "class House { private void rows(Statement s) throws SQLException { s.executeQuery(\"x\").next(); }\n"
                        + "void go(Connection c) throws SQLException {"
                        + " try (Statement s = c.createStatement()) { rows(s); } } }");
        change("House", "try (Statement s = c.createStatement()) { rows(s); }", "rows(Kept.statement(c));");

        findsSomethingElse();
    }

    @Test
    void looksAgainAtABodyWhoseClassClosesTheFieldNow() throws Exception {
        file(
                "House",
                "class House { private Connection held; void go(DataSource d) throws SQLException {"
                        + " held = d.getConnection(); held.commit(); }\n int size() { return 0; } }");
        change("House", "int size()", "void shut() throws SQLException { held.close(); } int size()");

        findsSomethingElse();
    }

    @Test
    void looksAtACallerOfWhatOpensAFieldAnotherWay() throws Exception {
        file(
                "Base",
                "abstract class Base { DataSource source; protected Connection held;\n"
                        + "protected void open() throws SQLException { held = source.getConnection(); }\n"
                        + "public void close() throws SQLException { held.close(); } }");
        file(
                "Child",
                "class Child extends Base { int go() { try { open(); held.commit(); close(); }"
                        + " catch (SQLException e) { return 1; } return 0; } }");
        change(
                "Base",
                "held = source.getConnection();",
                "if (held == null || held.isClosed()) { held = source.getConnection(); }");

        findsSomethingElse("Child");
    }

    @Test
    void looksAtACallerOfWhatOpensAFieldThatAnotherClassClosesNow() throws Exception {
        file(
                "Base",
                "abstract class Base { DataSource source; protected Connection held;\n"
                        + "protected void open() throws SQLException { held = source.getConnection(); } }");
        file("Middle", "abstract class Middle extends Base { int size() { return 0; } }");
        file(
                "Child",
                "class Child extends Middle { private void shut() throws SQLException { held.close(); }\n"
                        + "int go() { try { open(); held.commit(); shut(); }"
                        + " catch (SQLException e) { return 1; } return 0; } }");
        change("Middle", "return 0; }", "return 0; } void rest() throws SQLException { held.close(); }");

        findsSomethingElse("Base", "Child");
    }

    @Test
    void leavesAClassWhoseCloserDoesSomethingNowToAWholeScan() throws Exception {
        file(
                "Rows",
                "class Rows implements java.sql.ResultSet { private final java.sql.ResultSet all;\n"
                        + "Rows(Statement s) throws SQLException { all = s.executeQuery(\"x\"); }\n"
                        + "public void close() { } }");
        file(
                "User",
                "class User { int go(Statement s, String n) throws SQLException { Rows r = new Rows(s);"
                        + " if (n.isEmpty()) { r.close(); } return n.length(); } }");
        change("Rows", "close() { }", "close() { Ends.end(all); }");

        Rescans scans = new Rescans(before);
        assertThat(scans.fresh(now)).isNotEqualTo(scans.fresh(before));
        assertThat(scans.again(now, 1)).isEmpty();
    }

    @Test
    void looksAtATestWhoseSuperclassMakesNoMockAnyMore() throws Exception {
        file(
                "Base",
                "import static org.mockito.Mockito.mock;\n"
                        + "abstract class Base { protected DataSource source;"
                        + " void setUp() { source = mock(DataSource.class); } }");
        file(
                "Child",
                "class Child extends Base { void go() throws SQLException { source.getConnection().commit(); } }");
        change("Base", "mock(DataSource.class)", "Real.source()");

        findsSomethingElse("Child");
    }

    @Test
    void doesNotReadACallerOfAMethodThatStandsInTwoClassesOfItsFile() throws Exception {
        file(
                "Ends",
                "class Ends { static void end(Connection c) throws SQLException { c.close(); } }\n"
                        + "class More { static void end(Connection c) throws SQLException { c.close(); } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); More.end(c); } }");
        change("Ends", "class Ends {", "class Ends { /* they end */");

        findsTheSame();
    }

    @Test
    void readsNoMoreThanWhatMentionsAMember() throws Exception {
        file("Helper", "class Helper { static void one(Connection c) { } static void two(Connection c) { } }");
        file(
                "One",
                "class One { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); Helper.one(c); c.close(); } }");
        file(
                "Two",
                "class Two { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); Helper.two(c); c.close(); } }");
        change("Helper", "void one(Connection c) { }", "void one(Connection c) throws SQLException { c.commit(); }");

        findsSomethingElse("One");
    }

    @Test
    void leavesAClassThatOthersMentionToAWholeScanWhenItComesOrGoes() throws Exception {
        file("Helper", "class Helper { static void end(Connection c) throws SQLException { c.close(); } }");
        file("User", "class User { void go(DataSource d) throws SQLException { Later.end(d.getConnection()); } }");
        file("Old", "class Old { void go(DataSource d) throws SQLException { Helper.end(d.getConnection()); } }");
        Rescans scans = new Rescans(before);

        now.putAll(before);
        now.remove("a/Helper.java");
        assertThat(scans.again(now, 1)).isEmpty();

        now.putAll(before);
        now.put("a/Later.java", HEAD + "class Later { static void end(Connection c) { } }");
        assertThat(scans.again(now, 1)).isEmpty();

        now.put("a/Later.java", HEAD + "class Stranger { static void end(Connection c) { } }");
        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
    }

    @Test
    void takesTheFirstOfTwoClassesOfOneNameAsAWholeScanDoes() throws Exception {
        before.put(
                "x/a/Twin.java",
                HEAD + "class Twin { static void end(Connection c) throws SQLException { c.close(); } }");
        before.put("y/a/Twin.java", HEAD + "class Twin { static void end(Connection c) { } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); Twin.end(c); } }");
        change("User", "class User {", "class User { /* again */");
        now.put("y/a/Twin.java", before.getOrDefault("y/a/Twin.java", "") + "// again");

        findsTheSame();
    }

    @Test
    void keepsWhatWasFoundInFields() throws Exception {
        file(
                "Holder",
                "class Holder { private Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); } }");
        file("Alone", "class Alone { void nothing() { } }");
        change("Alone", "void nothing() { }", "void nothing() { hashCode(); }");

        findsTheSame();
    }

    @Test
    void looksAtFieldsAgainWhereASubclassClosesThemNow() throws Exception {
        file(
                "Base",
                "class Base { protected Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); } }");
        file("Child", "class Child extends Base { void shut() throws SQLException { c.commit(); } }");
        change("Child", "c.commit()", "c.close()");

        findsSomethingElse("Base");
    }

    @Test
    void looksAtFieldsAgainWhereAnotherFileClosesThemForTheirClass() throws Exception {
        file(
                "Holder",
                "class Holder { private Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); }"
                        + " void shut() throws SQLException { Closer.end(c); } }");
        file("Closer", "class Closer { static void end(Connection c) throws SQLException { c.commit(); } }");
        change("Closer", "c.commit()", "c.close()");

        findsSomethingElse("Holder");
    }

    @Test
    void looksAtFieldsAgainWhereAFileWithACloserIsGone() throws Exception {
        file(
                "Base",
                "class Base { protected Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); } }");
        file("Child", "class Child extends Base { void shut() throws SQLException { c.close(); } }");
        now.putAll(before);
        now.remove("a/Child.java");

        findsSomethingElse("Base");
    }

    @Test
    void looksAtFieldsAgainWhereASubclassHasItsFirstMethodNow() throws Exception {
        file(
                "Base",
                "class Base { protected Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); } }");
        file("Child", "class Child extends Base { }");
        change("Child", "Base { }", "Base { void shut() throws SQLException { c.close(); } }");

        findsSomethingElse("Base");
    }

    @Test
    void leavesFieldsAloneWhereSomethingElseHasChanged() throws Exception {
        file(
                "Holder",
                "class Holder { private Connection c; void open(DataSource d) throws SQLException { c = d.getConnection(); } }");
        file("Helper", "class Helper { static void end(Connection c) throws SQLException { c.close(); } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); Helper.end(c); } }");
        change("Helper", "c.close()", "c.commit()");

        findsSomethingElse("User");
    }

    @Test
    void readsNoHelperForWhatIsKnownOfIt() throws Exception {
        file(
                "Helper",
                "class Helper { static void end(int n, String s, Connection c) throws SQLException { c.close(); }"
                        + " static Connection start(DataSource d) throws SQLException { return d.getConnection(); } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException {"
                        + " Connection c = Helper.start(d); Helper.end(1, null, c); } }");
        change("User", "Helper.end(1, null, c);", "Helper.end(2, null, c); c = Helper.start(d);");

        findsSomethingElse();
    }

    @Test
    void doesNotBelieveTwoThatCallEachOtherForEachOther() throws Exception {
        file("Helper", "class Helper { static void end(Connection c) throws SQLException { Deeper.end(c); } }");
        file("Deeper", "class Deeper { static void end(Connection c) throws SQLException { c.close(); } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException {"
                        + " Connection c = d.getConnection(); Helper.end(c); } }");
        change("Deeper", "c.close()", "Helper.end(c)");

        findsSomethingElse("Helper", "User");
    }

    @Test
    void looksAtAFieldThatIsFilledInAnotherFileNow() throws Exception {
        file("Base", "class Base { protected Connection c; }");
        file("Child", "class Child extends Base { void fill(DataSource d) throws SQLException { c = null; } }");
        file(
                "Holder",
                "class Holder { private Connection k; void open(DataSource d) throws SQLException { k = d.getConnection(); } }");
        change("Child", "c = null", "c = d.getConnection()");

        findsSomethingElse();
    }

    @Test
    void tellsAgainWhichBodiesCouldNotBeAnalysed() throws Exception {
        file(
                "Much",
                "class Much { void much(Connection c, boolean b) throws SQLException { c.createStatement(); "
                        + "try { if (b) return; one(); } finally { ".repeat(12) + "}".repeat(12) + " }\n"
                        + "void odd(Connection c) { c.createStatement() + ; } }");
        file("Alone", "class Alone { void nothing() { } }");
        change("Alone", "void nothing() { }", "void nothing() { hashCode(); }");

        findsTheSame();
    }

    @Test
    void forgetsThatABodyCouldNotBeAnalysedWhenItCan() throws Exception {
        file("Much", "class Much { void odd(Connection c) { c.createStatement() + ; } }");
        change("Much", "+ ;", ";");

        findsSomethingElse();
    }

    @Test
    void asksAgainWhatABodyThatMentionsAMemberWasGivenUpFor() throws Exception {
        file("Helper", "class Helper { static void one(Connection c) { } }");
        file("Much", "class Much { void odd(Connection c) { c.createStatement(); Helper.one(c + ); } }");
        change("Helper", "one(Connection c)", "one(Object c)");

        findsTheSame("Much");
    }

    @Test
    void leavesToAWholeScanWhatTooManyRestOn() throws Exception {
        file("Helper", "class Helper { static void end(Connection c) throws SQLException { c.close(); } }");
        String call =
                "void go%d(DataSource d) throws SQLException { Connection c = d.getConnection(); Helper.end(c); }\n";
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 520; i++) {
            calls.append(call.formatted(i));
        }
        file("Users", "class Users {\n" + calls + "}");
        change("Helper", "c.close()", "c.commit()");

        assertThat(new Rescans(before).again(now, 1).isPresent()).isFalse();
    }

    @Test
    void doesNotBelieveAFileThatReadsOtherwise() throws Exception {
        file("Helper", "class Helper { static void end(Connection c) throws SQLException { c.close(); } }");
        file(
                "User",
                "class User { void go(DataSource d) throws SQLException { Connection c = d.getConnection(); Helper.end(c); } }");
        change("Helper", "c.close()", "c.commit()");
        String user = before.getOrDefault("a/User.java", "");

        for (String text : Set.of(
                "",
                user + "class More { }",
                user.replace("void go", "int size() { return 0; } void go"),
                user.replace("void go", "void run"),
                user.replace("class User", "class Some { } class User"))) {
            Rescans scans = new Rescans(before);
            scans.changesMeanwhile("a/User.java", text);
            assertThat(scans.again(now, 1)).isEmpty();
            assertThat(scans.read()).containsExactly("a/User.java");
        }
    }

    private void file(String name, String text) {
        before.put("a/" + name + ".java", HEAD + text);
    }

    private void change(String name, String what, String by) {
        String path = "a/" + name + ".java";
        String text = before.getOrDefault(path, "");
        assertThat(text).contains(what);
        now.putAll(before);
        now.put(path, text.replace(what, by));
    }

    private void findsSomethingElse(String... read) throws Exception {
        Rescans scans = new Rescans(before);
        assertThat(scans.fresh(now)).isNotEqualTo(scans.fresh(before));
        finds(scans, read);
    }

    private void findsTheSame(String... read) throws Exception {
        Rescans scans = new Rescans(before);
        assertThat(scans.fresh(now)).isEqualTo(scans.fresh(before));
        finds(scans, read);
    }

    /** What was found is taken over as it should be, and only these files, which have not changed, are read for it. */
    private void finds(Rescans scans, String... read) throws Exception {
        assertThat(scans.again(now, 1)).hasValue(scans.fresh(now));
        assertThat(scans.read())
                .containsExactlyInAnyOrder(
                        Arrays.stream(read).map(name -> "a/" + name + ".java").toArray(String[]::new));
    }
}
