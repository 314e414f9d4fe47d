package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.ScanOutcome;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.actions.ScanAction;
import io.jenkins.plugins.connleak.plugin.actions.ScanFacts;
import io.jenkins.plugins.connleak.plugin.actions.ScanId;
import io.jenkins.plugins.connleak.plugin.actions.ScanTotals;
import io.jenkins.plugins.connleak.plugin.config.ArchiveWriter;
import io.jenkins.plugins.connleak.plugin.trends.TrendKeeper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * One scan of one build, from the user's parameters to the build's pages. It never touches the build's result; it fails
 * with a plain message when the parameters can't be used, and, if asked, when some file could not be looked at.
 */
final class BuildScan {
    /** Held while a result joins its build, so that of two scans with one id the second is refused. */
    private static final Object JOINING = new Object();

    private final Run<?, ?> run;
    private final FilePath workspace;
    private final Map<String, String> environment;
    private final TaskListener listener;
    private final TrendKeeper trends;

    BuildScan(Run<?, ?> run, FilePath workspace, Map<String, String> environment, TaskListener listener) {
        this(run, workspace, environment, listener, new TrendKeeper());
    }

    BuildScan(
            Run<?, ?> run,
            FilePath workspace,
            Map<String, String> environment,
            TaskListener listener,
            TrendKeeper trends) {
        this.run = run;
        this.workspace = workspace;
        this.environment = environment;
        this.listener = listener;
        this.trends = trends;
    }

    /** Scans, publishes, and returns the counts for a Pipeline script. */
    Map<String, Object> perform(ScanParameters parameters) throws IOException, InterruptedException {
        ScanRequest request = ScanRequest.of(
                parameters, new ScanRequest.Origin(run.getParent().getFullName(), run.getNumber(), environment));
        refuseSecond(parameters.getId());
        ScanLog log = new ScanLog(listener.getLogger(), parameters.isQuiet());
        log.started(request.options(), workspace.getRemote());

        ScanAnswer answer = workspace.act(new ScanCallable(request));
        AnswerLimits.check(answer);

        ScanReport report = answer.outcome().report();
        ScanAction action = new ScanAction(facts(parameters, request, answer), new ScanTotals(report));
        join(action, answer.outcome());
        log.finished(report, action.getTotals(), answer.millis());
        addToTrend(action, log);
        if (parameters.isArchive()) {
            new ArchiveWriter().write(run, action, report).ifPresent(log::warn);
        }
        if (parameters.isFailOnError() && !report.problems().isEmpty()) {
            throw new AbortException("The scan could not look at everything ("
                    + report.problems().size() + " problems, see above) and failOnError is set.");
        }
        return ScanCounts.of(action);
    }

    private static ScanFacts facts(ScanParameters parameters, ScanRequest request, ScanAnswer answer) {
        return new ScanFacts(
                parameters.getId(),
                parameters.getName(),
                request.options().tag(),
                request.options().engine().id(),
                Instant.now(),
                answer.millis());
    }

    private void join(ScanAction action, ScanOutcome outcome) throws IOException {
        synchronized (JOINING) {
            refuseSecond(action.getId());
            new ReportStore(run.getRootDir().toPath(), action.getId()).write(outcome);
            run.addAction(action);
        }
        run.save();
    }

    private void refuseSecond(String id) throws AbortException {
        boolean isSecond =
                run.getActions(ScanAction.class).stream().anyMatch(other -> ScanId.isSame(other.getId(), id));
        if (isSecond) {
            throw new AbortException(
                    "id: this build has a scan '" + id + "' already. Give each scan of a build an id of its own.");
        }
    }

    private void addToTrend(ScanAction action, ScanLog log) {
        try {
            trends.add(run, action);
        } catch (IOException e) {
            log.warn("the job's trend has no point for this build: " + e.getMessage()
                    + ". The next scan tries to make the trend again.");
        }
    }
}
