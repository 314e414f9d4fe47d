package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.connleak.core.model.Confirmation;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fingerprint;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.Reports;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.blame.BlameAnswer;
import io.jenkins.plugins.connleak.plugin.blame.BlameTarget;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLimitsTest {
    private static final BlameTarget LINE = new BlameTarget("src/Dao.java", 3);

    @Test
    void acceptsAnHonestAnswer() {
        assertThatCode(() -> AnswerLimits.check(answer(Reports.REPORT, List.of(Reports.EXCERPT))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "..",
                "../x.java",
                "a/../../x.java",
                "a/..",
                "C:\\x.java",
                "c:/x",
                "\\\\server\\x",
                "a\\..\\x",
                "a\0b",
                ""
            })
    void refusesAFileThatCouldBeOutside(String file) {
        refused(
                answer(Reports.report(List.of(Reports.finding(file, 1, "aa"))), List.of()),
                "a file outside the workspace");
        refused(
                answer(Reports.REPORT, List.of(new SourceExcerpt(file, 1, List.of("x")))),
                "a file outside the workspace");
    }

    @Test
    void acceptsHonestAuthors() {
        assertThatCode(() -> AnswerLimits.check(
                        new BlameAnswer(Map.of(LINE, new Blame("Anna <b>", "c".repeat(40), 1)), ""), Set.of(LINE)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAuthorsThatNobodyAskedForOrThatCanNotBeShown() {
        List<Blame> faulty = List.of(
                new Blame("x".repeat(101), "c".repeat(40), 1),
                new Blame("a\nb", "c".repeat(40), 1),
                new Blame("a\u202eb", "c".repeat(40), 1),
                new Blame("a", "<script>", 1),
                new Blame("a", "c".repeat(40), -1),
                new Blame("a", "c".repeat(40), Long.MAX_VALUE));
        for (Blame blame : faulty) {
            assertThatExceptionOfType(AbortException.class)
                    .isThrownBy(() -> AnswerLimits.check(new BlameAnswer(Map.of(LINE, blame), ""), Set.of(LINE)))
                    .withMessageContaining("an author that is none");
        }
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> AnswerLimits.check(
                        new BlameAnswer(Map.of(LINE, new Blame("Anna", "c".repeat(40), 1)), ""), Set.of()))
                .withMessageContaining("an author that is none");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> AnswerLimits.check(new BlameAnswer(Map.of(), "x".repeat(20_001)), Set.of()))
                .withMessageContaining("a text of 20001 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b/x.java", "..a/x.java", "a/b.."})
    void acceptsAFileWhoseNameOnlyHoldsDots(String file) {
        assertThatCode(() ->
                        AnswerLimits.check(answer(Reports.report(List.of(Reports.finding(file, 1, "aa"))), List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATextWithoutEnd() {
        SourceExcerpt excerpt = new SourceExcerpt("a.java", 1, List.of("x".repeat(20_001)));
        refused(answer(Reports.REPORT, List.of(excerpt)), "a text of 20001 characters");
    }

    @Test
    void refusesAFingerprintThatCouldBeAPath() {
        Finding finding = Reports.CONNECTION.withFingerprint(new Fingerprint("../x", ""));
        refused(answer(Reports.report(List.of(finding)), List.of()), "a fingerprint that is none");
    }

    @Test
    void refusesMoreLeaksThanALimit() {
        List<Finding> many = Collections.nCopies(AnswerLimits.MAX_FINDINGS + 1, Reports.CONNECTION);
        refused(answer(Reports.report(many), List.of()), "100001 leaks");
    }

    @Test
    void refusesNumbersBelowZero() {
        refused(answer(Reports.report(List.of(Reports.finding("a.java", -1, "aa"))), List.of()), "a number below 0");
        ScanReport report =
                new ScanReport(Reports.REPORT.info(), new ScanFigures(-1, 0, 0, 0), List.of(), List.of(), List.of());
        refused(answer(report, List.of()), "a number below 0");
    }

    @Test
    void refusesEvidenceBeyondALimit() {
        EvidenceSite site = site(1, 1, "HikariCP");
        acceptedAt(site);
        refusedAt(List.of(site(1, 5, "HikariCP")), "5 frames of a stack");
        refusedAt(List.of(site(-1, 1, "HikariCP")), "a number below 0");
        refusedAt(List.of(site(1, 1, "x".repeat(20_001))), "a text of 20001 characters");
        refusedAt(Collections.nCopies(AnswerLimits.MAX_SITES + 1, site), "1001 places of run-time evidence");
    }

    private static void acceptedAt(EvidenceSite site) {
        assertThatCode(() -> AnswerLimits.check(answer(withUnmatched(List.of(site)), List.of())))
                .doesNotThrowAnyException();
    }

    private static void refusedAt(List<EvidenceSite> sites, String what) {
        refused(answer(withUnmatched(sites), List.of()), what);
        Finding confirmed = Reports.CONNECTION.withEvidence(new Confirmation(true, sites));
        refused(answer(Reports.report(List.of(confirmed)), List.of()), what);
    }

    private static EvidenceSite site(int count, int frames, String tool) {
        return new EvidenceSite(
                Collections.nCopies(frames, new StackFrame("a.B", "run", "B.java", 1)),
                new Sightings(count, List.of(tool), List.of(), "", ""));
    }

    private static ScanReport withUnmatched(List<EvidenceSite> sites) {
        ScanReport report = Reports.REPORT;
        return new ScanReport(
                report.info(),
                report.figures(),
                report.findings(),
                report.silenced(),
                report.problems(),
                new RuntimeEvidence(new EvidenceTotals(1, 1, 0, 0, 0, 1), sites, sites));
    }

    @Test
    void cutsEvidenceOnTheAgent() {
        List<EvidenceSite> many = Collections.nCopies(AnswerLimits.MAX_SITES + 7, site(1, 1, "c3p0"));
        ScanOutcome bounded = AnswerLimits.bounded(new ScanOutcome(withUnmatched(many), List.of()));
        assertThat(bounded.report().evidence().unmatched()).hasSize(AnswerLimits.MAX_SITES);
        assertThat(bounded.report().evidence().exhaustions()).hasSize(AnswerLimits.MAX_SITES);
        assertThatCode(() -> AnswerLimits.check(answer(bounded.report(), List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMoreSourceThanALimit() {
        List<String> lines = Collections.nCopies(4_000, "x".repeat(20_000));
        refused(
                answer(Reports.REPORT, List.of(new SourceExcerpt("a.java", 1, lines))),
                "more than 67108864 characters of source");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesListsOfSomethingElse() {
        List wrong = List.of("no finding");
        refused(answer(Reports.report((List<Finding>) wrong), List.of()), "objects of another type");
        List<String> numbers = (List) List.of(1);
        EvidenceSite site = new EvidenceSite(List.of(), new Sightings(1, numbers, List.of(), "", ""));
        refused(answer(withUnmatched(List.of(site)), List.of()), "objects of another type");
    }

    @Test
    void cutsOnTheAgentWhatTheControllerWouldRefuse() {
        List<Finding> many = Collections.nCopies(AnswerLimits.MAX_FINDINGS + 5, Reports.CONNECTION);
        SourceExcerpt wide = new SourceExcerpt("a.java", 1, List.of("x".repeat(30_000)));
        List<SourceExcerpt> sources =
                IntStream.range(0, 4_000).mapToObj(i -> wide).toList();

        ScanOutcome bounded = AnswerLimits.bounded(new ScanOutcome(Reports.report(many), sources));

        assertThat(bounded.report().findings()).hasSize(AnswerLimits.MAX_FINDINGS);
        assertThat(bounded.report().problems())
                .containsExactly(
                        new Problem(
                                Problem.Kind.LIMIT,
                                "",
                                0,
                                "100005 leaks were found; only the first 100000 are kept. Scan less at a time."),
                        Reports.PROBLEM);
        assertThat(bounded.excerpts()).hasSizeBetween(3_000, 3_999);
        assertThatCode(() -> AnswerLimits.check(new ScanAnswer(bounded, 1, List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void returnsTheFirstNotesOfAScanAndOfLongOnesTheBeginning() {
        List<String> many = IntStream.rangeClosed(1, AnswerLimits.MAX_NOTES + 5)
                .mapToObj(i -> "cache: note " + i)
                .toList();
        String longest = "x".repeat(AnswerLimits.MAX_TEXT);

        assertThat(AnswerLimits.boundedNotes(many)).containsExactlyElementsOf(many.subList(0, AnswerLimits.MAX_NOTES));
        assertThat(AnswerLimits.boundedNotes(List.of("short", longest + "yz"))).containsExactly("short", longest);
        assertThatCode(() -> AnswerLimits.check(withNotes(AnswerLimits.boundedNotes(many))))
                .doesNotThrowAnyException();
        assertThatCode(() -> AnswerLimits.check(withNotes(List.of(longest)))).doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesNotesBeyondALimit() {
        refused(withNotes(Collections.nCopies(AnswerLimits.MAX_NOTES + 1, "cache")), "21 notes");
        refused(withNotes(List.of("x".repeat(20_001))), "a text of 20001 characters");
        List wrong = List.of(17);
        refused(withNotes((List<String>) wrong), "objects of another type");
    }

    private static ScanAnswer withNotes(List<String> notes) {
        return new ScanAnswer(new ScanOutcome(Reports.REPORT, List.of()), 17, notes);
    }

    private static ScanAnswer answer(ScanReport report, List<SourceExcerpt> excerpts) {
        return new ScanAnswer(new ScanOutcome(report, excerpts), 17, List.of());
    }

    private static void refused(ScanAnswer answer, String what) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> AnswerLimits.check(answer))
                .withMessage("The agent's answer was refused because it holds " + what + ". Is it an agent of yours?");
    }
}
