package io.jenkins.plugins.connleak.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Explanation;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Place;
import io.jenkins.plugins.connleak.core.model.Resource;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeltaTest {
    @Test
    void tellsNewOutstandingAndFixed() {
        Finding kept = finding("A.java", 10, "a", "ca");
        Finding keptLower = finding("A.java", 30, "a", "cx");
        Finding gone = finding("A.java", 20, "b", "cb");
        Finding fresh = finding("B.java", 5, "c", "cc");

        assertThat(Delta.between(reference(kept, gone), report(fresh, keptLower)))
                .isEqualTo(new Delta(List.of(fresh), List.of(keptLower), List.of(gone)));
    }

    @Test
    void matchesByContextWhatMoved() {
        Finding before = finding("old/A.java", 10, "a", "same");
        Finding after = finding("new/B.java", 99, "b", "same");

        assertThat(Delta.between(reference(before), report(after)))
                .isEqualTo(new Delta(List.of(), List.of(after), List.of()));
    }

    @Test
    void matchesExactlyBeforeByContext() {
        Finding exact = finding("A.java", 10, "a", "same");
        Finding other = finding("A.java", 5, "b", "same");

        assertThat(Delta.between(reference(exact), report(other, exact)))
                .isEqualTo(new Delta(List.of(other), List.of(exact), List.of()));
    }

    @Test
    void prefersTheSameFileAmongEqualContexts() {
        Finding inA = finding("A.java", 10, "a", "same");
        Finding inB = finding("B.java", 10, "b", "same");
        Finding renamedInB = finding("B.java", 12, "b2", "same");

        assertThat(Delta.between(reference(inA, inB), report(renamedInB)))
                .isEqualTo(new Delta(List.of(), List.of(renamedInB), List.of(inA)));
    }

    @Test
    void usesEachLeakOfTheReferenceOnce() {
        Finding before = finding("A.java", 10, "a", "same");
        Finding first = finding("B.java", 1, "b1", "same");
        Finding second = finding("B.java", 2, "b2", "same");

        assertThat(Delta.between(reference(before), report(first, second)))
                .isEqualTo(new Delta(List.of(second), List.of(first), List.of()));
    }

    @Test
    void doesNotDependOnTheOrderOfTheReference() {
        Finding one = finding("A.java", 1, "a", "same");
        Finding two = finding("C.java", 2, "c", "same");
        Finding now = finding("B.java", 3, "b", "same");

        assertThat(Delta.between(reference(one, two), report(now)))
                .isEqualTo(Delta.between(reference(two, one), report(now)))
                .isEqualTo(new Delta(List.of(), List.of(now), List.of(two)));
    }

    @Test
    void doesNotCallFixedWhatIsSilenced() {
        Finding leak = finding("A.java", 1, "a", "ca");
        ScanReport silenced = new ScanReport(
                new ScanInfo("1", "flow", BuildTag.NONE, Map.of()),
                new ScanFigures(1, 1, 1, 1),
                List.of(),
                List.of(new SilencedFinding(leak, SilencedFinding.By.COMMENT, "known")),
                List.of());

        assertThat(Delta.between(reference(leak), silenced)).isEqualTo(new Delta(List.of(), List.of(), List.of()));
    }

    @Test
    void matchesNothingByFingerprintsThatWereNotComputed() {
        Finding before = finding("A.java", 1, "", "");
        Finding after = finding("A.java", 1, "", "");

        assertThat(Delta.between(reference(before), report(after)))
                .isEqualTo(new Delta(List.of(after), List.of(), List.of(before)));
    }

    @Test
    void callsNothingNewWithoutAReference() {
        Finding leak = finding("A.java", 1, "a", "ca");

        assertThat(Delta.between(Optional.empty(), report(leak)))
                .isEqualTo(new Delta(List.of(), List.of(leak), List.of()));
    }

    @Test
    void judgesByGate() {
        Finding kept = finding("A.java", 1, "a", "ca");
        Finding fresh = finding("A.java", 2, "b", "cb");
        Delta delta = Delta.between(reference(kept), report(kept, fresh));

        assertThat(new QualityGate(QualityGate.FailOn.NEVER, 0).judge(delta))
                .isEqualTo(new QualityGate.Verdict(true, 0, "no quality gate"));
        assertThat(new QualityGate(QualityGate.FailOn.ANY, 1).judge(delta))
                .isEqualTo(new QualityGate.Verdict(false, 2, "quality gate failed: 2 leaks, 1 allowed"));
        assertThat(new QualityGate(QualityGate.FailOn.NEW, 1).judge(delta))
                .isEqualTo(new QualityGate.Verdict(true, 1, "quality gate passed: 1 new leak, 1 allowed"));
        assertThatThrownBy(() -> new QualityGate(QualityGate.FailOn.ANY, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Finding finding(String file, int line, String exact, String context) {
        return new Finding(
                LeakKind.NEVER_CLOSED,
                Certainty.DEFINITE,
                new Resource(ResourceKind.CONNECTION, "java.sql.Connection", "c"),
                new Place(file, line, "", "A", "f()"),
                new Explanation(
                        "leaks", List.of(new PathStep(file, line, PathStep.Kind.ACQUIRED, "acquired")), "close it"),
                new Fingerprint(exact, context));
    }

    private static ReferenceReport reference(Finding... findings) {
        return new ReferenceReport(List.of(findings));
    }

    private static ScanReport report(Finding... findings) {
        return new ScanReport(
                new ScanInfo("1", "flow", BuildTag.NONE, Map.of()),
                new ScanFigures(1, 1, 1, 1),
                Arrays.stream(findings).sorted(Finding.ORDER).toList(),
                List.of(),
                List.of());
    }
}
