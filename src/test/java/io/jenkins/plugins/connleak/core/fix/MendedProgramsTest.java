package io.jenkins.plugins.connleak.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.export.FixDiff;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.corpus.Programs;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fix that is offered removes its leak, makes no new one, and leaves code that parses and compiles as before. */
class MendedProgramsTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Path SHOP = Path.of("samples/shop/src");
    private static final int PROGRAMS = 300;

    @TempDir
    private Path folder;

    @Test
    void fixesOfTheCorpusMend() throws Exception {
        copy(CORPUS);

        assertThat(mend()).isGreaterThan(100);
    }

    @Test
    void fixesOfTheSampleShopMend() throws Exception {
        copy(SHOP);

        assertThat(mend()).isGreaterThan(5);
    }

    @Test
    void fixesOfGeneratedProgramsMend() throws Exception {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            String name = "P" + seed;
            Files.writeString(folder.resolve(name + ".java"), Programs.text(name, seed));
        }

        assertThat(mend()).isGreaterThan(20);
    }

    /** Applies all fixes, checks what comes of it, and tells how many leaks they were for. */
    private int mend() throws Exception {
        ScanReport before = scan();
        List<String> errors = errors();
        List<Finding> offered = before.findings().stream()
                .filter(finding -> finding.explanation().offeredFix().isPresent())
                .toList();
        StringWriter diff = new StringWriter();
        FixDiff.write(before, diff);
        DiffApplier.apply(diff.toString(), folder);

        ScanReport after = scan();
        assertThat(after.problems().stream().map(Problem::file))
                .containsExactlyElementsOf(
                        before.problems().stream().map(Problem::file).toList());
        Map<String, Long> left = counts(before.findings());
        offered.forEach(finding -> left.merge(key(finding), -1L, Long::sum));
        Map<String, Long> found = counts(after.findings());
        assertThat(found.keySet().stream()
                        .filter(key -> found.get(key) > left.getOrDefault(key, 0L))
                        .sorted()
                        .limit(3))
                .isEmpty();
        assertThat(errors()).containsExactlyElementsOf(errors);
        return offered.size();
    }

    private static Map<String, Long> counts(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(MendedProgramsTest::key, TreeMap::new, Collectors.counting()));
    }

    private static String key(Finding finding) {
        return finding.place().file() + " " + finding.place().className() + " "
                + finding.place().method() + " " + finding.resource();
    }

    private ScanReport scan() throws Exception {
        return new Scanner(ScanOptions.DEFAULT)
                .scan(List.of(folder), ScanProgress.NONE)
                .report();
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** What the compiler says, without the places. */
    private List<String> errors() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            Path classes = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-classes"));
            compiler.getTask(
                            null,
                            manager,
                            said,
                            List.of("-proc:none", "-nowarn", "-Xmaxerrs", "100000", "-d", classes.toString()),
                            List.of(),
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getSource() == null
                        ? each.getMessage(Locale.ROOT)
                        : folder.relativize(Path.of(each.getSource().toUri())) + ": " + each.getMessage(Locale.ROOT))
                .sorted()
                .toList();
    }
}
