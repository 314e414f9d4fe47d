package io.jenkins.plugins.connleak.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternAnalysisTest {
    private static final RegexFile RUNAWAY = new RegexFile(
            "public void \\w+",
            "(a+)+b\\1?",
            "",
            RegexFile.DEFAULTS.releaseBefore(),
            RegexFile.DEFAULTS.releaseAfter(),
            "");

    @Test
    void makesOneFindingOfAMethodThatBothPassesFind() {
        String source = """
                package shop.dao;

                class Dao {
                    public void load() { // all of it
                        while (more()) {
                            rs = SQLService.executeQuery(sql);
                        }
                    }
                }
                """;

        assertThat(new PatternAnalysis(RegexFile.DEFAULTS)
                        .analyse(new SourceFile("dao/Dao.java", source))
                        .findings())
                .containsExactly(new Finding(
                        LeakKind.LEGACY_PATTERN,
                        Certainty.POSSIBLE,
                        new Resource(ResourceKind.RESULT_SET, "", "rs"),
                        new Place("dao/Dao.java", 6, "shop.dao", "", "public void load() {"),
                        new Explanation(
                                "'rs' is acquired here and matches no release pattern before the method ends",
                                List.of(
                                        new PathStep("dao/Dao.java", 6, PathStep.Kind.ACQUIRED, "rs is acquired"),
                                        new PathStep(
                                                "dao/Dao.java",
                                                9,
                                                PathStep.Kind.LEAVES,
                                                "straight pass: the method ends here and it was not released"),
                                        new PathStep(
                                                "dao/Dao.java",
                                                7,
                                                PathStep.Kind.LEAVES,
                                                "loop pass: the loop ends here and it was not released")),
                                "Release it on every way out of the method, in a finally block for example;"
                                        + " if the caller releases it, put the method on the ignore list."),
                        Fingerprint.NONE));
    }

    @Test
    void showsTheAcquisitionThatStayedOpen() {
        List<String> lines = List.of(
                "public void f() {",
                "a = SQLService.executeQuery(q);",
                "b = SQLService.executeQuery(q);",
                "a = SQLService.executeQuery(q);",
                "SQLService.closeResultSet(a);",
                "SQLService.closeResultSet(b);");

        assertThat(new PatternAnalysis(RegexFile.DEFAULTS)
                        .analyse(new SourceFile("A.java", String.join("\r\n", lines)))
                        .findings())
                .extracting(Finding::place)
                .containsExactly(new Place("A.java", 2, "", "", "public void f() {"));
    }

    @Test
    void stopsRunawayPatternAndNamesItAndTheLine() {
        String source = "public void f() {\n" + "a".repeat(60) + "\n" + "a".repeat(60) + "\nab\n}";

        PatternAnalysis.Result result = new PatternAnalysis(RUNAWAY).analyse(new SourceFile("A.java", source));

        assertThat(result.problems())
                .containsExactly(new Problem(
                        Problem.Kind.LIMIT,
                        "A.java",
                        2,
                        "ExecutionQuery_Pattern backtracks too much on this line and 1 others and was stopped;"
                                + " the line counts as one without it. Simplify the pattern: (a+)+b\\1?"));
        assertThat(result.findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(4);
    }

    @Test
    void endsOnAFileThatIsFullOfRunawayLines() {
        String source = "public void f() {\n" + ("a".repeat(60) + "\n").repeat(500);

        assertThat(new PatternAnalysis(RUNAWAY)
                        .analyse(new SourceFile("A.java", source))
                        .problems())
                .extracting(Problem::kind, Problem::line)
                .containsExactly(tuple(Problem.Kind.LIMIT, 2));
    }

    @Test
    void givesUpAFileThatTakesTooMuchWork() {
        StringBuilder source = new StringBuilder("public void f() {\n");
        for (int i = 0; i < 6_000; i++) {
            source.append('v').append(i).append(" = SQLService.executeQuery(q);\n");
        }

        PatternAnalysis.Result result =
                new PatternAnalysis(RegexFile.DEFAULTS).analyse(new SourceFile("A.java", source.toString()));

        assertThat(result.problems())
                .containsExactly(
                        new Problem(
                                Problem.Kind.LIMIT,
                                "A.java",
                                0,
                                "The patterns took too much work on this file, and it was given up; exclude it or simplify them"));
    }

    @Test
    void survivesPatternsThatOverflowTheStack() {
        RegexFile recursive = new RegexFile(
                "public void \\w+",
                "((?:x|\\w)+)=",
                "",
                RegexFile.DEFAULTS.releaseBefore(),
                RegexFile.DEFAULTS.releaseAfter(),
                "");
        String source = "public void f() {\n" + "x".repeat(500_000) + "\n}";

        assertThat(new PatternAnalysis(recursive)
                        .analyse(new SourceFile("A.java", source))
                        .problems())
                .extracting(Problem::kind, Problem::line)
                .containsExactly(tuple(Problem.Kind.LIMIT, 2));
    }

    @Test
    void takesVariableThatIsNoPatternLiterally() {
        RegexFile odd = new RegexFile("public void \\w+", "(\\S+) = open", "", "close ", ";", "");
        List<String> lines = List.of("public void f()", "a(( = open", "b[ = open", "close a((;");

        assertThat(new PatternAnalysis(odd)
                        .analyse(new SourceFile("A.java", String.join("\n", lines)))
                        .findings())
                .extracting(finding -> finding.resource().variable())
                .containsExactly("b[");
    }
}
