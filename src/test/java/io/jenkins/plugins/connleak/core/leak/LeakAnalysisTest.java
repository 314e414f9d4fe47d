package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.HousePatterns;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.RunawayPatternException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the corpus can't hold: limits, errors and the team's patterns. */
class LeakAnalysisTest {
    private static final ResourceCatalog CATALOG = Analyses.CATALOG;
    private static final String LEAK =
            "void leak(java.sql.Connection c) throws Exception { java.sql.Statement s = c.createStatement(); }\n";

    /** Acquires by {@code borrow(...)}, releases by {@code giveBack(...)}. */
    private static class Borrowing implements HousePatterns {
        @Override
        public Acquisition acquiredBy(String line) {
            int call = line.indexOf(" = borrow(");
            if (call < 0) {
                return Acquisition.NONE;
            }
            String before = line.substring(0, call);
            return new Acquisition(Optional.of(before.substring(before.lastIndexOf(' ') + 1)), Optional.empty());
        }

        @Override
        public boolean releases(String line, String variable) {
            return line.contains("giveBack(" + variable) || line.contains(variable + ".goHome(");
        }
    }

    @Test
    void givesUpAMethodOfTooManyStepsAndFindsTheLeakBesideIt() throws Exception {
        String nested = "try { if (b) return; one(); } finally { ".repeat(12) + "}".repeat(12);

        AnalysisResult result = Analyses.of(
                CATALOG, "class A {\n" + LEAK + "void much(boolean b, String... more) {\n" + nested + "}\n}");

        assertThat(result.problems())
                .containsExactly(
                        new Problem(
                                Problem.Kind.LIMIT,
                                "A.java",
                                3,
                                "Method much(boolean,String...) was not analysed: more than 60000 steps in one method. Split it."));
        assertThat(Analyses.verdicts(result)).containsExactly("2 never-closed definite");
    }

    @Test
    void givesUpAMethodForWhichAPatternDoesNotEnd() throws Exception {
        HousePatterns runaway = new Borrowing() {
            @Override
            public boolean releases(String line, String variable) {
                throw new RunawayPatternException("pattern X does not end; make it simpler", new RuntimeException());
            }
        };

        AnalysisResult result = Analyses.of(
                CATALOG.withHousePatterns(runaway),
                "class A {\nvoid m(Object o) {\nThing a = borrow(1); use(a);\n}\n}");

        assertThat(result.problems())
                .containsExactly(new Problem(
                        Problem.Kind.LIMIT,
                        "A.java",
                        2,
                        "Method m(Object) was not analysed: pattern X does not end; make it simpler"));
        assertThat(result.methods()).isOne();
    }

    @Test
    void reportsAnErrorOfItsOwnAndGoesOn() throws Exception {
        HousePatterns broken = new Borrowing() {
            @Override
            public boolean releases(String line, String variable) {
                if (line.contains("broken")) {
                    throw new IllegalStateException("so what");
                }
                return super.releases(line, variable);
            }
        };

        AnalysisResult result = Analyses.of(
                CATALOG.withHousePatterns(broken),
                "class A {\n" + LEAK + "void m(Object o) {\nThing a = borrow(1); broken(a);\n}\n}");

        assertThat(result.problems())
                .containsExactly(
                        new Problem(
                                Problem.Kind.INTERNAL,
                                "A.java",
                                3,
                                "Method m(Object) was not analysed: an error of connleak: java.lang.IllegalStateException: so what"));
        assertThat(Analyses.verdicts(result)).containsExactly("2 never-closed definite");
    }

    @Test
    void reportsTheFirstLineOnWhichAPatternIsGivenUp() throws Exception {
        HousePatterns complaining = new Borrowing() {
            @Override
            public Acquisition acquiredBy(String line) {
                return line.contains("slow")
                        ? new Acquisition(Optional.empty(), Optional.of("too slow: " + line))
                        : super.acquiredBy(line);
            }
        };

        AnalysisResult result = Analyses.of(
                CATALOG.withHousePatterns(complaining), "class A {\nvoid slow\n() {\nslow(1);\nslow(2);\n}\n}");

        assertThat(result.problems())
                .containsExactly(new Problem(Problem.Kind.LIMIT, "A.java", 4, "too slow: slow(1);"));
    }

    @Test
    void leavesAFieldAloneThatABodyOutOfSightMayClose() throws Exception {
        String text = """
                class A {
                    private java.sql.Connection held;
                    void open(javax.sql.DataSource d) throws Exception { held = d.getConnection(); }
                    void shut() { held.commit() %s; }
                }
                """;
        LeakAnalysis analysis = new LeakAnalysis(CATALOG);
        for (JavaSourceParser parser : List.of(new JavaSourceParser(), analysis.parser())) {
            assertThat(Analyses.verdicts(solved(analysis, parser, text.formatted(""))))
                    .containsExactly("3 field-never-closed definite");
            assertThat(solved(analysis, parser, text.formatted("+")).findings()).isEmpty();
        }
    }

    private static AnalysisResult solved(LeakAnalysis analysis, JavaSourceParser parser, String text)
            throws InterruptedException {
        SourceFile source = new SourceFile("A.java", text);
        return Analyses.solve(
                analysis, List.of(analysis.lower(parser.parse(source).file().orElseThrow())), 1);
    }

    @Test
    void takesTheTeamsWordForWhatIsAcquiredAndReleased() throws Exception {
        String text = """
                class A {
                    void neverBad() {
                        Thing a = borrow(1);
                        a.use();
                    }
                    void givenOk() {
                        Thing a = borrow(1);
                        giveBack(a);
                    }
                    void goneOk() {
                        Thing a = borrow(1);
                        a.goHome(1, 2);
                    }
                    void onePathBad(boolean b) {
                        Thing a = null;
                        a =
                            borrow(2);
                        Thing c = borrow(1);
                        if (b) {
                            giveBack(c);
                        }
                    }
                    void otherNameBad() {
                        Thing a = borrow(1);
                        Thing b = lend(2);
                        giveBack(b);
                    }
                    void throughOk() {
                        Thing a = through(borrow(1));
                        giveBack(a);
                    }
                }
                """;

        AnalysisResult result = Analyses.of(CATALOG.withHousePatterns(new Borrowing()), text);

        assertThat(Analyses.verdicts(result))
                .containsExactly(
                        "3 never-closed definite", "18 not-closed-on-path definite", "24 never-closed definite");
        assertThat(result.findings().stream().map(finding -> finding.resource().toString()))
                .allMatch(resource -> resource.startsWith("Resource[kind=OTHER, type=Thing, variable="));
        assertThat(Analyses.verdicts(Analyses.of(CATALOG, text))).isEmpty();
    }

    @Test
    void ordersFindingsByFileWhateverTheOrderOfFiles() throws Exception {
        Map<String, String> files = Map.of(
                "b/B.java", "package b; class B {\n" + LEAK + "}",
                "a/A.java", "package a; class A {\n" + LEAK + "}");

        AnalysisResult result = Analyses.of(CATALOG, files);

        assertThat(result.findings().stream().map(finding -> finding.place().file()))
                .containsExactly("a/A.java", "b/B.java");
        assertThat(result.problems()).isEqualTo(List.of());
    }
}
