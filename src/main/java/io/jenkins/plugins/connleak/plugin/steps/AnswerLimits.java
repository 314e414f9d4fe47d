package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.connleak.core.model.EvidenceSite;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Fix;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.RuntimeEvidence;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.model.Sightings;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import io.jenkins.plugins.connleak.core.model.SourceExcerpt;
import io.jenkins.plugins.connleak.core.model.StackFrame;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import io.jenkins.plugins.connleak.plugin.blame.BlameAnswer;
import io.jenkins.plugins.connleak.plugin.blame.BlameTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much an agent may return, and of what form. The agent keeps to it, with a problem in the report for what is left
 * out; the controller checks it again, because an agent is not trusted.
 */
final class AnswerLimits {
    /** Most leaks of one report; silenced ones have the same limit of their own. */
    static final int MAX_FINDINGS = 100_000;

    /** Most problems of one report. */
    static final int MAX_PROBLEMS = 10_000;

    /** Most steps of one leak's path. */
    static final int MAX_STEPS = 1_000;

    /** Longest text, in characters. */
    static final int MAX_TEXT = 20_000;

    /** Most places of run-time evidence in one list, and most stacks of one leak. */
    static final int MAX_SITES = 1_000;

    /** Most tools and pools of one place. */
    static final int MAX_NAMES = 1_000;

    /** Most notes on a scan. */
    static final int MAX_NOTES = 20;

    /** Most characters of all source lines together. */
    static final long MAX_SOURCE = 64L * 1024 * 1024;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{0,128}");
    private static final Pattern OUTSIDE = Pattern.compile("(/|\\\\|[A-Za-z]:).*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");

    private AnswerLimits() {}

    /** That outcome, cut to what may be returned. */
    static ScanOutcome bounded(ScanOutcome outcome) {
        ScanReport report = outcome.report();
        List<Problem> problems = new ArrayList<>(first(report.problems(), MAX_PROBLEMS - 3));
        addProblem(problems, "problems", report.problems().size(), MAX_PROBLEMS - 3);
        addProblem(problems, "leaks", report.findings().size(), MAX_FINDINGS);
        addProblem(problems, "silenced leaks", report.silenced().size(), MAX_FINDINGS);
        ScanReport bounded = new ScanReport(
                report.info(),
                report.figures(),
                first(report.findings(), MAX_FINDINGS),
                first(report.silenced(), MAX_FINDINGS),
                problems.stream().sorted().toList(),
                evidence(report.evidence()));
        return new ScanOutcome(bounded, sources(outcome.excerpts()));
    }

    /** The first of the notes, and of long ones the beginning. */
    static List<String> boundedNotes(List<String> notes) {
        return first(notes, MAX_NOTES).stream()
                .map(note -> note.substring(0, Math.min(note.length(), MAX_TEXT)))
                .toList();
    }

    /** Throws an exception that says what is wrong unless {@code answer} keeps to the limits. */
    static void check(ScanAnswer answer) throws AbortException {
        try {
            checkReport(answer.outcome().report());
            checkCount("notes", answer.notes().size(), MAX_NOTES);
            checkTexts(answer.notes().toArray(String[]::new));
            checkSources(answer.outcome().excerpts());
        } catch (ClassCastException | ArrayStoreException e) {
            AbortException refusal = refusal("objects of another type");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Throws an exception that says what is wrong unless the answer is about {@code asked} lines alone, and can be shown. */
    static void check(BlameAnswer answer, Set<BlameTarget> asked) throws AbortException {
        try {
            checkTexts(answer.trouble());
            for (Map.Entry<BlameTarget, Blame> found : answer.found().entrySet()) {
                if (!asked.contains(found.getKey()) || !found.getValue().isWellFormed()) {
                    throw refusal("an author that is none");
                }
            }
        } catch (ClassCastException e) {
            AbortException refusal = refusal("objects of another type");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static RuntimeEvidence evidence(RuntimeEvidence evidence) {
        return new RuntimeEvidence(
                evidence.totals(), first(evidence.unmatched(), MAX_SITES), first(evidence.exhaustions(), MAX_SITES));
    }

    private static <T> List<T> first(List<T> all, int limit) {
        return all.size() <= limit ? all : all.subList(0, limit);
    }

    private static void addProblem(List<Problem> problems, String what, int count, int limit) {
        if (count > limit) {
            problems.add(new Problem(
                    Problem.Kind.LIMIT,
                    "",
                    0,
                    count + " " + what + " were found; only the first " + limit + " are kept. Scan less at a time."));
        }
    }

    private static List<SourceExcerpt> sources(List<SourceExcerpt> excerpts) {
        List<SourceExcerpt> kept = new ArrayList<>();
        long size = 0;
        for (SourceExcerpt excerpt : excerpts) {
            SourceExcerpt clipped = new SourceExcerpt(
                    excerpt.file(),
                    excerpt.firstLine(),
                    excerpt.lines().stream().map(AnswerLimits::clip).toList());
            size += size(clipped);
            if (size > MAX_SOURCE) {
                break;
            }
            kept.add(clipped);
        }
        return kept;
    }

    private static String clip(String line) {
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT);
    }

    private static long size(SourceExcerpt excerpt) {
        return excerpt.lines().stream().mapToLong(line -> line.length() + 1L).sum();
    }

    private static void checkReport(ScanReport report) throws AbortException {
        checkCount("leaks", report.findings().size(), MAX_FINDINGS);
        checkCount("silenced leaks", report.silenced().size(), MAX_FINDINGS);
        checkCount("problems", report.problems().size(), MAX_PROBLEMS);
        checkCount("options", report.info().options().size(), MAX_STEPS);
        for (var option : report.info().options().entrySet()) {
            checkTexts(option.getKey(), option.getValue());
        }
        checkTexts(report.info().toolVersion(), report.info().engine());
        checkNumbers(
                report.figures().files(),
                report.figures().parsedFiles(),
                report.figures().lines(),
                report.figures().methods());
        for (Finding finding : report.findings()) {
            checkFinding(finding);
        }
        for (SilencedFinding silenced : report.silenced()) {
            checkFinding(silenced.finding());
            checkTexts(silenced.reason());
        }
        for (Integer count : report.evidence().totals().byName().values()) {
            checkNumbers(count);
        }
        checkSites(report.evidence().unmatched());
        checkSites(report.evidence().exhaustions());
        for (Problem problem : report.problems()) {
            checkTexts(problem.message());
            checkNumbers(problem.line());
            if (!problem.file().isEmpty()) {
                checkFile(problem.file());
            }
        }
    }

    private static void checkFinding(Finding finding) throws AbortException {
        checkFile(finding.place().file());
        checkNumbers(finding.place().line());
        checkTexts(
                finding.place().packageName(),
                finding.place().className(),
                finding.place().method(),
                finding.resource().type(),
                finding.resource().variable(),
                finding.explanation().message(),
                finding.explanation().hint());
        if (!FINGERPRINT.matcher(finding.fingerprint().exact()).matches()
                || !FINGERPRINT.matcher(finding.fingerprint().context()).matches()) {
            throw refusal("a fingerprint that is none");
        }
        if (finding.explanation().offeredFix().isPresent()) {
            checkFix(finding.explanation().offeredFix().get(), finding.place().file());
        }
        if (finding.explanation().runtimeEvidence().isPresent()) {
            checkSites(finding.explanation().runtimeEvidence().get().sites());
        }
        checkCount("steps", finding.explanation().path().size(), MAX_STEPS);
        for (PathStep step : finding.explanation().path()) {
            checkFile(step.file());
            checkNumbers(step.line());
            checkTexts(step.text());
        }
    }

    private static void checkSites(List<EvidenceSite> sites) throws AbortException {
        checkCount("places of run-time evidence", sites.size(), MAX_SITES);
        for (EvidenceSite site : sites) {
            checkCount("frames of a stack", site.frames().size(), EvidenceSite.MAX_FRAMES);
            for (StackFrame frame : site.frames()) {
                checkTexts(frame.className(), frame.method(), frame.file());
                checkNumbers(frame.line());
            }
            Sightings seen = site.sightings();
            checkNumbers(seen.count());
            checkCount("tools", seen.tools().size(), MAX_NAMES);
            checkCount("pools", seen.pools().size(), MAX_NAMES);
            checkTexts(seen.first(), seen.last());
            checkTexts(seen.tools().toArray(String[]::new));
            checkTexts(seen.pools().toArray(String[]::new));
        }
    }

    private static void checkFix(Fix fix, String file) throws AbortException {
        checkCount("changes", fix.hunks().size(), MAX_STEPS);
        if (!fix.file().equals(file) || !fix.isWellFormed()) {
            throw refusal("a fix that is none");
        }
        for (Fix.Hunk hunk : fix.hunks()) {
            checkCount("lines of a change", hunk.lines().size(), MAX_STEPS);
            for (String line : hunk.lines()) {
                checkTexts(line);
            }
        }
    }

    private static void checkSources(List<SourceExcerpt> excerpts) throws AbortException {
        long size = 0;
        for (SourceExcerpt excerpt : excerpts) {
            checkFile(excerpt.file());
            checkNumbers(excerpt.firstLine());
            for (String line : excerpt.lines()) {
                checkTexts(line);
            }
            size += size(excerpt);
            if (size > MAX_SOURCE) {
                throw refusal("more than " + MAX_SOURCE + " characters of source");
            }
        }
    }

    private static void checkFile(String file) throws AbortException {
        checkTexts(file);
        if (file.isEmpty() || file.indexOf('\0') >= 0 || OUTSIDE.matcher(file).matches()) {
            throw refusal("a file outside the workspace");
        }
    }

    private static void checkTexts(String... texts) throws AbortException {
        for (String text : texts) {
            if (text.length() > MAX_TEXT) {
                throw refusal("a text of " + text.length() + " characters");
            }
        }
    }

    private static void checkNumbers(long... numbers) throws AbortException {
        for (long number : numbers) {
            if (number < 0) {
                throw refusal("a number below 0");
            }
        }
    }

    private static void checkCount(String what, int count, int limit) throws AbortException {
        if (count > limit) {
            throw refusal(count + " " + what);
        }
    }

    private static AbortException refusal(String what) {
        return new AbortException(
                "The agent's answer was refused because it holds " + what + ". Is it an agent of yours?");
    }
}
