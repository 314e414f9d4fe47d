package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        List<String> all = findings(LeakAnalysis.ofAllBodies(ResourceCatalog.builtIn()), files);
        assertThat(findings(new LeakAnalysis(ResourceCatalog.builtIn()), files)).isEqualTo(all);
    }

    private static List<ParsedFile> parsed(Path tree) throws IOException {
        JavaSourceParser parser = new JavaSourceParser();
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
        return analysis.solve(lowered, 1).findings().stream()
                .map(Finding::toString)
                .sorted()
                .toList();
    }
}
