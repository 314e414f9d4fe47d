package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which types and methods names mean where they are written. */
class TypeResolutionTest {
    private final Map<String, String> texts = new TreeMap<>();
    private Workspace workspace = new Workspace(Analyses.CATALOG, List.of());

    @BeforeEach
    void lower() {
        texts.put("one/a/A.java", """
                package a;
                import java.sql.Connection;
                import b.Named;
                import c.*;
                import static b.Statics.single;
                import static b.More.*;
                class A<T extends Connection, S extends T> extends Base {
                    class Inner<U extends Named> extends Other { class Deep { int own; } void in() { } }
                    class Own { }
                    int field;
                    A(int n) { }
                    void own(int n) { }
                    void own(int n, long m) { }
                    void many(String... s) { }
                }
                class Same { }
                """);
        texts.put("one/a/Base.java", """
                package a;
                abstract class Base extends Root implements Some {
                    Base(int n) { }
                    int inherited;
                    void up() { }
                    abstract void down();
                    void own(int n) { }
                }
                interface Some { void down(); default void give() { } }
                class Root { Root(int n, int m) { } void top() { } static void still() { } }
                """);
        texts.put("one/a/Children.java", """
                package a;
                class First extends Base { First() { super(1); } void down() { } void up() { } static void still() { } }
                class Second extends First { void down() { } void top() { } }
                abstract class Third extends Base { abstract void down(); }
                """);
        texts.put("one/b/Named.java", "package b; public class Named { public static class In { } }");
        texts.put(
                "one/b/Statics.java", "package b; class Statics { static void single() { } static void other() { } }");
        texts.put("one/b/More.java", "package b; class More { static void many(int n) { } static void any() { } }");
        texts.put("one/c/Star.java", "package c; class Star { } class Same { }");
        texts.put("one/d/Plain.java", "package d; import java.sql.*; class Plain { } ");
        texts.put("one/e/Plain.java", "package e; class Plain { } ");
        texts.put("Root.java", "class InNoPackage { } class Neighbour { }");
        texts.put("one/x/Twin.java", "package x; class Twin { void first() { } }");
        texts.put("two/x/Twin.java", "package x; class Twin { void second() { } }");
        texts.put("two/y/User.java", "package y; import x.Twin; class User extends Twin { }");
        texts.put("mod/abc/z/Near.java", "package z; class Near { }");
        texts.put("mod/xyw/z/Near.java", "package z; class Near { }");
        texts.put("mod/xyz/y/User.java", "package y; class Third extends z.Near { }");
        texts.put("one/y/User.java", "package y; import x.Twin; class Other extends Twin { }");
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        workspace = new Workspace(
                Analyses.CATALOG,
                texts.entrySet().stream()
                        .map(text -> new SourceFile(text.getKey(), text.getValue()))
                        .map(source -> analysis.lower(
                                analysis.parser().parse(source).file().orElseThrow()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a.A, Connection, java.sql.Connection",
        "a.A, T, java.sql.Connection",
        "a.A, S, java.sql.Connection",
        "a.A.Inner, U, b.Named",
        "a.A.Inner, T, java.sql.Connection",
        "a.A.Inner.Deep, U, b.Named",
        "a.A, Inner, a.A.Inner",
        "a.A.Inner.Deep, Own, a.A.Own",
        "a.A.Own, Inner, a.A.Inner",
        "a.A, Inner.Deep, a.A.Inner.Deep",
        "a.A, A.Inner, a.A.Inner",
        "a.A.Inner, A, a.A",
        "a.A, Named, b.Named",
        "a.A, Named.In, b.Named.In",
        "a.A, Same, a.Same",
        "a.A, Star, c.Star",
        "a.A, Base, a.Base",
        "a.A, Statement, c.Statement",
        "a.A, List, List",
        "a.A, Unknown, Unknown",
        "a.A, String, String",
        "a.A, java.util.List<T>, java.util.List<T>",
        "a.A, Named<T>, b.Named<T>",
        "a.A, Star[], c.Star[]",
        "a.A, Star<A[]>[], c.Star<A[]>[]",
        "a.A, Star[]<A>, c.Star[]<A>",
        "a.A, var, ''",
        "a.A, '', ''",
        "d.Plain, Connection, java.sql.Connection",
        "d.Plain, ResultSet, java.sql.ResultSet",
        "e.Plain, Connection, e.Connection",
        "InNoPackage, Connection, Connection",
        "InNoPackage, Neighbour, Neighbour"
    })
    void findsWhatATypeIsCalledInFull(String context, String written, String expected) {
        assertThat(workspace.qualify(written, type(context))).isEqualTo(expected);
    }

    @Test
    void takesTheNearestOfTwoClassesOfOneName() {
        assertThat(lineage("y.User")).containsExactly("y.User", "two/x/Twin.java");
        assertThat(lineage("y.Other")).containsExactly("y.Other", "one/x/Twin.java");
        // folders count, not how alike their names are
        assertThat(lineage("y.Third")).containsExactly("y.Third", "mod/abc/z/Near.java");
    }

    private List<String> lineage(String name) {
        return workspace.lineage(type(name)).stream()
                .map(type -> List.of("Twin", "Near").contains(type.simpleName())
                        ? type.file().path()
                        : type.qualifiedName())
                .toList();
    }

    @Test
    void findsSupertypesNearestFirst() {
        assertThat(lineage("a.A")).containsExactly("a.A", "a.Base", "a.Root", "a.Some");
        assertThat(lineage("a.Second")).containsExactly("a.Second", "a.First", "a.Base", "a.Root", "a.Some");
        assertThat(lineage("c.Star")).containsExactly("c.Star");
    }

    @Test
    void findsMethodsByNameAndNumberOfArguments() {
        assertThat(methods("a.A", "own", 1)).containsExactly("A.own(int)");
        assertThat(methods("a.A", "own", 2)).containsExactly("A.own(int,long)");
        assertThat(methods("a.A", "own", 3)).isEmpty();
        assertThat(methods("a.A", "many", 0)).containsExactly("A.many(String...)");
        assertThat(methods("a.A", "many", 5)).containsExactly("A.many(String...)");
        assertThat(methods("a.A", "up", 0)).containsExactly("Base.up()");
        assertThat(methods("a.A", "top", 0)).containsExactly("Root.top()");
        assertThat(methods("a.A", "give", 0)).containsExactly("Some.give()");
        assertThat(methods("a.A", "missing", 0)).isEmpty();
    }

    @Test
    void findsWhatImplementsAnAbstractMethod() {
        assertThat(methods("a.Base", "down", 0)).containsExactly("Base.down()", "First.down()", "Second.down()");
        assertThat(methods("a.First", "down", 0)).containsExactly("First.down()");
        assertThat(methods("a.Some", "down", 0)).containsExactly("Some.down()", "First.down()", "Second.down()");
        assertThat(methods("a.Third", "down", 0)).containsExactly("Third.down()");
    }

    @Test
    void findsWhatOverridesAMethod() {
        assertThat(overriding("a.Base", "up")).containsExactly("First.up()");
        assertThat(overriding("a.First", "down")).containsExactly("Second.down()");
        assertThat(overriding("a.Root", "top")).containsExactly("Second.top()");
        assertThat(overriding("a.Root", "still")).isEmpty();
        assertThat(overriding("a.Second", "down")).isEmpty();
        assertThat(overriding("a.Base", "<init>")).isEmpty();
    }

    private List<String> overriding(String type, String name) {
        return named(workspace.overriding(type(type).methods().stream()
                .filter(method -> method.signature().name().equals(name))
                .findFirst()
                .orElseThrow()));
    }

    @Test
    void findsMethodsThatNeedNoObject() {
        TypeModel deep = type("a.A.Inner.Deep");

        assertThat(named(workspace.unqualified("in", 0, deep))).containsExactly("Inner.in()");
        assertThat(named(workspace.unqualified("own", 1, deep))).containsExactly("A.own(int)");
        assertThat(named(workspace.unqualified("top", 0, deep))).containsExactly("Root.top()");
        assertThat(named(workspace.unqualified("single", 0, deep))).containsExactly("Statics.single()");
        assertThat(named(workspace.unqualified("any", 0, deep))).containsExactly("More.any()");
        assertThat(named(workspace.unqualified("other", 0, deep))).isEmpty();
        assertThat(named(workspace.unqualified("many", 1, deep))).containsExactly("A.many(String...)");
    }

    @Test
    void findsTheClassThatAMemberIsImportedFrom() {
        TypeModel a = type("a.A");

        assertThat(workspace.resolution().ownerOfImported("single", a)).isEqualTo("b.Statics");
        assertThat(workspace.resolution().ownerOfImported("ingle", a)).isEqualTo("a.A");
        assertThat(workspace.resolution().ownerOfImported("any", a)).isEqualTo("a.A");
    }

    @Test
    void findsConstructorsOfAClassAndOfItsSuperclass() {
        assertThat(named(workspace.constructors(type("a.A"), false, 1))).containsExactly("A.A(int)");
        assertThat(named(workspace.constructors(type("a.A"), false, 2))).isEmpty();
        assertThat(named(workspace.constructors(type("a.A"), true, 1))).containsExactly("Base.Base(int)");
        assertThat(named(workspace.constructors(type("a.A"), true, 2))).isEmpty();
        assertThat(named(workspace.constructors(type("c.Star"), true, 0))).isEmpty();
    }

    @Test
    void findsFieldsOfAClassOfItsSuperclassesAndOfThoseAroundIt() {
        assertThat(owner("field", "a.A")).isEqualTo("a.A");
        assertThat(owner("inherited", "a.A")).isEqualTo("a.Base");
        assertThat(owner("own", "a.A.Inner.Deep")).isEqualTo("a.A.Inner.Deep");
        assertThat(owner("inherited", "a.A.Inner.Deep")).isEqualTo("a.Base");
        assertThat(owner("own", "a.A")).isEqualTo("none");
    }

    private String owner(String field, String context) {
        return workspace
                .field(field, type(context))
                .map(found -> found.owner().qualifiedName())
                .orElse("none");
    }

    private List<String> methods(String type, String name, int arguments) {
        return named(workspace.methods(type(type), name, arguments));
    }

    private static List<String> named(List<MethodModel> methods) {
        return methods.stream()
                .map(method ->
                        method.owner().simpleName() + "." + method.signature().display())
                .toList();
    }

    private TypeModel type(String name) {
        return workspace.files().stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> type.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
