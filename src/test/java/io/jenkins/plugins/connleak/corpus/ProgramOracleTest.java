package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.connleak.core.leak.Analyses;
import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.corpus.ProgramOracle.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The analysis against an interpreter that runs generated programs in all ways: a definite finding is a leak of some way,
 * and a leak of some way is found. {@code -Dconnleak.oracle.programs=N} tries so many programs.
 */
class ProgramOracleTest {
    private static final int PROGRAMS = Integer.getInteger("connleak.oracle.programs", 80);
    /** Of so many programs, one at most may be too large for the interpreter. */
    private static final int ONE_IN = 6;

    private final LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());

    static Stream<Arguments> programs() {
        return Stream.of(
                arguments("given.createStatement().execute(\"x\");", Set.of(2), Set.of(2)),
                arguments("Statement v0 = given.createStatement();\nv0.close();", Set.of(), Set.of()),
                arguments(
                        "Statement v0 = given.createStatement();\nv0.clearWarnings();\nv0.close();",
                        Set.of(2),
                        Set.of(2)),
                arguments(
                        "Statement v0 = given.createStatement();\ntry {\nv0.clearWarnings();\n} finally {\nv0.close();\n}",
                        Set.of(),
                        Set.of()),
                arguments(
                        "Statement v0 = given.createStatement();\ntry {\nv0.clearWarnings();\n} catch (SQLException e) {\nreturn;\n}\nv0.close();",
                        Set.of(2),
                        Set.of(2)),
                arguments("try (Statement r0 = given.createStatement()) {\nr0.clearWarnings();\n}", Set.of(), Set.of()),
                arguments(
                        "Statement v0 = given.createStatement();\nif (n > 1) { v0.close(); }\nif (n > 1) { return; }\nv0.close();",
                        Set.of(),
                        Set.of()),
                arguments(
                        "Statement v0 = given.createStatement();\nif (n > 1) { v0.close(); }\nn++;\nif (n > 1) { return; }\nv0.close();",
                        Set.of(2),
                        Set.of(2)),
                arguments(
                        "Statement v0 = null;\nwhile (n < 9) {\nv0 = given.createStatement();\nn++;\n}\nif (v0 != null) { v0.close(); }",
                        Set.of(4),
                        Set.of(4)),
                arguments(
                        "Statement v0 = given.createStatement();\nswitch (n) {\ncase 0 -> { v0.close(); }\ndefault -> { n--; }\n}",
                        Set.of(2),
                        Set.of(2)),
                // what fails to close before a statement's turn leaves it open, and nobody mends that
                arguments(
                        "Statement v0 = given.createStatement();\nStatement v1 = null;\ntry {\nv1 = given.createStatement();\n} finally {\nif (v1 != null) { v1.close(); }\nv0.close();\n}",
                        Set.of(2),
                        Set.of()),
                arguments(
                        "Connection v0 = pool.getConnection();\nStatement v1 = null;\nv1.close();\nv0.close();",
                        Set.of(2),
                        Set.of()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void runsEveryWay(String body, Set<Integer> leaking, Set<Integer> owed) throws Exception {
        String program = "class P { void m(Connection given, DataSource pool, int n, boolean b) {\n" + body + "\n}\n}";

        Verdict verdict = ProgramOracle.run(program);

        assertThat(verdict.leaking()).isEqualTo(leaking);
        assertThat(verdict.owed()).isEqualTo(owed);
    }

    @Test
    void agreesWithTheAnalysisWherePeopleAskForNullFirst() throws Exception {
        assertAgreement(program ->
                program.replaceAll("(?m)^(v\\d+)\\.(close|clearWarnings)\\(\\);$", "if ($1 != null) { $1.$2(); }"));
    }

    @Test
    void agreesWithTheAnalysisWhereTheyDoNot() throws Exception {
        assertAgreement(program -> program);
    }

    private void assertAgreement(UnaryOperator<String> change) throws Exception {
        int found = 0;
        int tooLarge = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            String program = change.apply(String.join("\n", ProgramGenerator.program("P", seed)));
            Optional<Verdict> verdict = ProgramOracle.tryToRun(program);
            if (verdict.isEmpty()) {
                tooLarge++;
                continue;
            }
            List<Finding> findings = findings(program);
            if (!verdict.get().dereferencesNull()) {
                Set<Integer> definite = lines(findings, Set.of(Certainty.DEFINITE));
                assertThat(verdict.get().leaking())
                        .as("seed %d\n%s", seed, program)
                        .containsAll(definite);
                found += definite.size();
            }
            assertThat(lines(findings, Set.of(Certainty.values())))
                    .as("seed %d\n%s", seed, program)
                    .containsAll(verdict.get().owed());
        }
        assertThat(tooLarge).isLessThanOrEqualTo(PROGRAMS / ONE_IN);
        assertThat(found).isGreaterThan(PROGRAMS / 2);
    }

    private List<Finding> findings(String program) throws InterruptedException {
        SourceFile source = new SourceFile("P.java", program);
        AnalysisResult result = Analyses.solve(
                analysis,
                List.of(analysis.lower(
                        new JavaSourceParser().parse(source).file().orElseThrow())),
                1);
        assertThat(result.problems()).isEmpty();
        return result.findings();
    }

    private static Set<Integer> lines(List<Finding> findings, Set<Certainty> certainties) {
        return findings.stream()
                .filter(finding -> certainties.contains(finding.certainty()))
                .map(finding -> finding.place().line())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
