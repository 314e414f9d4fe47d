package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameBodiesTest {
    private static final String TEXT = """
            package a;
            import java.sql.*;
            class A {
                private Connection held;
                private int count;
                A(Connection c) { held = c; }
                void one(Connection c, Connection d) throws SQLException { c.commit(); }
                void two() throws SQLException { three(); }
                void three() { count++; }
                void four() throws SQLException { held.commit(); }
                void five() { Runnable task = () -> System.out.println(); task.run(); }
                class Inner { void six() { hashCode(); } }
            }
            """;

    private final List<String> names = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // those that are read at once are never told to be the same, nor are those that such a one may call
                "package a;        | package a;                                | <init> one two three four six",
                "package a;        | package a; // a comment                   | one two three four six",
                "c.commit()        | d.commit()                                | <init> two three four six",
                "Connection c, Connection d | Connection d, Connection c       | <init> two three four six",
                "void one(         | @Deprecated void one(                     | <init> two three four six",
                "count++           | count--                                   | <init> one two four six",
                "hashCode()        | toString()                                | <init> one two three four",
                // what a body may call is up to it as well
                "{ three(); }      | { three(); three(); }                     | <init> one four six",
                "{ c.commit(); }   | { c.commit(); two(); }                    | <init> four six",
                // a member that comes may be one that is mentioned, or close what others have to do with
                "class Inner       | void more() { } class Inner               | <init> one two three four",
                "class Inner       | void more() throws SQLException { held.close(); } class Inner | one two three",
                "void three() {    | private void three() {                    | <init> one two four six",
                // nothing is known to mean the same
                "import java.sql.* | import javax.sql.*                        | ''",
                "package a;        | package b;                                | ''",
                "import java.sql.*;| import java.sql.*; import org.mockito.*;  | ''",
            })
    void tellsWhichBodiesAreTheSame(String what, String by, String expected) {
        assertThat(TEXT).contains(what);

        assertThat(same(TEXT.replace(what, by), Set.of(), false))
                .isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
    }

    @Test
    void leavesOutWhatMentionsAMemberThatHasChanged() {
        assertThat(same(TEXT, Set.of("three"), false)).containsExactlyInAnyOrder("<init>", "one", "four", "six");
        assertThat(same(TEXT, Set.of("held"), false)).containsExactlyInAnyOrder("one", "two", "three", "six");
    }

    @Test
    void leavesOutAClassWhoseBodiesWereComparedIfOneOfThemIsAnother() {
        assertThat(same(TEXT, Set.of(), true)).containsExactly("six");
        assertThat(same(TEXT.replace("hashCode", "toString"), Set.of(), true)).isEmpty();
    }

    /** The names of the methods. */
    private Set<String> same(String now, Set<String> members, boolean comparesBodies) {
        LoweredFile before = lowered(TEXT);
        LoweredFile file = lowered(now);
        Workspace workspace = new Workspace(Analyses.CATALOG, List.of(file));
        FileOutline old = FileOutline.of(before, this::numberOf, type -> comparesBodies);
        FileOutline outline = FileOutline.of(file, name -> 0, type -> false);
        return new SameBodies(workspace, names, old, outline, file)
                .find(members).stream().map(method -> method.signature().name()).collect(Collectors.toSet());
    }

    private int numberOf(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    private static LoweredFile lowered(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        return analysis.lower(
                analysis.parser().parse(new SourceFile("a/A.java", text)).file().orElseThrow());
    }
}
