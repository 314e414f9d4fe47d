package io.jenkins.plugins.connleak.core.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of either pass by itself; a method is named by the number of its first line, 0 standing for no method. */
class PatternRulesTest {
    private static final String ACQUIRE = "  rs = SQLService.executeQuery(q);";
    private static final String RELEASE = "  SQLService.closeResultSet(rs);";

    // Straight pass

    @Test
    void straightReportsMethodThatReleasesNothing() {
        assertThat(straight("public void f() {", ACQUIRE, "}")).containsExactly(1);
    }

    @Test
    void straightAcceptsReleaseAnywhereInTheMethod() {
        assertThat(straight("public void f() {", ACQUIRE, "  if (x)", RELEASE, "}"))
                .isEmpty();
    }

    @Test
    void straightClosesMethodWhereTheNextStarts() {
        assertThat(straight("public void f() {", ACQUIRE, "}", "private void g() {", RELEASE, "}"))
                .containsExactly(1);
    }

    @Test
    void straightClosesTheLastMethodAtTheEndOfTheFile() {
        assertThat(straight("public void f() {", "}", "public void g() {", ACQUIRE))
                .containsExactly(3);
    }

    @Test
    void straightReportsAMethodOnceHoweverManyStayOpen() {
        assertThat(straight("public void f() {", ACQUIRE, "  rs2 = SQLService.executeQuery(q);", ACQUIRE, "}"))
                .containsExactly(1);
    }

    @Test
    void straightReportsWhatComesBeforeTheFirstMethod() {
        assertThat(straight("class A {", ACQUIRE, "public void f() {", "}")).containsExactly(0);
    }

    @Test
    void straightDoesNotLookForAcquisitionsOnMethodLines() {
        assertThat(straight("public void f() { rs = SQLService.executeQuery(q); }"))
                .isEmpty();
    }

    @Test
    void straightDoesNotLookForReleasesOnMethodLines() {
        assertThat(straight("public void f() {", ACQUIRE, "public void g() { SQLService.closeResultSet(rs); }"))
                .containsExactly(1);
    }

    @Test
    void straightSeesTheFirstAcquisitionOfALineOnly() {
        String two = "  a = SQLService.executeQuery(q); b = SQLService.executeQuery(q);";

        assertThat(straight("public void f() {", two, "  SQLService.closeResultSet(a);", "}"))
                .isEmpty();
    }

    @Test
    void straightWantsAReleaseForEachAcquisition() {
        assertThat(straight("public void f() {", ACQUIRE, ACQUIRE, RELEASE, "}"))
                .containsExactly(1);
        assertThat(straight("public void f() {", ACQUIRE, ACQUIRE, RELEASE, RELEASE, "}"))
                .isEmpty();
    }

    @Test
    void straightReleasesOneVariablePerLineTheLast() {
        String both = "  SQLService.closeResultSet(a); SQLService.closeResultSet(b);";
        String[] acquired = {
            "public void f() {", "  a = SQLService.executeQuery(q);", "  b = SQLService.executeQuery(q);"
        };

        assertThat(straightOpen(acquired[0], acquired[1], acquired[2], both)).containsExactly("a");
        assertThat(straightOpen(acquired[0], acquired[2], acquired[1], both)).containsExactly("b");
        assertThat(straight(acquired[0], acquired[1], acquired[2], both, both)).isEmpty();
    }

    @Test
    void straightAcceptsReleaseOnTheLineOfTheAcquisition() {
        assertThat(straight("public void f() {", ACQUIRE + RELEASE, "}")).isEmpty();
    }

    @Test
    void straightIgnoresReleasesBeforeTheAcquisition() {
        assertThat(straight("public void f() {", RELEASE, ACQUIRE, "}")).containsExactly(1);
    }

    @Test
    void straightKeepsToWholeVariableNames() {
        assertThat(straight("public void f() {", ACQUIRE, "  SQLService.closeResultSet(rs2);", "}"))
                .containsExactly(1);
    }

    @Test
    void straightRemovesCommentsToTheEndOfTheLine() {
        assertThat(straight("public void f() {", "  // rs = SQLService.executeQuery(q);", "}"))
                .isEmpty();
        assertThat(straight("public void f() {", ACQUIRE, "  // SQLService.closeResultSet(rs);", "}"))
                .containsExactly(1);
    }

    @Test
    void straightTakesSlashesInAStringForAComment() {
        assertThat(straight("public void f() {", ACQUIRE, "  log(\"http://x\"); SQLService.closeResultSet(rs);"))
                .containsExactly(1);
    }

    @Test
    void straightRemovesCommentsThatOpenAndCloseOnTheLine() {
        assertThat(straight("public void f() {", "  /* a */ x(); /* rs = SQLService.executeQuery(q); */", "}"))
                .isEmpty();
    }

    @Test
    void straightTakesCommentsOverSeveralLinesForCode() {
        assertThat(straight("public void f() {", "  /*", ACQUIRE, "  */", "}")).containsExactly(1);
    }

    @Test
    void straightRemovesTheInnerOfTwoCommentOpeners() {
        assertThat(straight("public void f() {", "  /* rs = SQLService.executeQuery(q); /* x */", "}"))
                .containsExactly(1);
    }

    @Test
    void straightLooksForMethodsInCodeWithoutComments() {
        assertThat(straight("public void f() {", ACQUIRE, "// public void g() {", RELEASE))
                .isEmpty();
        assertThat(straight("public void f() {", ACQUIRE, "/* public void g() { */", RELEASE))
                .isEmpty();
    }

    @Test
    void straightUsesTheFilesOwnPatterns() {
        RegexFile house = new RegexFile("def \\w+", "(\\w+) <- open", "", "shut ", "!", "");
        List<String> leaks = List.of("def f", "a <- open", "b <- open", "shut b!", "def g", "c <- open", "shut c!");

        assertThat(new PatternAnalysis(house)
                        .analyse(new SourceFile("A.java", String.join("\n", leaks)))
                        .findings())
                .extracting(finding -> finding.place().method(), finding -> finding.resource()
                        .variable())
                .containsExactly(tuple("def f", "a"));
    }

    // Loop pass

    @Test
    void loopReportsWhatStaysOpenAtTheEndOfALoop() {
        assertThat(loops("public void f() {", "  while (x) {", ACQUIRE, "  }", RELEASE, "}"))
                .containsExactly(1);
        assertThat(loops("public void f() {", "  for (A a : b) {", ACQUIRE, "  }", RELEASE, "}"))
                .containsExactly(1);
    }

    @Test
    void loopAcceptsReleaseWithinTheLoop() {
        assertThat(loops("public void f() {", "  while (x) {", ACQUIRE, RELEASE, "  }", "}"))
                .isEmpty();
    }

    @Test
    void loopIgnoresWhatIsAcquiredOutsideOfLoops() {
        assertThat(loops("public void f() {", ACQUIRE, "  while (x) {", "  }", "}"))
                .isEmpty();
    }

    @Test
    void loopStartsWithItsBraceOnTheNextLine() {
        assertThat(loops("public void f() {", "  while (x)", "  {", ACQUIRE, "  }", "}"))
                .containsExactly(1);
    }

    @Test
    void loopLooksForTheNextLinesBraceInItsCommentsToo() {
        assertThat(loops("public void f() {", "  while (x)", "  // {", ACQUIRE, "  }", "}"))
                .containsExactly(1);
    }

    @Test
    void loopDoesNotStartWithoutABraceOnThisLineOrTheNext() {
        assertThat(loops("public void f() {", "  while (x)", "", "  {", ACQUIRE, "  }", "}"))
                .isEmpty();
        assertThat(loops("public void f() {", "  while (x)", ACQUIRE, "  y();", "}"))
                .isEmpty();
    }

    @Test
    void loopDoesNotStartAtDoOrForEach() {
        assertThat(loops("public void f() {", "  do {", ACQUIRE, "  } while (x);", "}"))
                .isEmpty();
        assertThat(loops("public void f() {", "  list.forEach(a -> {", ACQUIRE, "  });", "}"))
                .isEmpty();
    }

    @Test
    void loopStartsWhereverForIsFollowedByAParenthesis() {
        assertThat(loops("public void f() {", "  waitfor (x) {", ACQUIRE, "  }", "}"))
                .containsExactly(1);
    }

    @Test
    void loopEndsWithItsLastLevel() {
        assertThat(loops("public void f() {", "  while (x) {", "  if (y) {", ACQUIRE, "  }", RELEASE, "  }", "}"))
                .isEmpty();
        assertThat(loops("public void f() {", "  while (x) {", "  if (y) {", "  }", ACQUIRE, "  }", "}"))
                .containsExactly(1);
    }

    @Test
    void loopCountsOneOpeningAndOneClosingBracePerLine() {
        assertThat(loops("public void f() {", "  while (x) {{", ACQUIRE, "  }", RELEASE, "  }"))
                .containsExactly(1);
        assertThat(loops("public void f() {", "  while (x) {", "  if (y) {", ACQUIRE, "  }}", RELEASE, "  }"))
                .isEmpty();
    }

    @Test
    void loopTakesElseForNoChangeOfLevel() {
        assertThat(loops("public void f() {", "  while (x) {", ACQUIRE, "  } else {", RELEASE, "  }"))
                .isEmpty();
    }

    @Test
    void loopOnOneLineEndsBeforeItsAcquisitionCounts() {
        assertThat(loops("public void f() {", "  while (x) { rs = SQLService.executeQuery(q); }", "  y();", "}"))
                .isEmpty();
    }

    @Test
    void loopEndsAtAClosingBraceEvenWithoutALevel() {
        assertThat(loops("public void f() {", "  } while (x)", "  {", ACQUIRE, "  }", "}"))
                .isEmpty();
    }

    @Test
    void loopReleasesEveryVariableOfALine() {
        assertThat(loops(
                        "public void f() {",
                        "  while (x) {",
                        "  a = SQLService.executeQuery(q);",
                        "  b = SQLService.executeQuery(q);",
                        "  b = SQLService.executeQuery(q);",
                        "  SQLService.closeResultSet(a); SQLService.closeResultSet(b);",
                        "  }"))
                .isEmpty();
    }

    @Test
    void loopClosesMethodWhereTheNextStartsAndForgetsItsLevels() {
        assertThat(loops("public void f() {", "  while (x) {", ACQUIRE, "public void g() {", ACQUIRE, "  }"))
                .containsExactly(1);
    }

    @Test
    void loopReportsNothingAtTheEndOfTheFile() {
        assertThat(loops("public void f() {", "  while (x) {", ACQUIRE)).isEmpty();
    }

    @Test
    void loopGoesOnAfterAHeadOnTheLastLine() {
        assertThat(loops("public void f() {", "  for (;;)")).isEmpty();
    }

    @Test
    void loopReportsAMethodOnceForAllItsLoops() {
        assertThat(loops("public void f() {", "while (x) {", ACQUIRE, "}", "while (y) {", ACQUIRE, "}"))
                .containsExactly(1);
    }

    private static List<Integer> straight(String... lines) {
        return straightPass(lines).stream().map(OpenMethod::methodLine).toList();
    }

    private static List<String> straightOpen(String... lines) {
        return straightPass(lines).stream()
                .map(method -> method.resource().variable())
                .toList();
    }

    private static List<OpenMethod> straightPass(String... lines) {
        StraightPass pass = new StraightPass(fileLines(lines));
        pass.run();
        return pass.found();
    }

    private static List<Integer> loops(String... lines) {
        LoopPass pass = new LoopPass(fileLines(lines));
        pass.run();
        return pass.found().stream().map(OpenMethod::methodLine).toList();
    }

    private static FileLines fileLines(String... lines) {
        return new FileLines(List.of(lines), RegexFile.DEFAULTS, new BoundedSearch());
    }
}
