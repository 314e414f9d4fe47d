package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is kept of a file, and the file that is made of it again. */
class FileOutlineTest {
    private static final String TEXT = """
            package a;
            import java.sql.*;
            abstract class A<T extends Connection> extends Base<T, String> implements Some<Long> {
                private static Connection held = null;
                @Mock Statement standIn;
                A(int size) { super(size); }
                abstract void go(T t);
                A<T> self() { return this; }
                int size(long... more) { return more.length; }
                class Inner { class Deep { void run() { held.hashCode(); } } }
            }
            interface B { }
            """;

    private final LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
    private final List<String> names = new ArrayList<>();

    @Test
    void makesTheSameFileAgain() {
        LoweredFile file = lowered(TEXT);
        file.types().forEach(type -> type.methods().forEach(MethodModel::graph));

        LoweredFile again = restored(file, () -> file);

        assertThat(again.path()).isEqualTo("a/A.java");
        assertThat(described(again)).isEqualTo(described(file));
        assertThat(again.types().stream().map(TypeModel::name)).containsExactly("A", "A.Inner", "A.Inner.Deep", "B");
        assertThat(again.types().get(2).outer()).isSameAs(again.types().get(1));
        assertThat(again.types().get(1).outer()).isSameAs(again.types().get(0));
    }

    @Test
    void knowsWhatABodyHandsOutAndMentionsWithoutReadingIt() {
        LoweredFile file = lowered(TEXT);
        file.types().forEach(type -> type.methods().forEach(MethodModel::graph));
        LoweredFile again = restored(file, () -> {
            throw new AssertionError("nobody asked for a body");
        });

        assertThat(method(again, "self").returnsThis()).isTrue();
        assertThat(method(again, "size").returnsThis()).isFalse();
        assertThat(method(again, "go").hasBody()).isFalse();
        assertThat(method(again, "run").body().orElseThrow().words())
                .contains("held", "hashCode")
                .isEqualTo(method(file, "run").body().orElseThrow().words());
        assertThat(method(again, "run").body().orElseThrow().line()).isEqualTo(10);
    }

    @Test
    void readsABodyWhenItIsAskedFor() {
        LoweredFile file = lowered(TEXT);
        LoweredFile again = restored(file, () -> lowered(TEXT));

        assertThat(method(file, "self").knownReturnsThis()).isEqualTo(Optional.empty());
        assertThat(method(again, "self").knownReturnsThis()).isEqualTo(Optional.empty());
        assertThat(method(again, "self").returnsThis()).isTrue();
        assertThat(method(again, "size").returnsThis()).isFalse();
        assertThat(method(again, "run").graph().orElseThrow().nodes())
                .isEqualTo(method(file, "run").graph().orElseThrow().nodes());
    }

    @Test
    void knowsItsFileByItsTypesAndMethods() {
        FileOutline outline = outline(lowered(TEXT));

        assertThat(outline.isOf(lowered(TEXT))).isTrue();
        assertThat(outline.isOf(lowered(TEXT.replace("return more.length", "return 1"))))
                .isTrue();
        for (String other : Set.of(
                TEXT + "class C { }",
                TEXT.replace("interface B { }", ""),
                TEXT.replace("interface B { }", "interface B { void more(); }"),
                TEXT.replace("void go(T t)", "void run(T t)"),
                TEXT.replace("void run()", "void run(int n)"))) {
            assertThat(outline.isOf(lowered(other))).isFalse();
        }
    }

    @Test
    void looksIntoATypeWhenItIsAskedFor() {
        LoweredFile file = lowered(TEXT);
        LoweredFile again = restored(file, () -> file);

        TypeModel type = again.types().get(0);
        assertThat(type.isUnread()).isTrue();
        assertThat(type.qualifiedName()).isEqualTo("a.A");
        assertThat(type.qualifiedSupertypes()).contains(List.of("a.Base", "a.Some"));
        assertThat(type.isUnread()).isTrue();
        assertThat(type.fields()).containsOnlyKeys("held", "standIn");
        assertThat(type.isUnread()).isFalse();
        assertThat(again.types().get(1).isUnread()).isTrue();
        assertThat(again.header().imports()).isEqualTo(file.header().imports());
        assertThat(file.types()).noneMatch(TypeModel::isUnread);
    }

    private FileOutline outline(LoweredFile file) {
        return FileOutline.of(file, this::numberOf, type -> type.name().equals("A"));
    }

    private int numberOf(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    @Test
    void isNotLookedIntoForAMethodThatItDoesNotDeclare() {
        LoweredFile again = restored(lowered(TEXT), () -> {
            throw new AssertionError("nobody asked for a body");
        });
        TypeModel type = again.types().get(0);

        assertThat(type.methods("elsewhere", 0)).isEmpty();
        assertThat(type.isUnread()).isTrue();
        assertThat(type.methods("size", 1)).hasSize(1);
        assertThat(type.isUnread()).isFalse();
    }

    /** The file after it was kept among others. */
    private LoweredFile restored(LoweredFile file, Supplier<LoweredFile> source) {
        List<KeptFile> kept = KeptFiles.of(
                        List.of(kept(lowered("")), kept(file), kept(lowered("class Other { int size; }"))))
                .all();
        assertThat(kept.get(0).types()).isEmpty();
        assertThat(kept.get(2).types()).extracting(KeptFile.Type::name).containsExactly("Other");
        return new RestoredFile(kept.get(1), new Unchanged(source), names::get).file();
    }

    private KeptFile kept(LoweredFile file) {
        return KeptFile.of(
                file,
                this::numberOf,
                type -> type.supertypes().stream()
                        .map(name -> "a." + TypeNames.simple(name))
                        .toList(),
                type -> false);
    }

    /** Files of which none has changed. */
    private record Unchanged(Supplier<LoweredFile> source) implements ChangedFiles {
        @Override
        public List<LoweredFile> lowered() {
            return List.of();
        }

        @Override
        public Set<String> gone() {
            return Set.of();
        }

        @Override
        public LoweredFile lower(String path) {
            return source.get();
        }

        @Override
        public boolean isMentioned(Set<String> words) {
            return false;
        }
    }

    private LoweredFile lowered(String text) {
        return analysis.lower(
                analysis.parser().parse(new SourceFile("a/A.java", text)).file().orElseThrow());
    }

    private static List<String> described(LoweredFile file) {
        return file.types().stream()
                .map(type -> type.qualifiedName()
                        + type.supertypes()
                        + type.parameters()
                        + type.arguments()
                        + type.bounds()
                        + type.fields()
                        + type.standIns()
                        + type.methods().stream()
                                .map(method -> "\n" + method.signature() + new TreeSet<>(method.traits())
                                        + method.hasBody() + method.returnsThis())
                                .toList())
                .toList();
    }

    private static MethodModel method(LoweredFile file, String name) {
        return file.types().stream()
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.signature().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
