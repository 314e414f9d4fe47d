package io.jenkins.plugins.connleak.plugin.checks;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.plugin.Messages;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.Labels;
import io.jenkins.plugins.connleak.plugin.actions.LeakHistory;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the check of a scan. Where there was a reference, notes are made of new leaks alone, because nobody reads at a commit
 * what was there before; definite ones come first.
 */
public final class CheckWriter {
    /** Longest title of a note, in characters; GitHub takes 255. */
    private static final int MAX_TITLE = 200;

    /** Longest message, and longest path, of a note, in characters; GitHub takes 64 KiB each. */
    private static final int MAX_MESSAGE = 4_000;

    /** Most rows of a table. */
    private static final int MAX_ROWS = 100;

    private final ScanAction action;
    private final List<Finding> told;

    /** The writer of the check of that result. */
    public CheckWriter(ScanAction action, ScanReport report, LeakHistory history) {
        this.action = action;
        List<Finding> all = report.findings();
        this.told = IntStream.range(0, all.size())
                .filter(place -> !action.getComparison().isFound() || history.isNew(place))
                .mapToObj(all::get)
                .sorted(Comparator.comparing(Finding::certainty))
                .toList();
    }

    /** The check. */
    public ScanCheck check() {
        List<CheckNote> notes = told.stream()
                .filter(finding -> finding.place().line() > 0)
                .limit(ScanCheck.MAX_NOTES)
                .map(CheckWriter::note)
                .toList();
        return new ScanCheck(name(), conclusion(), title(), summary(notes.size()), rules(), notes);
    }

    /** Two scans of a build have checks of their own. */
    private String name() {
        return action.getId().equals(ScanId.DEFAULT)
                ? action.getDisplayName()
                : action.getDisplayName() + " (" + action.getId() + ")";
    }

    private ScanCheck.Conclusion conclusion() {
        return switch (action.getStanding()) {
            case PASSED -> ScanCheck.Conclusion.SUCCESS;
            case UNSTABLE, ERROR, FAILURE -> ScanCheck.Conclusion.FAILURE;
            case UNJUDGED -> action.getTotal() == 0 ? ScanCheck.Conclusion.SUCCESS : ScanCheck.Conclusion.NEUTRAL;
        };
    }

    private String title() {
        String leaks = Messages.Checks_leaks(action.getTotal());
        return action.getComparison().isFound()
                ? Messages.Checks_title(leaks, action.getComparison().getAdded())
                : leaks;
    }

    private String summary(int noted) {
        Comparison comparison = action.getComparison();
        StringBuilder summary = new StringBuilder();
        summary.append(
                comparison.isFound()
                        ? Messages.Checks_compared(
                                comparison.getAdded(),
                                comparison.getFixed(),
                                comparison.getOutstanding(),
                                code(comparison.getJob() + " #" + comparison.getBuild()))
                        : plain(comparison.getTrouble()));
        if (action.getProblems() > 0) {
            summary.append("\n\n").append(Messages.Checks_problems(action.getProblems()));
        }
        if (!action.getGates().isEmpty()) {
            summary.append("\n\n").append(gates());
        }
        if (noted < told.size()) {
            summary.append("\n\n").append(Messages.Checks_noted(noted, told.size()));
        }
        return summary.toString();
    }

    private String gates() {
        String head = row(Messages.Checks_gate(), Messages.Checks_figure(), Messages.Checks_limit(), "")
                + "| --- | ---: | ---: | --- |\n";
        return action.getGates().stream()
                .limit(MAX_ROWS)
                .map(CheckWriter::gate)
                .collect(Collectors.joining("", head, ""));
    }

    private static String gate(GateVerdict verdict) {
        return row(
                verdict.getLabel(),
                Integer.toString(verdict.getFigure()),
                Integer.toString(verdict.getThreshold()),
                verdict.isTripped() ? verdict.getCriticalityLabel() : Messages.Checks_passed());
    }

    private String rules() {
        String head = row(Messages.Checks_rule(), Messages.Checks_figure()) + "| --- | ---: |\n";
        return action.getTotal() == 0
                ? ""
                : IntStream.range(0, LeakKind.values().length)
                        .mapToObj(at -> LeakKind.values()[at])
                        .filter(rule -> action.getByRule().containsKey(rule.id()))
                        .map(rule -> row(
                                Labels.of(rule),
                                String.valueOf(action.getByRule().get(rule.id()))))
                        .collect(Collectors.joining("", head, ""));
    }

    private static CheckNote note(Finding finding) {
        return new CheckNote(
                finding.place().file(),
                finding.place().line(),
                finding.certainty() == Certainty.DEFINITE,
                cut(Labels.of(finding.rule()) + " (" + Labels.of(finding.certainty()) + ")", MAX_TITLE),
                cut(
                        finding.explanation().message() + "\n"
                                + finding.explanation().hint(),
                        MAX_MESSAGE),
                cut(
                        finding.explanation().path().stream()
                                .limit(MAX_ROWS)
                                .map(CheckWriter::step)
                                .collect(Collectors.joining("\n")),
                        MAX_MESSAGE));
    }

    private static String step(PathStep step) {
        return step.file() + ":" + step.line() + " " + step.text();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(plain(cell)).append(" |");
        }
        return row.append('\n').toString();
    }

    /** A name as code, in which Markdown means nothing. */
    private static String code(String name) {
        return "`" + plain(name).replace("`", "'") + "`";
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}|<>]+", " ");
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "\u2026";
    }
}
