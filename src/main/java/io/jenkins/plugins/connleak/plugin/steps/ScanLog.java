package io.jenkins.plugins.connleak.plugin.steps;

import io.jenkins.plugins.connleak.core.model.EvidenceTotals;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.plugin.actions.Comparison;
import io.jenkins.plugins.connleak.plugin.actions.GateVerdict;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import io.jenkins.plugins.connleak.plugin.reference.GateKeeper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the build's log says about a scan; no more than the last line if the user asked for quiet. */
final class ScanLog {
    /** So many problems are listed one by one; the page lists them all. */
    static final int LISTED_PROBLEMS = 20;

    private static final String PREFIX = "[connleak] ";

    private final PrintStream out;
    private final boolean quiet;

    ScanLog(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    void started(ScanOptions options, String workspace) {
        detail("Scanning " + workspace + " for leaked connections (engine "
                + options.engine().id() + ", certainty " + options.minimum().id() + ")");
    }

    void finished(ScanReport report, ScanTotals totals, long millis) {
        problems(report.problems());
        detail(String.format(
                Locale.ROOT,
                "%s with %s in %.1f s, %s",
                counted(totals.getFiles(), "file"),
                counted(totals.getLines(), "line"),
                millis / 1000.0,
                counted(totals.getProblems(), "problem")));
        say(counted(totals.getTotal(), "leak")
                + listed(totals.getByRule())
                + listed(totals.getByCertainty())
                + (totals.getSilenced() == 0 ? "" : "; " + totals.getSilenced() + " silenced"));
    }

    /** What the logs of running programs say, if any were asked for. */
    void seen(List<String> patterns, EvidenceTotals totals) {
        if (patterns.isEmpty()) {
            return;
        }
        if (totals.files() == 0) {
            detail("run time: no file of the workspace fits evidenceFiles (" + String.join(", ", patterns) + ")");
            return;
        }
        detail(String.format(
                Locale.ROOT,
                "run time, by %s: %s confirmed, %s not found in the sources, %s, %s without a connection",
                counted(totals.files(), "log"),
                counted(totals.confirmed(), "leak"),
                counted(totals.unmatched(), "place"),
                counted(totals.leaks(), "leaked connection"),
                counted(totals.exhaustions(), "request")));
    }

    /** What the scan says of itself. */
    void noted(List<String> notes) {
        notes.forEach(this::detail);
    }

    /** What came and went since the reference. */
    void compared(Comparison comparison, String ownJob) {
        if (!comparison.isFound()) {
            detail("no reference: " + comparison.getState().reason() + "; nothing is new");
            return;
        }
        String reference =
                (comparison.getJob().equals(ownJob) ? "" : comparison.getJob() + " ") + "#" + comparison.getBuild();
        detail(String.format(
                Locale.ROOT,
                "%,d new, %,d fixed, %,d outstanding against %s",
                comparison.getAdded(),
                comparison.getFixed(),
                comparison.getOutstanding(),
                reference));
        if (!comparison.getRemark().isEmpty()) {
            detail("the reference was scanned differently (" + comparison.getRemark()
                    + "), so leaks may be new that are not");
        }
    }

    /** What a quality gate said. */
    void judged(GateVerdict verdict) {
        String told = GateKeeper.told(verdict);
        if (verdict.isTripped()) {
            say("quality gate tripped (" + verdict.getCriticality() + "): " + told);
        } else {
            detail("quality gate passed: " + told);
        }
    }

    /** What git said of the leaks. */
    void blamed(int known, int all, long nanos, String trouble) {
        detail(String.format(
                Locale.ROOT,
                "git names the author of %s of %s in %.1f s%s",
                counted(known, "leak"),
                counted(all, "leak"),
                nanos / 1e9,
                trouble.isEmpty() ? "" : "; " + trouble));
    }

    /** Something went wrong that does not change the build's result. */
    void warn(String text) {
        say("WARNING: " + text);
    }

    private void problems(List<Problem> problems) {
        for (Problem problem : problems.subList(0, Math.min(problems.size(), LISTED_PROBLEMS))) {
            detail("problem: " + problem.kind().id() + place(problem) + ": " + problem.message());
        }
        if (problems.size() > LISTED_PROBLEMS) {
            detail("... and " + (problems.size() - LISTED_PROBLEMS) + " more problems, see the report");
        }
    }

    private static String place(Problem problem) {
        if (problem.file().isEmpty()) {
            return "";
        }
        return " in " + problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static String listed(Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", "; ", ""));
    }

    private void detail(String text) {
        if (!quiet) {
            say(text);
        }
    }

    /** One line whatever the text holds: names of files come from outside. */
    private void say(String text) {
        out.println(PREFIX + text.replaceAll("[\\p{Cntrl}]+", " "));
    }
}
