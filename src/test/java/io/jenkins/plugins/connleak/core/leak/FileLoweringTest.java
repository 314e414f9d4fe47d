package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is kept of the declarations of a file. */
class FileLoweringTest {
    @Test
    void keepsFieldsWithWhatTheirDeclarationsSay() {
        TypeModel type = types("""
                class A {
                    private static final Connection ONE = null;
                    int two, three[];
                    @Mock Statement four;
                    @Inject @MockBean private Statement five = make();
                    @Inject Statement six;
                }
                """).get(0);

        assertThat(type.fields().entrySet().stream()
                        .map(field -> field.getKey() + " " + field.getValue().type() + " "
                                + field.getValue().isStatic() + " "
                                + field.getValue().isPrivate() + " "
                                + field.getValue().isInitialized()))
                .containsExactly(
                        "ONE Connection true true true",
                        "two int false false false",
                        "three int[] false false false",
                        "four Statement false false false",
                        "five Statement false true true",
                        "six Statement false false false");
        assertThat(type.standIns()).containsExactly("four", "five");
    }

    @Test
    void keepsMethodsWithWhatTheirDeclarationsSay() {
        assertThat(methods(types("""
                abstract class A {
                    A(int n, String... more) throws IOException { }
                    A() { }
                    private static <T> List<T> one(a.b.T t) throws java.io.IOException, X { return null; }
                    void two(int... n) { }
                    abstract int three();
                    native int four();
                    int five();
                    static { five(); }
                    { five(); }
                    static int six = five();
                    int seven = five(), eight = 3, nine;
                }
                """).get(0)))
                .containsExactly(
                        "<init> A(int,String...):[IOException] [CONSTRUCTOR, VARARGS] body",
                        "<init> A():[] [CONSTRUCTOR] body",
                        "one one(T):List<T>[java.io.IOException, X] [STATIC, PRIVATE] body",
                        "two two(int...):[] [VARARGS] body",
                        "three three():int[] [] none",
                        "four four():int[] [] none",
                        "five five():int[] [UNSEEN] none",
                        "<clinit> initializer:[] [STATIC] body",
                        "<fields> initializer:[] [CONSTRUCTOR] body",
                        "<clinit> six:[] [STATIC] body",
                        "<fields> seven:[] [CONSTRUCTOR] body");
    }

    @Test
    void takesMethodsOfInterfacesAndAnnotationsForAbstract() {
        assertThat(methods(types("interface A { void one(); default void two() { } }")
                        .get(0)))
                .containsExactly("one one():[] [] none", "two two():[] [] body");
        assertThat(methods(types("record A(int n) { native void one(); void two(); }")
                        .get(0)))
                .containsExactly("n n():int[] [] none", "one one():[] [] none", "two two():[] [UNSEEN] none");
    }

    @Test
    void givesRecordsTheirFieldsAndAccessors() {
        TypeModel type = types(
                        "record A(Connection c, int n, String... s) { A { c.hashCode(); } int n() { return 1; } int s(int i) { return i; } }")
                .get(0);

        assertThat(methods(type))
                .containsExactly(
                        "c c():Connection[] [] none",
                        "s s():String[] [] none",
                        "<init> A():[] [CONSTRUCTOR] body",
                        "n n():int[] [] body",
                        "s s(int):int[] [] body");
        assertThat(type.fields().get("c")).isEqualTo(new TypeModel.Field("Connection", false, true, false));
    }

    @Test
    void keepsAllTypesWithWhatTheyExtend() {
        List<TypeModel> types = types("""
                class A<T extends B<T> & C, S> extends x.D<T, Map<S, int[]>> implements E, F<String> {
                    enum One implements E { X, Y { void go() { } }; void go() { } }
                    interface Two<U> extends E, F<U> { class Three { } }
                    <V extends G> void m() {
                        class Local extends H { }
                        new I<J>() { void in() { new K() { void deep() { } }; } };
                        Runnable r = () -> new L() { };
                    }
                    Object field = new M() { };
                    @interface Four { int value(); }
                    record Five(int n) implements E { }
                }
                """);
        types.forEach(type -> type.methods().forEach(MethodModel::graph));

        assertThat(types.stream()
                        .map(type -> type.name() + " " + type.supertypes() + type.parameters() + type.arguments()
                                + type.bounds()))
                .containsExactly(
                        "A [x.D, E, F][T, S]{x.D=[T, Map<S,int[]>], F=[String]}{T=B<T>, V=G}",
                        "A.One [E][]{}{}",
                        "A.One.Y [A.One][]{}{}",
                        "A.Two [E, F][U]{F=[U]}{}",
                        "A.Two.Three [][]{}{}",
                        "A.Local [H][]{}{}",
                        "A.$6 [I][]{I=[J]}{}",
                        "A.$6.$7 [K][]{K=[]}{}",
                        "A.$8 [L][]{L=[]}{}",
                        "A.$9 [M][]{M=[]}{}",
                        "A.Four [][]{}{}",
                        "A.Five [E][]{}{}");
    }

    private static List<String> methods(TypeModel type) {
        return type.methods().stream()
                .map(method -> method.signature().name() + " "
                        + method.signature().display() + ":"
                        + method.signature().returnType() + method.signature().thrown() + " "
                        + new TreeSet<>(method.traits()) + (method.hasBody() ? " body" : " none"))
                .toList();
    }

    private static List<TypeModel> types(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        return analysis.lower(analysis.parser()
                        .parse(new SourceFile("A.java", text))
                        .file()
                        .orElseThrow())
                .types();
    }
}
