package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The harness fails where it has to. */
class HarnessTest {
    private static final Leak NEVER = leak(3, LeakKind.NEVER_CLOSED);

    @Test
    void readsKindRuleAndDefaults() {
        assertThat(MarkerReader.read("A.java", "\n\nopen(); // LEAK: never-closed")
                        .markers())
                .containsExactly(new Marker(Marker.Kind.LEAK, NEVER));
    }

    @Test
    void readsEngineCertaintyAndOffset() {
        Leak above = new Leak("A.java", 1, LeakKind.OVERWRITTEN, Engine.REGEX, Certainty.POSSIBLE);

        assertThat(MarkerReader.read("A.java", "\n// FN: overwritten possible [regex] @-1\n")
                        .markers())
                .containsExactly(new Marker(Marker.Kind.FN, above));
    }

    @Test
    void readsSeveralMarkersOfOneLine() {
        assertThat(MarkerReader.read("A.java", "\n\nx(); // LEAK: never-closed // FP: overwritten [flow]")
                        .markers())
                .containsExactly(
                        new Marker(Marker.Kind.LEAK, NEVER), new Marker(Marker.Kind.FP, leak(3, LeakKind.OVERWRITTEN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// LEAK: never-close",
                "// LEEK: never-closed",
                "// leak: never-closed",
                "// LEAK never-closed",
                "// LEAK:never-closed",
                "// LEAK: never-closed maybe",
                "// LEAK: never-closed [flwo]",
                "// LEAK: never-closed @1",
                "// LEAK:",
                "// FN never",
                "// is never-closed",
                "x(); // LEAK: never-closed // FPP: overwritten",
            })
    void refusesWhatOnlyLooksLikeAMarker(String line) {
        assertThat(MarkerReader.read("A.java", line).errors())
                .hasSize(1)
                .allMatch(error -> error.startsWith("A.java:1: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x(\"jdbc:h2:mem // LEAK: nothing\");",
                "// a comment that says something",
                "x(); // connleak:ignore never-closed by intent",
                "char quote = '\"'; // plain",
            })
    void leavesOtherCommentsAlone(String line) {
        assertThat(MarkerReader.read("A.java", line)).isEqualTo(new MarkerReader.Outcome(List.of(), List.of()));
    }

    @Test
    void agreesWhenTheEngineDoesWhatTheMarkersSay() {
        List<Marker> markers = List.of(
                new Marker(Marker.Kind.LEAK, NEVER),
                new Marker(Marker.Kind.FN, leak(4, LeakKind.OVERWRITTEN)),
                new Marker(Marker.Kind.FP, leak(5, LeakKind.OVERWRITTEN)));

        assertThat(Judge.complaints(markers, List.of(NEVER, leak(5, LeakKind.OVERWRITTEN))))
                .isEmpty();
    }

    @Test
    void complainsOfALeakThatIsNotReported() {
        assertThat(Judge.complaints(List.of(new Marker(Marker.Kind.LEAK, NEVER)), List.of()))
                .containsExactly(NEVER + " is not reported");
    }

    @Test
    void complainsOfAReportThatIsNotMarked() {
        assertThat(Judge.complaints(List.of(), List.of(NEVER))).containsExactly(NEVER + " is reported and not marked");
    }

    @Test
    void complainsOfAnotherCertaintyThanExpected() {
        Leak possible = new Leak("A.java", 3, LeakKind.NEVER_CLOSED, Engine.FLOW, Certainty.POSSIBLE);

        assertThat(Judge.complaints(List.of(new Marker(Marker.Kind.LEAK, NEVER)), List.of(possible)))
                .containsExactly(NEVER + " is not reported", possible + " is reported and not marked");
    }

    @Test
    void holdsTheGroundWhenAMissIsFound() {
        assertThat(Judge.complaints(List.of(new Marker(Marker.Kind.FN, NEVER)), List.of(NEVER)))
                .containsExactly(NEVER + " is marked FN and is found now: make it LEAK");
    }

    @Test
    void holdsTheGroundWhenAFalseAlarmGoes() {
        assertThat(Judge.complaints(List.of(new Marker(Marker.Kind.FP, NEVER)), List.of()))
                .containsExactly(NEVER + " is marked FP and is gone now: take the marker away");
    }

    @Test
    void complainsOfOneLeakMarkedTwice() {
        Marker marker = new Marker(Marker.Kind.LEAK, NEVER);

        assertThat(Judge.complaints(List.of(marker, marker), List.of(NEVER)))
                .containsExactly(NEVER + " is marked twice");
    }

    @Test
    void acceptsNamesThatAgreeWithTheMarkers() {
        String text = """
                class A {
                    void aBad() { open(); } // LEAK: never-closed
                    void bOk() { open(); } // FP: never-closed
                    void helper() {}
                    class FieldBad { Object held = open(); } // FN: field-never-closed
                    void cBad() { open(); } // FN: overwritten // FP: never-closed
                }
                """;

        assertThat(names(text)).isEmpty();
    }

    @Test
    void complainsOfNamesThatDoNotAgreeWithTheMarkers() {
        String text = """
                class A {
                    void aOk() { open(); } // LEAK: never-closed
                    void bBad() { open(); } // FP: never-closed
                    void helper() { open(); } // LEAK: never-closed
                }
                """;

        assertThat(names(text))
                .containsExactly(
                        "LEAK stands in aOk: " + leak(2, LeakKind.NEVER_CLOSED),
                        "FP stands in bBad: " + leak(3, LeakKind.NEVER_CLOSED),
                        leak(4, LeakKind.NEVER_CLOSED) + " stands in nothing whose name ends in Ok or Bad",
                        "A.java: bBad has neither LEAK nor FN");
    }

    @Test
    void complainsOfACaseInWhichNothingIsNamed(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("A.java"), "interface A { void aBad(); void close(); }");

        assertThat(new CorpusCase(root, "A.java", List.of("A.java")).faults())
                .containsExactly("A.java: no name ends in Ok or Bad");
    }

    @Test
    void takesTheFilesOfAFolderTogetherAndAllOthersAlone(@TempDir Path root) throws Exception {
        for (String file :
                List.of("loops/B.java", "loops/A.java", "multi/case/B.java", "multi/case/sub/A.java", "x.txt")) {
            Files.createDirectories(root.resolve(file).resolveSibling("."));
            Files.writeString(root.resolve(file), "class A {}");
        }

        assertThat(CorpusCase.under(root))
                .containsExactly(
                        new CorpusCase(root, "loops/A.java", List.of("loops/A.java")),
                        new CorpusCase(root, "loops/B.java", List.of("loops/B.java")),
                        new CorpusCase(root, "multi/case", List.of("multi/case/B.java", "multi/case/sub/A.java")));
    }

    @Test
    void findsFaultsOfACase(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("A.java"), "class A { void aBad() {} } // LEEK: overwritten");
        Files.writeString(root.resolve("B.java"), "class B { void");

        assertThat(new CorpusCase(root, "A.java", List.of("A.java")).faults())
                .containsExactly("A.java:1: not a marker: LEEK: overwritten", "A.java: aBad has neither LEAK nor FN");
        assertThat(new CorpusCase(root, "B.java", List.of("B.java")).faults())
                .singleElement()
                .asString()
                .contains("B.java", "UNPARSABLE");
    }

    @Test
    void countsHitsMissesAndFalseAlarms() {
        Scoreboard board = new Scoreboard();
        Leak missed = leak(4, LeakKind.NEVER_CLOSED);
        Leak alarm = new Leak("A.java", 5, LeakKind.LEGACY_PATTERN, Engine.REGEX, Certainty.DEFINITE);
        board.add(
                List.of(new Marker(Marker.Kind.LEAK, NEVER), new Marker(Marker.Kind.FN, missed)),
                List.of(NEVER, alarm));

        assertThat(board.text()).isEqualTo("""
                        cases: 1

                        engine rule                        TP    FP    FN
                        flow   never-closed                 1     0     1
                        flow   all                          1     0     1
                        regex  legacy-pattern               0     1     0
                        regex  all                          0     1     0
                        """);
    }

    private static List<String> names(String text) {
        CompilationUnit unit = new JavaSourceParser()
                .parse(new SourceFile("A.java", text))
                .file()
                .orElseThrow()
                .unit();
        return NameCheck.check("A.java", unit, MarkerReader.read("A.java", text).markers());
    }

    private static Leak leak(int line, LeakKind rule) {
        return new Leak("A.java", line, rule, Engine.FLOW, Certainty.DEFINITE);
    }
}
