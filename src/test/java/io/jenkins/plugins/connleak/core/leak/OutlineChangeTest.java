package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other files can notice of a change of one. */
class OutlineChangeTest {
    private static final String TEXT = """
            package a;
            class A extends Base<String> {
                int size;
                A(int size) { this.size = size; }
                void go() { new Runnable() { int own; public void run() { own++; } }.run(); }
                int size(int more) { return size + more; }
                int size(long more) { return size; }
                void close() { }
                static class Inner { String name; void run() { } }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a;/package a; // more",
                "size + more/size - more",
                "int own;/int own, another;",
                "int own; public void run() { own++; }/public void run() { } public void more() { }",
                "go() { new/go() { Runnable r = () -> { }; new",
                "size + more; }/size + more; } { go(); }"
            })
    void isSeenByNobodyElse(String edit) {
        OutlineChange change = change(edit);

        assertThat(change.types()).isEmpty();
        assertThat(change.held()).isEmpty();
        assertThat(change.made()).isEmpty();
        assertThat(change.isDeep()).isFalse();
    }

    @Test
    void namesAMethodThatCameWentOrHasAnotherDeclaration() {
        for (String edit : Set.of(
                "void go()/void go(int n)",
                "void go()/private void go()",
                "void go()/void go() throws Exception",
                "void go()/static void go()",
                "void go() { new/void go(int n) { } void go() { new")) {
            assertThat(change(edit).members()).as(edit).containsExactly("go");
        }
        assertThat(change("void go()/void run()").members()).containsExactlyInAnyOrder("go", "run");
        assertThat(change("void run() { }/abstract void run();").members()).containsExactly("run");
    }

    @Test
    void saysInWhichFilesNamesOfFieldsMayMeanSomethingElse() {
        for (String edit : Set.of(
                "package a;/package a; import b.Base;",
                "extends Base<String>/extends Other",
                "int size;/long size;",
                "String name;/",
                "class Inner/class Changed",
                "int own;/int another;")) {
            assertThat(change(edit).reshaped()).as(edit).containsExactly("a/A.java");
        }
        for (String edit : Set.of("package a;/package a; // more", "size + more/size - more", "void run() { }/")) {
            assertThat(change(edit).reshaped()).as(edit).isEmpty();
        }
        OutlineChange made = new OutlineChange(Analyses.CATALOG.callNames());
        made.add(null, outline(TEXT));
        made.add(outline(TEXT), null);
        assertThat(made.reshaped()).containsExactly("a/A.java");
        assertThat(made.recounted()).containsExactly("a/A.java");
    }

    @Test
    void saysWhichFilesHaveMoreOrFewerBodies() {
        for (String edit :
                Set.of("void close() { }/", "void close() { }/void close();", "int size;/int size; { go(); }")) {
            assertThat(change(edit).recounted()).as(edit).containsExactly("a/A.java");
        }
        assertThat(change("size + more/size - more").recounted()).isEmpty();
    }

    @Test
    void namesOverloadsThatChangePlaces() {
        assertThat(change("int more/short more").members()).containsExactly("size");
        OutlineChange swapped = new OutlineChange(Analyses.CATALOG.callNames());
        String one = "    int size(int more) { return size + more; }\n";
        String other = "    int size(long more) { return size; }\n";
        assertThat(TEXT).contains(one + other);
        swapped.add(outline(TEXT), outline(TEXT.replace(one + other, other + one)));

        assertThat(swapped.members()).contains("size");
    }

    @Test
    void namesAConstructorByItsClass() {
        OutlineChange change = change("A(int size)/A(long size)");

        assertThat(change.members()).containsExactly("A");
        assertThat(change.made()).containsExactly("A");
        assertThat(change.types()).isEmpty();
        assertThat(change("void go()/void run()").made()).isEmpty();
    }

    @Test
    void saysThatAClassIsAnotherKindOfThingWhereItCanBeClosedNow() {
        assertThat(change("void close()/void close(int n)").types()).containsExactly("A");
        assertThat(change("void run() { }/void close() { }").types()).containsExactly("Inner");
        assertThat(change("public void run() { own++; }/public void close() { own++; }")
                        .types())
                .isEmpty();
    }

    @Test
    void namesFieldsAndWhatTheyHold() {
        OutlineChange change = change("String name/java.sql.Connection name");

        assertThat(change.members()).containsExactly("name");
        assertThat(change.held()).isEqualTo(Map.of("Inner", Set.of("String", "java.sql.Connection")));
        assertThat(change("int size;/int size; java.sql.Connection more;").held())
                .isEqualTo(Map.of("A", Set.of("java.sql.Connection")));
        assertThat(change("int size;/").members()).containsExactly("size");
        assertThat(change("int own;/long own;").members()).containsExactly("own");
    }

    @Test
    void namesAllOfAClassThatCameOrWent() {
        OutlineChange gone = change("static class Inner { String name; void run() { } }/");
        OutlineChange came =
                change("void close() { }/void close() { } static class More { int n; More() { } void be() { } }");

        assertThat(gone.types()).containsExactly("Inner");
        assertThat(gone.members()).containsExactlyInAnyOrder("name", "run");
        assertThat(gone.made()).containsExactly("Inner");
        assertThat(came.types()).containsExactly("More");
        assertThat(came.members()).containsExactlyInAnyOrder("n", "More", "be");
        assertThat(came.made()).containsExactly("More");
        assertThat(came.isDeep()).isFalse();
    }

    @Test
    void namesAllOfAFileThatCameOrWent() {
        OutlineChange gone = new OutlineChange(Analyses.CATALOG.callNames());
        gone.add(outline(TEXT), null);
        OutlineChange came = new OutlineChange(Analyses.CATALOG.callNames());
        came.add(null, outline(TEXT));

        for (OutlineChange change : Set.of(gone, came)) {
            assertThat(change.types()).containsExactlyInAnyOrder("A", "Inner");
            assertThat(change.members()).contains("A", "size", "go", "close", "name", "run");
            assertThat(change.isDeep()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a;/package b;",
                "extends Base<String>/extends Base<Long>",
                "extends Base<String>/implements Base<String>, More",
                "class A/class A<T>",
                "static class Inner/static class Inner extends A",
                "static class Inner/static class Inner<T extends Inner>"
            })
    void goesDeepWhereNamesMeanSomethingElse(String edit) {
        assertThat(change(edit).isDeep()).isTrue();
    }

    @Test
    void namesAllOfAnAnonymousClassThatIsOfAnotherType() {
        OutlineChange change = change(
                "new Runnable() { int own; public void run() { own++; } }.run()/new Task() { int other; void be() { } }.run()");

        assertThat(change.isDeep()).isFalse();
        assertThat(change.types()).isEmpty();
        assertThat(change.members()).containsExactlyInAnyOrder("own", "run", "other", "be");
    }

    private static OutlineChange change(String edit) {
        String[] parts = edit.split("/", 2);
        assertThat(TEXT).contains(parts[0]);
        OutlineChange change = new OutlineChange(Analyses.CATALOG.callNames());
        change.add(outline(TEXT), outline(TEXT.replace(parts[0], parts[1])));
        return change;
    }

    private static FileOutline outline(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        return FileOutline.of(
                analysis.lower(analysis.parser()
                        .parse(new SourceFile("a/A.java", text))
                        .file()
                        .orElseThrow()),
                name -> 0,
                type -> false);
    }
}
