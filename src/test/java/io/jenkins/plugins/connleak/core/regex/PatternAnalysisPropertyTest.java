package io.jenkins.plugins.connleak.core.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the analysis with {@link ProseReference} on files that are made of the pieces which the rules speak of. */
class PatternAnalysisPropertyTest {
    private static final int FILES_PER_PATTERNS = 200;

    private static final RegexFile HOUSE = new RegexFile(
            "(\\w+)\\s+(\\w+)\\(\\)\\s*\\{",
            "(\\w+)\\s*=\\s*(?:pool\\.take|SQLService\\.executeQuery)\\(",
            "",
            "(?:pool\\.give|close\\w*)\\(",
            "[,)]",
            "");

    /** Group 1 has no part in some matches, and method lines are found on many lines. */
    private static final RegexFile LOOSE =
            new RegexFile("\\w+ \\w+\\(", "(?:(\\w+) = )?SQLService.executeQuery", "", "(?i)CLOSE.*", "", "");

    private static final List<String> PIECES = List.of(
            "public void f@() {",
            "    private static int g@(int x) {",
            "protected List<String> h@ (",
            "void plain@() {",
            "  rs = SQLService.executeQuery(q);",
            "  rs2=SQLService.executeQuery(q); rs3 = SQLService.executeQuery(q);",
            "  rs = pool.take(q);",
            "  SQLService.executeQuery(q);",
            "  SQLService.closeResultSet(rs);",
            "  SQLService.closeResultSet( rs2 ); SQLService.closeResultSet(rs);",
            "  SQLService.closeResultSet(rs3);",
            "  pool.give(rs, 1); close(rs2)",
            "  // SQLService.closeResultSet(rs);",
            "  /* SQLService.closeResultSet(rs); */ x();",
            "  /* rs = SQLService.executeQuery(q); /* y */ z */",
            "  /* open only rs = SQLService.executeQuery(q);",
            "  */",
            "  String s = \"http://x\"; SQLService.closeResultSet(rs);",
            "  while (x) {",
            "  while (x)",
            "  {",
            "  for (int i = 0; i < 3; i++) {",
            "  for(;;) rs = SQLService.executeQuery(q);",
            "  waitfor (x) {",
            "  list.forEach(x -> {",
            "  do {",
            "  } while (x);",
            "  if (x) {",
            "  } else {",
            "  }",
            "  }",
            "  } // end {",
            "  x(); // {",
            "",
            "   \t",
            "\u3000",
            "  while (y) { rs = SQLService.executeQuery(q); }",
            "  null SQLService.closeResultSet(null);");

    @Test
    void reportsTheSameMethodsAsTheDescription() {
        for (RegexFile patterns : List.of(RegexFile.DEFAULTS, HOUSE, LOOSE)) {
            int reports = 0;
            for (int seed = 0; seed < FILES_PER_PATTERNS; seed++) {
                List<String> lines = generate(new Random(seed));
                Set<String> expected = ProseReference.reported(lines, patterns);
                reports += expected.size();

                assertThat(found(lines, patterns))
                        .as("seed %d:%n%s", seed, lines)
                        .isEqualTo(expected);
            }
            assertThat(reports).isGreaterThan(FILES_PER_PATTERNS / 2);
        }
    }

    private static Set<String> found(List<String> lines, RegexFile patterns) {
        Set<String> methods = new TreeSet<>();
        new PatternAnalysis(patterns)
                .analyse(new SourceFile("X.java", String.join("\n", lines)))
                .findings()
                .forEach(finding -> methods.add(
                        finding.place().method().isEmpty()
                                ? "null"
                                : finding.place().method()));
        return methods;
    }

    private static List<String> generate(Random random) {
        List<String> lines = new ArrayList<>();
        int count = 3 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            lines.add(PIECES.get(random.nextInt(PIECES.size())).replace("@", String.valueOf(i)));
        }
        return lines;
    }
}
