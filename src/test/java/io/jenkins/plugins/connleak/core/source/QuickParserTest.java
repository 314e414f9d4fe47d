package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.visitor.NoCommentEqualsVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick parser has to make the very trees that the thorough one makes: same nodes, same places. */
class QuickParserTest {
    private final QuickParser quick = new QuickParser();
    private final JavaParser thorough = thorough(LanguageLevel.RAW);
    /** The raw level knows no yield statement. */
    private final JavaParser thoroughOfYield = thorough(LanguageLevel.JAVA_25);

    private static JavaParser thorough(LanguageLevel level) {
        return new JavaParser(new ParserConfiguration().setLanguageLevel(level).setAttributeComments(false));
    }

    @Test
    void makesTheTreesOfTheThoroughParserOfRealSources() throws IOException {
        List<String> different = new ArrayList<>();
        int refused = 0;
        List<Path> files = new ArrayList<>(javaFiles(Path.of("src/main/java")));
        files.addAll(javaFiles(Path.of("src/test/resources/corpus")));
        for (Path file : files) {
            String text = Files.readString(file);
            try {
                if (!isSame(text, quick.parse(text))) {
                    different.add(file.toString());
                }
            } catch (UnusualSourceException e) {
                refused++;
            }
        }

        assertThat(different).isEmpty();
        assertThat(refused).isLessThan(files.size() / 4);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a.b;; import c.D;; class X {};",
                "import a.b.*; import static a.B.c; import static a.B.*; class X {}",
                "@A(1) @B(x = 2, y = {3, 4}) @C({@D, @E()}) public abstract strictfp class X<T extends A & B, U> extends Y<T> implements P, Q<U> {}",
                "interface X extends Y, Z { default int f() { return 1; } static void g() {} int A = 1, B[] = {2}; }",
                "enum X implements Y { A, B(1) { void f() {} }, @C D {}, ; int x; X() {} X(int i) { this(); } }",
                "enum X { A, B, }",
                "@interface X { int a() default 1; String[] b() default {}; int C = 1; @interface Y {} }",
                "record P<T>(int x, T... y) implements Q { P { f(); } P(int z) { this(z, 1); } static int s; }",
                "class A { { f(); } static { g(); } int x, y = 1, z[] = {1}; final int[][] q = new int[3][]; <T> T f(T... t) throws E, F.G { return null; } A() { super(1); } native void n(); }",
                "class A { void f() { for (int i = 0, j = 1; i < j; i++, j--) ; for (;;) break; for (final A a : b) continue; l: while (x) { continue l; } do x(); while (y); } }",
                "class A { void f() { if (a) b(); else if (c) d(); else { e(); } synchronized (this) { } assert a; assert a : b; throw new E(); ; } }",
                "class A { void f() { try (A a = b(); c; this.d) { } catch (final E | F e) { } catch (a.b.G g) { } finally { } try { } finally { } } }",
                "class A { int f() { switch (x) { case 1: case 2, 3: return 1; default: break; } return switch (y) { case A, B -> 1; case C -> { f(); throw new E(); } default -> throw new E(); }; } }",
                "class A { int f() { return switch (y) { case A: yield 1; case B: { yield -x; } default -> { if (a) yield f(); yield switch (z) { default: yield new B() { }; }; } }; } }",
                "class A { int yield; void f() { yield = 1; yield += 2; this.yield(); a.yield.b(); } }",
                "class A { boolean f() { return a < b == c > d && e <= f || g >= h ^ i & j | k != l ? m + n - o * p / q % r : s << 1 >> 2 >>> 3; } }",
                "class A { void f() { a += 1; b -= 1; c *= 1; d /= 1; e &= 1; f |= 1; g ^= 1; h %= 1; i <<= 1; j >>= 1; k >>>= 1; l = m = n; } }",
                "class A { int f() { return -1 + +2 - ~3 + (!a ? ++b : c--) + (int) -4 + (A) b + (A & B) c + (A<B>[]) d + (int[]) e + (a) + 1; } }",
                "class A { void f() { g(x -> y, (x, y) -> { }, () -> 1, (int x, final A... y) -> x, (var a) -> a); h((Runnable) () -> { }); } }",
                "class A { void f() { g(A::b, a.b::c, A<B>::new, int[]::new, this::d, super::e, A.super::f, f()::g, A.<B>c(), new A()::<T>d); } }",
                "class A { Object f() { return new A<>() { int x; }; } Object g() { return a.new B(1).c[2].d; } Object h() { return new int[] {1, 2,}; } }",
                "class A { Object f() { return int.class; } Object g() { return void.class == A[].class ? a.B.class : A.this.x + A.super.y() + super.z; } }",
                "class A { void f(Object o) { if (o instanceof A a && o instanceof final B b || o instanceof C[]) { } } }",
                "class A { Map<? extends A, ? super B[]> a; List<int[]>[] b; Map.Entry<A, List<List<B>>> c; A<?> d; void f(String a[], int... b) { } }",
                "class A { void f() { class B { } final class C { } interface D { } record E(int x) { } List<A> a = b; A[] c = d, e; a.b.C f; int g[]; } }",
                "class A { String a = \"x\\\"y\\\\\"; char b = '\\''; char c = '\\u0041'; double d = 1.5e-3, e = .5f, f = 0x1.8p3, g = 1d; long h = 0xFFL, i = 0b1_0L; int j = 0777; }",
                "class A { String s = \"\"\"\n  a \"b\" \\\"\"\"\n  \"\"\"; int x; }",
                "/* a */ class /** b */ A { // c\r\n int x;\r int y;\n\tint z; }",
            })
    void makesTheTreeOfTheThoroughParserOfEveryForm(String text) {
        assertThat(isSame(text, quick.parse(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "module a { }",
                "sealed interface S permits A { }",
                "class A { List<@B C> x; }",
                "class A { boolean f(Object o) { return o instanceof P(var x); } }",
                "class A { int f() { return switch (o) { default -> { yield (1); } }; } }",
                "class A { int f(Object o) { return switch (o) { case B b -> 1; default -> 2; }; } }",
                "class A { void f(A this) { } }",
                "class A { B() { a.super(); } }",
                "class A { int = ; }",
                "class A { void f() { ",
                "class A { String s = \"x; }",
                "class A { /* }",
                "class A { int \\u0061; }",
                "class A ( }",
                "class A { void f() { new int; } }",
            })
    void leavesTheRestToTheThoroughParser(String text) {
        assertThatThrownBy(() -> quick.parse(text)).isInstanceOf(UnusualSourceException.class);
    }

    @Test
    void forgetsOneTextWithTheNext() {
        quick.parse("class A { void f() { g(1, 2, 3, 4, 5, 6, 7); } }");

        assertThat(quick.parse("class B { }").getType(0).getNameAsString()).isEqualTo("B");
        assertThatThrownBy(() -> quick.parse("class")).isInstanceOf(UnusualSourceException.class);
    }

    private boolean isSame(String text, CompilationUnit made) {
        JavaParser parser = text.contains("yield") ? thoroughOfYield : thorough;
        CompilationUnit wanted = parser.parse(text).getResult().orElseThrow();
        assertThat(wanted.getParsed()).isEqualTo(Node.Parsedness.PARSED);
        wanted.findAll(VarType.class).forEach(type -> type.replace(named(type)));
        return NoCommentEqualsVisitor.equals(made, wanted) && isSamePlace(made, wanted);
    }

    /** The raw level takes {@code var} for the name of a class, as the quick parser does. */
    private static ClassOrInterfaceType named(VarType type) {
        ClassOrInterfaceType named = new ClassOrInterfaceType(null, "var");
        type.getRange().ifPresent(range -> {
            named.setRange(range);
            named.getName().setRange(range);
        });
        return named;
    }

    private static boolean isSamePlace(Node made, Node wanted) {
        boolean hasPlace = !(wanted instanceof CompilationUnit) && wanted.getMetaModel() != null && !isUnknown(wanted);
        if (hasPlace && !made.getRange().equals(wanted.getRange())) {
            return false;
        }
        List<Node> children = inOrder(made);
        List<Node> others = inOrder(wanted);
        if (children.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!isSamePlace(children.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** In the order of the text: a node that was replaced comes last. */
    private static List<Node> inOrder(Node node) {
        return node.getChildNodes().stream().sorted(Node.NODE_BY_BEGIN_POSITION).toList();
    }

    /** The type of a lambda's parameter that is not written. */
    private static boolean isUnknown(Node node) {
        return node instanceof com.github.javaparser.ast.type.UnknownType;
    }
}
