package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the names say does not matter must not: the same is found where every body is looked at. {@code
 * -Dconnleak.trees=FOLDER,FOLDER} holds whole trees against it as well.
 */
class RelevanceTest {
    private static final List<String> OWN = List.of("src/test/resources/corpus", "samples", "src/main/java");

    static Stream<Path> trees() {
        Stream<String> more = Stream.of(System.getProperty("connleak.trees", "").split(","));
        return Stream.concat(OWN.stream(), more)
                .filter(tree -> !tree.isEmpty())
                .map(Path::of)
                .flatMap(RelevanceTest::parts);
    }

    /** The corpus case by case, since its files share names. */
    private static Stream<Path> parts(Path tree) {
        if (!tree.endsWith("corpus")) {
            return Stream.of(tree);
        }
        try (Stream<Path> folders = Files.list(tree)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("trees")
    void losesNoFindingByLookingAtNamesFirst(Path tree) throws Exception {
        List<ParsedFile> files = parsed(tree);
        assertThat(files).isNotEmpty();
        List<String> all = findings(new LeakAnalysis(Analyses.CATALOG, EverythingMatters::new), files);
        assertThat(findings(new LeakAnalysis(Analyses.CATALOG), files)).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void findsTheSameWhetherBodiesAreReadAtOnceOrWhenTheyAreAskedFor(Path tree) throws Exception {
        LeakAnalysis atOnce = new LeakAnalysis(Analyses.CATALOG);
        LeakAnalysis later = new LeakAnalysis(Analyses.CATALOG);

        List<String> wanted = all(atOnce, parsed(tree, new JavaSourceParser()), 1);

        assertThat(all(later, parsed(tree, later.parser()), 1)).isEqualTo(wanted);
        assertThat(all(later, parsed(tree, later.parser()), 3)).isEqualTo(wanted);
    }

    /** All that comes of it: findings, problems and the number of methods. */
    private static List<String> all(LeakAnalysis analysis, List<ParsedFile> files, int threads)
            throws InterruptedException {
        List<LoweredFile> lowered = files.stream().map(analysis::lower).toList();
        AnalysisResult result = Analyses.solve(analysis, lowered, threads);
        Stream<String> findings = result.findings().stream().map(Finding::toString);
        Stream<String> problems = result.problems().stream().map(Problem::toString);
        return Stream.of(findings, problems, Stream.of(result.methods() + " methods"))
                .flatMap(lines -> lines.sorted())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("trees")
    void saysByWordsThatABodyMattersWheneverItsGraphDoes(Path tree) throws Exception {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        List<LoweredFile> files =
                parsed(tree, analysis.parser()).stream().map(analysis::lower).toList();
        Relevance relevance = new Relevance(new Workspace(Analyses.CATALOG, files));
        List<MethodModel> idle = files.stream()
                .flatMap(file -> file.types().stream())
                .flatMap(type -> type.methods().stream())
                .filter(MethodModel::hasBody)
                .filter(method -> !relevance.mayMatter(method, new Relevance.ByWords()))
                .toList();

        assertThat(idle)
                .filteredOn(method -> relevance.matters(method, method.graph().orElseThrow()))
                .isEmpty();
    }

    @Test
    void readsOnlyTheBodiesThatMatterOrAreAskedFor() throws Exception {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        String text = """
                class A {
                    int idle(int x) { return x + 1; }
                    void leaks(java.sql.Connection c) throws Exception { c.createStatement().execute(text()); }
                    String text() { return ""; }
                }
                """;
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("A.java", text)).file().orElseThrow());
        assertThat(lowered(file)).isEmpty();

        assertThat(Analyses.solve(analysis, List.of(file), 1).findings()).hasSize(1);

        assertThat(lowered(file)).contains("leaks").doesNotContain("idle");
    }

    private static List<String> lowered(LoweredFile file) {
        return file.types().get(0).methods().stream()
                .filter(method -> method.body().orElseThrow().isLowered())
                .map(method -> method.signature().name())
                .toList();
    }

    @Test
    void readsAnExpressionOfThousandsOfPartsWhenItIsAskedFor() throws Exception {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        String text = "class A { void leaks(java.sql.Connection c) throws Exception { c.createStatement().execute(x"
                + " + x".repeat(9_000) + "); } }";
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("A.java", text)).file().orElseThrow());
        assertThat(lowered(file)).isEmpty();

        AnalysisResult result = Analyses.solve(analysis, List.of(file), 1);

        assertThat(result.findings()).hasSize(1);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void givesUpABodyThatTurnsOutToBeNoJavaWhenItIsAskedFor() throws Exception {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        String text = """
                class A {
                    void idle() { int = 1; }
                    void broken(java.sql.Connection c) throws Exception { int = 1; c.createStatement(); }
                    void leaks(java.sql.Connection c) throws Exception { c.createStatement(); }
                }
                """;
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("A.java", text)).file().orElseThrow());

        AnalysisResult result = Analyses.solve(analysis, List.of(file), 1);

        assertThat(result.findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(4);
        assertThat(result.problems())
                .extracting(Problem::kind, Problem::line)
                .containsExactly(tuple(Problem.Kind.UNPARSABLE, 2));
    }

    private static List<ParsedFile> parsed(Path tree) throws IOException {
        return parsed(tree, new JavaSourceParser());
    }

    private static List<ParsedFile> parsed(Path tree, JavaSourceParser parser) throws IOException {
        try (Stream<Path> found = Files.walk(tree)) {
            return found.filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path))
                    .sorted()
                    .map(path -> parser.parse(new SourceFile(path.toString(), text(path))))
                    .flatMap(outcome -> outcome.file().stream())
                    .toList();
        }
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(LeakAnalysis analysis, List<ParsedFile> files) throws InterruptedException {
        List<LoweredFile> lowered = files.stream().map(analysis::lower).toList();
        return Analyses.solve(analysis, lowered, 1).findings().stream()
                .map(Finding::toString)
                .sorted()
                .toList();
    }
}
