package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.Analyses;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may not change a verdict, on programs nobody thought of. */
@Timeout(300)
class GeneratedProgramsTest {
    private static final int PROGRAMS = 300;
    private static final int TOGETHER = 12;

    private final LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());

    @Test
    void endsOnEveryProgramAndGivesNoneUp() throws Exception {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            AnalysisResult result = solve(List.of(lowered(seed)), 1);

            assertThat(result.problems()).as(text(seed)).isEmpty();
            assertThat(result.methods()).as(text(seed)).isEqualTo(2);
        }
    }

    @Test
    void meetsLeaksOfEveryKindThatLocalsHave() throws Exception {
        Set<LeakKind> met = solve(loweredAll(0, PROGRAMS), 1).findings().stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());

        assertThat(met)
                .contains(
                        LeakKind.NEVER_CLOSED,
                        LeakKind.NOT_CLOSED_ON_EXCEPTION,
                        LeakKind.NOT_CLOSED_ON_PATH,
                        LeakKind.OVERWRITTEN,
                        LeakKind.TEMPORARY_NEVER_CLOSED);
    }

    @Test
    void renamingALocalChangesNoVerdict() throws Exception {
        assertSameVerdicts(
                lines -> lines.stream()
                        .map(line -> line.replaceAll("\\bv(\\d+)\\b", "zwischen$1"))
                        .toList(),
                line -> line);
    }

    @Test
    void blankLinesChangeNoVerdict() throws Exception {
        assertSameVerdicts(lines -> lines.stream().map(line -> "\n" + line).toList(), line -> line / 2);
    }

    @Test
    void wrappingABodyInATrueConditionChangesNoVerdict() throws Exception {
        assertSameVerdicts(
                lines -> lines.stream()
                        .map(line -> line.startsWith("void m") ? line + " if (true) {" : line)
                        .map(line -> line.equals(ProgramGenerator.END_OF_METHOD) ? "} " + line : line)
                        .toList(),
                line -> line);
    }

    @Test
    void deadCodeChangesNoVerdict() throws Exception {
        String dead = " if (false) { given.createStatement(); } int dead = 0; dead++;";
        assertSameVerdicts(
                lines -> lines.stream()
                        .map(line -> line.startsWith("void m") ? line + dead : line)
                        .toList(),
                line -> line);
    }

    @Test
    void sayingAConditionTheOtherWayRoundChangesNoVerdict() throws Exception {
        assertSameVerdicts(
                lines -> lines.stream()
                        .map(line -> line.replace("if (b) {", "if (!(!b)) {"))
                        .map(line -> line.replaceAll("\\((v\\d+) != null\\)", "(!(null == $1))"))
                        .toList(),
                line -> line);
    }

    @Test
    void orderOfFilesChangesNothing() throws Exception {
        List<LoweredFile> files = loweredAll(0, TOGETHER);
        AnalysisResult expected = solve(files, 1);
        for (int seed = 0; seed < 5; seed++) {
            List<LoweredFile> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(sorted(solve(shuffled, 1))).isEqualTo(sorted(expected));
        }
    }

    @Test
    void numberOfThreadsChangesNothing() throws Exception {
        List<LoweredFile> files = loweredAll(TOGETHER, 2 * TOGETHER);
        AnalysisResult expected = solve(files, 1);
        for (int threads : List.of(2, 3, 8)) {
            assertThat(sorted(solve(files, threads))).isEqualTo(sorted(expected));
        }
    }

    private void assertSameVerdicts(UnaryOperator<List<String>> change, IntUnaryOperator originalLine)
            throws Exception {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            List<String> lines = lines(seed);
            List<String> changed = change.apply(lines);

            assertThat(verdicts(solve(List.of(lower("P", changed)), 1), originalLine))
                    .as(String.join("\n", changed))
                    .isEqualTo(verdicts(solve(List.of(lower("P", lines)), 1), line -> line));
        }
    }

    private static List<String> verdicts(AnalysisResult result, IntUnaryOperator originalLine) {
        return result.findings().stream()
                .map(finding -> originalLine.applyAsInt(finding.place().line()) + " "
                        + finding.rule().id() + " " + finding.certainty().id())
                .sorted()
                .toList();
    }

    private static List<Finding> sorted(AnalysisResult result) {
        return result.findings().stream().sorted(Finding.ORDER).toList();
    }

    private AnalysisResult solve(List<LoweredFile> files, int threads) throws InterruptedException {
        return Analyses.solve(analysis, files, threads);
    }

    private List<LoweredFile> loweredAll(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::lowered).toList();
    }

    private LoweredFile lowered(int seed) {
        return lower("P" + seed, lines(seed));
    }

    private LoweredFile lower(String name, List<String> lines) {
        SourceFile source = new SourceFile(name + ".java", String.join("\n", lines));
        return analysis.lower(new JavaSourceParser().parse(source).file().orElseThrow());
    }

    private static String text(int seed) {
        return String.join("\n", lines(seed));
    }

    private static List<String> lines(int seed) {
        return ProgramGenerator.program("P" + seed, seed);
    }
}
