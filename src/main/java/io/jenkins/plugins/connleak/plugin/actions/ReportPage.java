package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the report page shows of one scan. Without a report it still has the counts, and the trouble with the report. */
public final class ReportPage {
    /** Most leaks, and most problems, that a page lists; the remote API has them all. */
    static final int MAX_ROWS = 1_000;

    private final ScanAction action;
    private final String trouble;
    private final @Nullable ScanReport report;

    ReportPage(ScanAction action, String trouble, @Nullable ScanReport report) {
        this.action = action;
        this.trouble = trouble;
        this.report = report;
    }

    /** Why there is no report; empty if there is one. */
    public String getTrouble() {
        return trouble;
    }

    /** The first leaks. */
    public List<LeakRow> getLeaks() {
        List<LeakRow> rows = new ArrayList<>();
        if (report != null) {
            LeakIds ids = new LeakIds(report.findings());
            for (int i = 0; i < Math.min(report.findings().size(), MAX_ROWS); i++) {
                rows.add(new LeakRow(report.findings().get(i), ids.at(i)));
            }
        }
        return rows;
    }

    /** Number of leaks that are not listed. */
    public int getLeaksLeftOut() {
        return report == null ? 0 : Math.max(0, report.findings().size() - MAX_ROWS);
    }

    /** The first problems. */
    public List<ProblemRow> getProblems() {
        return report == null
                ? List.of()
                : report.problems().stream()
                        .limit(MAX_ROWS)
                        .map(ProblemRow::new)
                        .toList();
    }

    /** Number of problems that are not listed. */
    public int getProblemsLeftOut() {
        return report == null ? 0 : Math.max(0, report.problems().size() - MAX_ROWS);
    }

    public List<Share> getRules() {
        return shares(action.getTotals().getByRule(), LeakKind.values(), LeakKind::id, Labels::of);
    }

    public List<Share> getKinds() {
        return shares(action.getTotals().getByKind(), ResourceKind.values(), ResourceKind::id, Labels::of);
    }

    public List<Share> getCertainties() {
        return shares(action.getTotals().getByCertainty(), Certainty.values(), Certainty::id, Labels::of);
    }

    /** How long the scan took, in seconds with one digit. */
    public String getSeconds() {
        return String.format(Locale.ROOT, "%.1f", action.getDurationMillis() / 1000.0);
    }

    private <E> List<Share> shares(
            Map<String, Integer> counts, E[] values, Function<E, String> id, Function<E, String> label) {
        List<Share> shares = new ArrayList<>();
        for (E value : values) {
            int count = counts.getOrDefault(id.apply(value), 0);
            if (count > 0) {
                shares.add(new Share(id.apply(value), label.apply(value), count, action.getTotal()));
            }
        }
        return shares;
    }

    /** One part of the total. */
    public static final class Share {
        private final String id;
        private final String label;
        private final int count;
        private final int total;

        Share(String id, String label, int count, int total) {
            this.id = id;
            this.label = label;
            this.count = count;
            this.total = total;
        }

        public String getId() {
            return id;
        }

        public String getLabel() {
            return label;
        }

        public int getCount() {
            return count;
        }

        /** Its part of the total; the bar is as wide. */
        public int getTotal() {
            return total;
        }
    }

    /** A problem as the page shows it. */
    public static final class ProblemRow {
        private final Problem problem;

        ProblemRow(Problem problem) {
            this.problem = problem;
        }

        public String getKind() {
            return problem.kind().id();
        }

        public String getPlace() {
            return problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file();
        }

        public String getMessage() {
            return problem.message();
        }
    }
}
